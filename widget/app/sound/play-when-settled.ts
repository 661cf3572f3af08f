import type { State } from '../model/state';
import { isHeard, newestUnread } from './is-heard';
import { playNotice } from './sound';

/** The delay in ms before the sound: within it another tab of the same visitor reports that it shows the message. */
const SETTLE_MS = 400;

let isDue = false;

/**
 * Plays the notice after a moment, unless the answer was read or the panel muted meanwhile. The same sound covers answers that
 * come within that moment.
 */
export async function playWhenSettled(getState: () => State): Promise<void> {
  if (isDue) return;
  isDue = true;
  await new Promise((resume) => setTimeout(resume, SETTLE_MS));
  isDue = false;
  const state = getState();
  if (newestUnread(state) > 0 && isHeard(state)) playNotice();
}
