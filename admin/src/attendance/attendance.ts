import { useSyncExternalStore } from 'react';

import { openCallDesk, type CallDesk } from '../desks/call-desk';
import { openFileDesk, type FileDesk } from '../desks/file-desk';
import { openSearchDesk, type SearchDesk } from '../desks/search-desk';
import type { State } from '../model/state';
import { createStore } from '../model/store';
import { linkOf } from '../realtime/call-commands';
import { searchCommands } from '../realtime/search-commands';
import { startSession, type Session } from '../realtime/session';
import { openWire, type WireOptions } from '../realtime/wire';
import { followServerClock } from '../ui/useNow';

/** What owns the call, the files and the search of a tab, outside React: pages come and go, they stay. */
interface Desks {
  readonly calls: CallDesk;
  readonly files: FileDesk;
  readonly search: SearchDesk;
}

interface Attendance extends Session, Desks {}

/** Where the server is, the language of the agent, and the tokens that it is signed in with. */
type SessionOptions = Omit<WireOptions, 'onLost' | 'onRefused'>;

/** One store and at most one session in a tab: the shell starts and stops it, the pages subscribe. */
export const store = createStore();
followServerClock(() => store.getState().clockOffsetMs);

let attendance: Attendance | null = null;

/** Connects, and opens the desks; the session that there is already goes on. */
export function beginSession(options: SessionOptions): void {
  attendance ??= startAttendance(options);
}

export function endSession(): void {
  attendance?.stop();
  attendance = null;
}

/** The session of who is signed in; a page is on screen only while there is one. */
export function currentSession(): Attendance | null {
  return attendance;
}

/** A part of the state; the component renders again when that part is another one (by `Object.is`). */
export function useAttendance<Part>(select: (state: State) => Part): Part {
  return useSyncExternalStore(store.subscribe, () => select(store.getState()));
}

/** The admin's composition root: opens the connection, what each desk does over it, and the session that joins them. */
function startAttendance(options: SessionOptions): Attendance {
  const wire = openWire({
    ...options,
    onLost: () => store.dispatch({ type: 'connection:lost' }),
    onRefused: (code) => store.dispatch({ type: 'connection:refused', code }),
  });
  const calls = openCallDesk(store, {
    language: options.locale,
    link: (id) => linkOf(wire, id),
    // Chats alone need none of it.
    loadEngine: async () => (await import('../../../plugins/attendance/media/start-call')).startCall,
  });
  const files = openFileDesk(store, options);
  const search = openSearchDesk(store, searchCommands(wire));
  const session = startSession(store, wire, {
    hearCall: calls.hear,
    hangUp: calls.hangUp,
    stop: () => {
      for (const desk of [calls, files, search]) desk.stop();
    },
  });
  return { ...session, calls, files, search };
}
