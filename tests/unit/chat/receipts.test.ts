import { afterEach, beforeEach, expect, it, vi } from 'vitest';

import { raise, receiptOf, reportReceipts, type Mark } from '../../../plugins/attendance/chat/receipts';
import { createStore } from '../../../plugins/attendance/chat/store';

interface State {
  readonly connection: string;
  readonly marks: readonly Mark[];
}

const read = (sequence: number, known = 0): Mark => ({
  name: 'message:read',
  interactionId: 1 as never,
  sequence,
  known,
});
const delivered = (sequence: number, known = 0): Mark => ({
  ...read(sequence, known),
  name: 'message:delivered',
});

function scene() {
  const store = createStore((_: State, next: State) => next, { connection: 'live', marks: [] });
  const said: [string, number][] = [];
  const answers: boolean[] = [];
  reportReceipts(store, {
    marksOf: ({ marks }) => marks,
    say: (name, { sequence }) => {
      said.push([name, sequence]);
      return Promise.resolve(answers.shift() ?? true);
    },
  });
  const show = async (marks: readonly Mark[], connection = 'live'): Promise<void> => {
    store.dispatch({ connection, marks });
    await vi.advanceTimersByTimeAsync(150);
  };
  return { answers, said, show };
}

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

it.each([
  [1, 'read'],
  [2, 'read'],
  [3, 'delivered'],
  [4, 'delivered'],
  [5, 'sent'],
] as const)('[C2] message %i is %s, by the other side’s watermark', (sequence, receipt) => {
  expect(receiptOf(sequence, { delivered: 4, read: 2 })).toBe(receipt);
});

it('[C2] a watermark never goes back', () => {
  expect(raise({ delivered: 4, read: 2 }, { delivered: 3, read: 3 })).toEqual({ delivered: 4, read: 3 });
});

it('[C2] tells nothing that the server knew when the interaction was first seen', async () => {
  const { said, show } = scene();
  await show([read(4, 4), delivered(4, 4)]);
  expect(said).toEqual([]);
  // What this screen itself has raised meanwhile is not what the server knows.
  await show([read(5, 5)]);
  expect(said).toEqual([['message:read', 5]]);
});

it('[C2] says once what was read, and not also that it was delivered', async () => {
  const { said, show } = scene();
  await show([read(4)]);
  await show([delivered(4)]);
  await show([read(4)]);
  await show([delivered(6)]);
  expect(said).toEqual([
    ['message:read', 4],
    ['message:delivered', 6],
  ]);
});

it('[C2] tells again what was not heard, with the next change', async () => {
  const { answers, said, show } = scene();
  answers.push(false);
  await show([read(4)]);
  await show([read(4)]);
  await show([read(4)]);
  expect(said).toEqual([
    ['message:read', 4],
    ['message:read', 4],
  ]);
});

it('[C2] waits for a connection', async () => {
  const { said, show } = scene();
  await show([read(4)], 'reconnecting');
  expect(said).toEqual([]);
  await show([read(4)]);
  expect(said).toEqual([['message:read', 4]]);
});
