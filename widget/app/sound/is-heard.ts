import { isLooking, unreadMessages } from '../model/receipt';
import type { State } from '../model/state';

/** Returns the sequence of the newest unread message; 0 where there is none. */
export function newestUnread(state: State): number {
  return unreadMessages(state).at(-1)?.sequence ?? 0;
}

/** Returns whether an answer that comes now plays a sound [W6]: the visitor neither looks at the panel nor has muted it. */
export function isHeard(state: State): boolean {
  return !isLooking(state) && !state.isMuted;
}
