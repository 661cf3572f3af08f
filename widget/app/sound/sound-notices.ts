import { lazyPart } from '../parts/lazy-part';
import { isLooking, unreadMessages } from '../model/receipt';
import type { State } from '../model/state';
import type { Store } from '../model/store';

const soundPart = lazyPart(() => import('./sound'));

/** Another tab of the same visitor may have the message before their eyes: it says so within this time. */
const SETTLE_MS = 400;

/** Sounds when an answer comes while the panel is closed or its tab hidden [W6]; not for what an earlier page has told already. */
export function soundNotices(store: Store): void {
  /** The next answer asks anew for a sound that did not come. */
  async function sound(): Promise<void> {
    const coming = soundPart.open(null).catch(() => null);
    await new Promise((resume) => setTimeout(resume, SETTLE_MS));
    if (newestUnread(store.getState()) > 0) (await coming)?.playNotice();
  }

  store.subscribe((state, previous) => {
    const isNews = previous.connection !== 'connecting' && newestUnread(state) > newestUnread(previous);
    if (isNews && !isLooking(state) && !state.isMuted) void sound();
  });
}

function newestUnread(state: State): number {
  return unreadMessages(state).at(-1)?.sequence ?? 0;
}
