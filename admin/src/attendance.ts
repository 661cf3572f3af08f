import { useSyncExternalStore } from 'react';

import type { State } from './model/state';
import { createStore } from './model/store';
import { startSession, type Session, type SessionOptions } from './realtime/session';

/** One store and at most one session in a tab: the shell starts and stops it, the pages subscribe. */
export const store = createStore();

let session: Session | null = null;

export function beginSession(options: SessionOptions): void {
  session ??= startSession(store, options);
}

export function endSession(): void {
  session?.stop();
  session = null;
}

/** The session of who is signed in; a page is on screen only while there is one. */
export function currentSession(): Session | null {
  return session;
}

/** A part of the state; the component renders again when that part is another one (by `Object.is`). */
export function useAttendance<Part>(select: (state: State) => Part): Part {
  return useSyncExternalStore(store.subscribe, () => select(store.getState()));
}
