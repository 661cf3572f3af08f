import type { State } from '../model/state';
import { isHeard, newestUnread } from './is-heard';
import { playNotice } from './sound';

/** Another tab of the same visitor may have the message before their eyes: it says so within this time, in ms. */
const SETTLE_MS = 400;

let isDue = false;

/**
 * Plays the notice after a moment, unless the answer was read or the panel muted meanwhile. Answers that come within that moment
 * are notified of by the same sound.
 */
export async function playWhenSettled(getState: () => State): Promise<void> {
  if (isDue) return;
  isDue = true;
  await new Promise((resume) => setTimeout(resume, SETTLE_MS));
  isDue = false;
  const state = getState();
  if (newestUnread(state) > 0 && isHeard(state)) playNotice();
}
