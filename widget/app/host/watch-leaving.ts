import type { State } from '../model/state';
import type { Store } from '../model/store';
import type { Wire } from '../realtime/wire';

/**
 * Returns whether a hidden page means that the visitor has left: it does on a phone, which puts hidden pages to sleep and cuts
 * their connections; not in a computer's tab in the background, and not while a call is connected.
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
 * Marks a visitor who leaves as away at once [P1]: browsers keep a page that was left as it was, with its connections, to show it
 * again without loading it, and notify it of both; a phone lets it sleep. Back on it, the visitor is connected again [P2].
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
  // A call may end while the phone is in a pocket.
  store.subscribe(look);
  look();
}
