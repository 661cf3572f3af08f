import type { State } from '../model/state';
import type { Store } from '../model/store';
import type { Wire } from '../realtime/wire';

/**
 * Whether the page's being hidden means that the visitor is elsewhere: on a phone, which puts hidden pages to sleep and cuts their
 * connections; not in a computer's tab in the background, and not while a call is heard.
 */
export function isPutAway(
  isHidden: boolean,
  isPhone: boolean,
  { interaction }: Pick<State, 'interaction'>,
): boolean {
  const isInCall = interaction && interaction.status !== 'ended' && interaction.call?.state === 'connected';
  return isHidden && isPhone && !isInCall;
}

/**
 * The visitor who leaves is away at once [P1]: browsers keep a page that was left as it was, with its connections, to show it again
 * without loading it, and tell it so; a phone lets it sleep. Back on it, the visitor is connected again [P2].
 */
export function watchLeaving(store: Store, wire: Pick<Wire, 'leave' | 'comeBack'>): void {
  const phone = matchMedia('(hover: none) and (pointer: coarse)');
  let isLeft = false;
  let isAsleep = false;
  let isGone = false;

  function look(): void {
    const shallBeGone = isLeft || isAsleep || isPutAway(document.hidden, phone.matches, store.getState());
    if (shallBeGone === isGone) return;
    isGone = shallBeGone;
    if (isGone) wire.leave();
    else wire.comeBack();
  }

  addEventListener('pagehide', () => {
    isLeft = true;
    look();
  });
  document.addEventListener('freeze', () => {
    isAsleep = true;
    look();
  });
  function wake(): void {
    isLeft = isAsleep = false;
    look();
  }
  addEventListener('pageshow', wake);
  document.addEventListener('resume', wake);
  document.addEventListener('visibilitychange', () => {
    if (document.hidden) look();
    else wake();
  });
  // A call that ends while the phone is in a pocket.
  store.subscribe(look);
  look();
}
