import { expect, it } from 'vitest';

import { describeOpening } from '../../../../widget/app/form/describe-opening';

const at = (day: number, hour: number): number => new Date(2026, 10, day, hour).getTime();

it.each([
  ['pt-BR', 'segunda-feira'],
  ['en', 'Monday'],
  ['es', 'lunes'],
])('[R13] tells the weekday and the hour in %s', (locale, weekday) => {
  const words = describeOpening(at(30, 9), locale, at(27, 20));
  expect(words).toContain(weekday);
  expect(words).toContain('09:00');
});

it('[R13] tells the date when it is far', () => {
  expect(describeOpening(new Date(2027, 0, 4, 9).getTime(), 'pt-BR', at(27, 20))).toContain('4 de janeiro');
});
