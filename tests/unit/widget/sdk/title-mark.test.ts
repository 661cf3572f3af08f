import { afterEach, beforeEach, expect, it, vi } from 'vitest';

import { createTitleMark } from '../../../../widget/sdk/page/title-mark';

const page = { title: '' };

beforeEach(() => {
  page.title = 'Loja';
  vi.stubGlobal('document', page);
});

afterEach(() => vi.unstubAllGlobals());

it('[W6] the count stands before the page’s own title, which is told without it, and goes', () => {
  const mark = createTitleMark();
  mark.show('2');
  expect(page.title).toBe('(2) Loja');
  expect(mark.ownTitle()).toBe('Loja');
  page.title = 'Canecas';
  mark.show('2');
  expect(page.title).toBe('(2) Canecas');
  mark.show('');
  expect(page.title).toBe('Canecas');
});

/** What a page does with the title that it finds, once it is marked and once the mark is gone. */
const PAGES: readonly (readonly [string, (found: string) => string, string])[] = [
  ['keeps it, blinks, and puts it back', (found) => found, 'Loja'],
  ['puts something before it', (found) => `★ ${found}`, '★ Loja'],
  ['puts something after it', (found) => `${found} | Promoção`, 'Loja | Promoção'],
  ['counts itself before it', (found) => `(9) ${found}`, '(9) Loja'],
];

it.each(PAGES)('[W6] [Z116] finding B16: the mark goes from a page that %s', (_, change, expected) => {
  const mark = createTitleMark();
  mark.show('1');
  const found = page.title;
  page.title = 'Volte aqui!';
  mark.show('1');
  expect(page.title).toBe('(1) Volte aqui!');
  page.title = change(found);
  mark.show('2');
  expect(page.title).toBe(`(2) ${expected}`);
  mark.show('');
  page.title = 'Volte aqui!';
  mark.show('');
  // The page puts back what it kept, long after.
  page.title = change(found);
  mark.show('');
  expect(page.title).toBe(expected);
});

it('[W6] [Z116] finding B16: a page’s own count stays', () => {
  page.title = '(3) Recados';
  const mark = createTitleMark();
  mark.show('1');
  expect(page.title).toBe('(1) (3) Recados');
  mark.show('');
  expect(page.title).toBe('(3) Recados');
});

it('[W6] [Z116] finding B16: a title that changes each second is not remembered for ever', () => {
  const mark = createTitleMark();
  for (let second = 0; second < 500; second += 1) {
    page.title = `Faltam ${second} s`;
    mark.show('1');
  }
  expect(page.title).toBe('(1) Faltam 499 s');
  mark.show('');
  expect(page.title).toBe('Faltam 499 s');
});
