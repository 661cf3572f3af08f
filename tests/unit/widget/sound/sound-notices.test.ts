import { afterEach, beforeEach, expect, it, vi } from 'vitest';

import { createStore } from '../../../../widget/app/model/store';
import { soundNotices } from '../../../../widget/app/sound/sound-notices';
import { chatting, fromAgent } from '../builders';

/** Counts the tones of every notice: two for each. */
let tones = 0;
class SilentContext {
  currentTime = 0;
  destination = {};
  resume = () => Promise.resolve();
  createGain = () => ({
    gain: { setValueAtTime() {}, exponentialRampToValueAtTime() {} },
    connect: () => ({}),
  });
  createOscillator = () => {
    tones += 1;
    return { frequency: {}, connect: () => ({ connect() {} }), start() {}, stop() {} };
  };
}

beforeEach(() => {
  tones = 0;
  vi.stubGlobal('AudioContext', SilentContext);
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

/** A conversation whose panel is closed. */
function scene() {
  const store = createStore(chatting({ isOpen: false, connection: 'live' }));
  soundNotices(store);
  const answer = (sequence: number) =>
    store.dispatch({
      type: 'message:posted',
      fact: { interactionId: 1 as never, message: fromAgent(sequence) },
    });
  const settle = async (): Promise<void> => {
    await vi.dynamicImportSettled();
    await vi.advanceTimersByTimeAsync(1_000);
  };
  return { answer, settle, store };
}

it('[W6] sounds once for an answer, and once for several that come together', async () => {
  const { answer, settle } = scene();
  answer(1);
  await settle();
  expect(tones).toBe(2);
  answer(2);
  answer(3);
  answer(4);
  await settle();
  expect(tones).toBe(4);
});

it.each(['read', 'mute'] as const)(
  '[W6] plays nothing where the visitor comes to %s while the sound is on its way',
  async (act) => {
    const { answer, settle, store } = scene();
    answer(1);
    if (act === 'mute') store.dispatch({ type: 'sound:switched' });
    else store.dispatch({ type: 'panel:changed', isOpen: true, hasFocus: true, isFullScreen: false });
    await settle();
    expect(tones).toBe(0);
  },
);
