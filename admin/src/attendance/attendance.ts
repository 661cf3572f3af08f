import { useSyncExternalStore } from 'react';

import { linkCall } from '../../../plugins/attendance/chat/link-call';
import type { CallDesk } from '../../../plugins/attendance/media/call-desk';
import { openCallDesk } from '../desks/call-desk';
import { openFileDesk, type FileDesk } from '../desks/file-desk';
import type { State } from '../model/state';
import { createStore, type Store } from '../model/store';
import { startSession, type Session, type SessionDesks, type SessionOptions } from '../realtime/session';
import type { SupervisionFact } from '../realtime/supervision-commands';
import type { Wire } from '../realtime/wire';
import { followServerClock } from '../ui/useNow';

/**
 * The long-lived parts of a tab, outside React: the call, the files and the search outlive the pages, which come and
 * go.
 */
interface Desks {
  readonly calls: CallDesk;
  readonly files: FileDesk;
  /**
   * Returns a desk that a page brings with it, and opens it where it is asked for the first time; from then on it stays, until the
   * session ends.
   */
  desk<Desk extends Stoppable>(open: OpenDesk<Desk>): Desk;
}

/** A desk that is opened late, and may take the facts for supervisors. */
interface Stoppable {
  stop(): void;
  hear?(fact: SupervisionFact): void;
}

type OpenDesk<Desk> = (store: Store, wire: Wire) => Desk;

interface Attendance extends Session, Desks {}

/** The tab's one store, for at most one session: the shell starts and stops it, the pages subscribe. */
export const store = createStore();
followServerClock(() => store.getState().clockOffsetMs);

let attendance: Attendance | null = null;

/** Connects, and opens the desks; does nothing while there is a session already. */
export function beginSession(options: SessionOptions): void {
  attendance ??= startAttendance(options);
}

export function endSession(): void {
  attendance?.stop();
  attendance = null;
}

/** Returns the session of the agent who is signed in; a page is on screen only while there is one. */
export function currentSession(): Attendance | null {
  return attendance;
}

/** Returns a part of the state; the component renders again when that part is another one (by `Object.is`). */
export function useAttendance<Part>(select: (state: State) => Part): Part {
  return useSyncExternalStore(store.subscribe, () => select(store.getState()));
}

/** The admin's composition root: the session, and what each desk does over its connection. */
function startAttendance(options: SessionOptions): Attendance {
  const { desks, ...session } = startSession(store, options, (wire) => openDesks(wire, options));
  return { ...desks, ...session };
}

function openDesks(wire: Wire, options: SessionOptions): Desks & SessionDesks {
  const calls = openCallDesk(store, {
    language: options.locale,
    link: (id) => linkCall(wire, id),
    // The call engine is loaded on demand: chats alone need none of it.
    loadEngine: async () => (await import('../../../plugins/attendance/media/start-call')).startCall,
  });
  const files = openFileDesk(store, options);
  const late = new Map<OpenDesk<Stoppable>, Stoppable>();
  return {
    calls,
    files,
    desk: <Desk extends Stoppable>(open: OpenDesk<Desk>) => {
      // A desk is stored under its `open`, which opens nothing else.
      const desk = (late.get(open) as Desk | undefined) ?? open(store, wire);
      late.set(open, desk);
      return desk;
    },
    handleCallFact: calls.hear,
    handleSupervisionFact: (fact) => {
      for (const desk of late.values()) desk.hear?.(fact);
    },
    hangUp: calls.hangUp,
    stop: () => {
      for (const desk of [calls, files, ...late.values()]) desk.stop();
    },
  };
}
