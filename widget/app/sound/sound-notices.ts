import { lazyPart } from '../parts/lazy-part';
import { isLooking, unreadMessages } from '../model/receipt';
import type { State } from '../model/state';
import type { Store } from '../model/store';

const soundPart = lazyPart(() => import('./sound'));

/** Another tab of the same visitor may have the message before their eyes: it says so within this time. */
const SETTLE_MS = 400;

/** Sounds when an answer comes while the panel is closed or its tab hidden [W6]; not for what an earlier page has told already. */
export function soundNotices(store: Store): void {
  /** Whether a sound is on its way: answers that come meanwhile are told by it. */
  let isDue = false;

  /** The next answer asks anew for a sound that did not come. */
  async function sound(): Promise<void> {
    const coming = soundPart.open(null).catch(() => null);
    await new Promise((resume) => setTimeout(resume, SETTLE_MS));
    const part = await coming;
    isDue = false;
    // What was read, or muted, while the sound was on its way is told no more.
    const state = store.getState();
    if (newestUnread(state) > 0 && isTold(state)) part?.playNotice();
  }

  store.subscribe((state, previous) => {
    const isNews = previous.connection !== 'connecting' && newestUnread(state) > newestUnread(previous);
    if (isDue || !isNews || !isTold(state)) return;
    isDue = true;
    // It does not reject.
    void sound();
  });
}

function isTold(state: State): boolean {
  return !isLooking(state) && !state.isMuted;
}

function newestUnread(state: State): number {
  return unreadMessages(state).at(-1)?.sequence ?? 0;
}
