import { useSyncExternalStore } from 'react';

import { openCallDesk, type CallDesk } from '../desks/call-desk';
import { openFileDesk, type FileDesk } from '../desks/file-desk';
import type { State } from '../model/state';
import { createStore, type Store } from '../model/store';
import { linkOf } from '../realtime/call-commands';
import { startSession, type Session } from '../realtime/session';
import { openWire, type Wire, type WireOptions } from '../realtime/wire';
import { followServerClock } from '../ui/useNow';

/** What owns the call, the files and whatever else goes on in a tab, outside React: pages come and go, they stay. */
interface Desks {
  readonly calls: CallDesk;
  readonly files: FileDesk;
  /**
   * Returns a desk that a page brings with it, and opens it where it is asked for the first time; from then on it stays, until the
   * session ends.
   */
  desk<Desk extends Stoppable>(open: OpenDesk<Desk>): Desk;
}

interface Stoppable {
  stop(): void;
}

type OpenDesk<Desk> = (store: Store, wire: Wire) => Desk;

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
  const late = new Map<OpenDesk<Stoppable>, Stoppable>();
  const session = startSession(store, wire, {
    hearCall: calls.hear,
    hangUp: calls.hangUp,
    stop: () => {
      for (const desk of [calls, files, ...late.values()]) desk.stop();
    },
  });
  return {
    ...session,
    calls,
    files,
    desk: <Desk extends Stoppable>(open: OpenDesk<Desk>) => {
      // Kept by what opened it, which opens nothing else.
      const desk = (late.get(open) as Desk | undefined) ?? open(store, wire);
      late.set(open, desk);
      return desk;
    },
  };
}
