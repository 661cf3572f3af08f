import type { HostState, SavedState } from '../../bridge/messages';
import { toPage } from '../model/page';
import { fromSaved } from '../model/saved-state';
import type { Store } from '../model/store';
import type { Wire } from '../realtime/wire';

/** Applies the host page's new state to store and server: compares it with the state before and acts on what differs. */
export function followHost(
  store: Store,
  wire: Wire,
  previous: HostState,
  { isOpen, hasFocus, isFullScreen, ...news }: HostState,
): void {
  const state = store.getState();
  if (isOpen !== state.isOpen || hasFocus !== state.hasFocus || isFullScreen !== state.isFullScreen) {
    store.dispatch({ type: 'panel:changed', isOpen, hasFocus, isFullScreen });
  }
  const page = toPage(news);
  const { url, title } = toPage(previous);
  if (page.url !== url || page.title !== title) wire.hint('page:report', { page });
  followTabs(store, wire, fromSaved(previous.saved), fromSaved(news.saved));
}

/** Takes over what another tab of the same visitor has saved, a start key or a token: several tabs are one visitor [P6]. */
function followTabs(store: Store, wire: Wire, previous: SavedState | null, saved: SavedState | null): void {
  const { token, startKey, isRequesting } = store.getState();
  if (saved?.startKey && !startKey && !token)
    store.dispatch({ type: 'start-key:shared', startKey: saved.startKey });
  if (!saved?.token || saved.token === previous?.token || saved.token === token) return;
  store.dispatch({ type: 'token:changed', token: saved.token });
  if (!token && !isRequesting) wire.reconnect();
}
