import { isLooking, unreadMessages } from './model/receipt';
import type { State } from './model/state';
import type { Store } from './model/store';
import { playNotice } from './sound';

/** Another tab of the same visitor may have the message before their eyes: it says so within this time. */
const SETTLE_MS = 400;

/** Sounds when an answer comes while the panel is closed or its tab hidden [W6]; not for what an earlier page has told already. */
export function soundNotices(store: Store): void {
  store.subscribe((state, previous) => {
    const isNews = previous.connection !== 'connecting' && newestUnread(state) > newestUnread(previous);
    if (!isNews || isLooking(state) || state.isMuted) return;
    setTimeout(() => {
      if (newestUnread(store.getState()) > 0) playNotice();
    }, SETTLE_MS);
  });
}

function newestUnread(state: State): number {
  return unreadMessages(state).at(-1)?.sequence ?? 0;
}
