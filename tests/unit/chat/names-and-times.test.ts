import { expect, it } from 'vitest';

import { formatDuration } from '../../../plugins/attendance/protocol/shared/text/format-duration';
import { initialsOf } from '../../../plugins/attendance/chat/initials';
import { randomId } from '../../../plugins/attendance/chat/random-id';

it.each([
  ['Loja Exemplo', 'LE'],
  ['Ana Maria Martins', 'AM'],
  ['ana', 'A'],
  ['  ', ''],
  ['Élcio d’Ávila', 'ÉÁ'],
  ['😊 Sol', 'S'],
])('[W3] [Z139] the initials of %j are %j', (name, initials) => {
  expect(initialsOf(name)).toBe(initials);
});

it('makes initials of names in any script', () => {
  expect(initialsOf('Ana Maria da Silva')).toBe('AS');
  expect(initialsOf('  élise ')).toBe('É');
  expect(initialsOf('🙂')).toBe('');
});

it.each([
  [-5, '0:00'],
  [61_000, '1:01'],
  [600_000, '10:00'],
  [3_729_000, '1:02:09'],
])('writes %d ms as %s', (ms, text) => {
  expect(formatDuration(ms)).toBe(text);
});

it.each([
  [-5_000, '0:00'],
  [42_900, '0:42'],
  [760_000, '12:40'],
  [3_723_000, '1:02:03'],
])('%i ms run as %s', (durationMs, text) => {
  expect(formatDuration(durationMs)).toBe(text);
});

it('[C3] makes another id of 128 bits each time', () => {
  const ids = Array.from({ length: 100 }, randomId);
  expect(new Set(ids).size).toBe(100);
  for (const id of ids) expect(id).toMatch(/^[0-9a-f]{32}$/);
});
