import { afterEach, beforeEach, expect, it, vi } from 'vitest';

import { reportTyping } from '../../../plugins/attendance/chat/typing';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

function scene() {
  const said: [number, boolean][] = [];
  return { said, type: reportTyping<number>((id, isTyping) => said.push([id, isTyping])) };
}

it('[C5] is said with the first key, and again before it lapses', () => {
  const { said, type } = scene();
  for (let second = 0; second < 7; second += 1) {
    type(1, true);
    vi.advanceTimersByTime(1_000);
  }
  expect(said).toEqual([
    [1, true],
    [1, true],
  ]);
});

it('[C5] [Z139] ends by itself after four seconds without a key', () => {
  const { said, type } = scene();
  type(1, true);
  vi.advanceTimersByTime(3_999);
  expect(said).toEqual([[1, true]]);
  vi.advanceTimersByTime(1);
  expect(said.at(-1)).toEqual([1, false]);
  type(1, true);
  expect(said).toHaveLength(3);
});

it('[C5] ends once when the text is gone, and where somebody types elsewhere', () => {
  const { said, type } = scene();
  type(1, false);
  type(1, true);
  type(2, true);
  type(1, false);
  type(2, false);
  type(2, false);
  vi.advanceTimersByTime(10_000);
  expect(said).toEqual([
    [1, true],
    [1, false],
    [2, true],
    [2, false],
  ]);
});
