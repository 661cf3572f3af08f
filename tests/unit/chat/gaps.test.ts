import { afterEach, beforeEach, expect, it, vi } from 'vitest';

import { fillGaps, type Gap, type ListedAction } from '../../../plugins/attendance/chat/gaps';
import { createStore } from '../../../plugins/attendance/chat/store';
import type { Message } from '../../../plugins/attendance/protocol/messages/messages';
import type { InteractionId } from '../../../plugins/attendance/protocol/schemas/ids';
import { fromVisitor } from '../widget/builders';

const ID = 1 as InteractionId;

interface State {
  readonly held: number;
  readonly last: number;
}

/** Asks once for each answer that it is given, as far as there is one. */
function scene(answers: (Message[] | null)[]) {
  const store = createStore<State, ListedAction | { readonly type: 'told'; readonly last: number }>(
    (state, action) =>
      action.type === 'told'
        ? { ...state, last: action.last }
        : { ...state, held: action.messages.at(-1)?.sequence ?? state.held },
    { held: 0, last: 0 },
  );
  const asked: number[] = [];
  const stop = fillGaps(store, {
    gapOf: ({ held, last }): Gap | null => (held < last ? { interactionId: ID, afterSequence: held } : null),
    isNews: (state, previous) => state !== previous,
    list: ({ afterSequence }) => {
      asked.push(afterSequence);
      const messages = answers.shift();
      return Promise.resolve(
        messages
          ? { ok: true as const, data: { messages } }
          : { ok: false as const, error: { code: 'unavailable' as const, message: '' } },
      );
    },
  });
  return { asked, stop, tell: (last: number) => store.dispatch({ type: 'told', last }) };
}

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

it('[C3] asks a quarter of a second after the last news, page by page until nothing is missing', async () => {
  const { asked, tell } = scene([[fromVisitor(2)], [fromVisitor(3)]]);
  tell(2);
  await vi.advanceTimersByTimeAsync(249);
  tell(3);
  await vi.advanceTimersByTimeAsync(249);
  expect(asked).toEqual([]);
  await vi.advanceTimersByTimeAsync(1);
  expect(asked).toEqual([0]);
  await vi.advanceTimersByTimeAsync(250);
  expect(asked).toEqual([0, 2]);
  await vi.advanceTimersByTimeAsync(10_000);
  expect(asked).toEqual([0, 2]);
});

it('[C3] asks again with the next news where it was not answered, or with nothing', async () => {
  const { asked, stop, tell } = scene([null, []]);
  tell(2);
  await vi.advanceTimersByTimeAsync(10_000);
  tell(3);
  await vi.advanceTimersByTimeAsync(10_000);
  expect(asked).toEqual([0, 0]);
  tell(4);
  stop();
  await vi.advanceTimersByTimeAsync(10_000);
  expect(asked).toEqual([0, 0]);
});
