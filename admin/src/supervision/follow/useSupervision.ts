import { useSyncExternalStore } from 'react';

import { currentSession, useAttendance } from '../../attendance/attendance';
import { openSupervisionDesk, type SupervisionDesk } from '../../desks/supervision-desk';
import { NOTHING_FOLLOWED, type SupervisionState } from '../../desks/supervision-state';
import type { Store } from '../../model/store';
import { supervisionCommands, type SupervisionCommands } from '../../realtime/supervision-commands';
import type { Wire } from '../../realtime/wire';

const silent = (): (() => void) => () => undefined;
const nothing = (): SupervisionState => NOTHING_FOLLOWED;

const openDesk = (store: Store, wire: Wire): SupervisionDesk =>
  openSupervisionDesk(store, supervisionCommands(wire));

interface CommandDesk {
  readonly commands: SupervisionCommands;
  readonly stop: () => void;
}

const openCommands = (_store: Store, wire: Wire): CommandDesk => ({
  commands: supervisionCommands(wire),
  stop: () => undefined,
});

/** Returns the desk of what this supervisor follows; null without a session. */
export function useSupervisionDesk(): SupervisionDesk | null {
  // A component mounted before the session begins is rendered again by its first snapshot.
  useAttendance((state) => state.self?.id);
  return currentSession()?.desk(openDesk) ?? null;
}

/** Returns a part of what is followed; the component renders again when that part is another one. */
export function useSupervision<Part>(
  desk: SupervisionDesk | null,
  select: (state: SupervisionState) => Part,
): Part {
  return useSyncExternalStore(desk?.subscribe ?? silent, () => select((desk?.getState ?? nothing)()));
}

/** Returns the commands of supervisors that need no desk; null without a session. */
export function supervisorCommands(): SupervisionCommands | null {
  return currentSession()?.desk(openCommands).commands ?? null;
}
