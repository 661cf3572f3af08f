import { lazyPart } from '../parts/lazy-part';
import type { State } from '../model/state';
import type { Store } from '../model/store';
import { isHeard, newestUnread } from './is-heard';

const soundPart = lazyPart(() => import('./play-when-settled'));

/** Plays a sound for an answer while the panel is closed or its tab hidden [W6], unless an earlier page has notified of it. */
export function soundNotices(store: Store): void {
  const isNews = (state: State, previous: State): boolean =>
    previous.connection !== 'connecting' && newestUnread(state) > newestUnread(previous);
  store.subscribe((state, previous) => {
    if (!isNews(state, previous) || !isHeard(state)) return;
    // If the part cannot be fetched, the next answer fetches it anew.
    void soundPart.open(null).then(
      ({ playWhenSettled }) => playWhenSettled(store.getState),
      () => {},
    );
  });
}
