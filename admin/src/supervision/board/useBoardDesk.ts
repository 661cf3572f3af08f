import { useEffect, useSyncExternalStore } from 'react';

import { currentSession, useAttendance } from '../../attendance/attendance';
import { openBoardDesk, type BoardDesk } from '../../desks/board-desk';
import { EMPTY_BOARD, type BoardState } from '../../desks/board-state';
import type { Store } from '../../model/store';
import { supervisionCommands } from '../../realtime/supervision-commands';
import type { Wire } from '../../realtime/wire';

const silent = (): (() => void) => () => undefined;
const nothing = (): BoardState => EMPTY_BOARD;

const openDesk = (store: Store, wire: Wire): BoardDesk => openBoardDesk(store, supervisionCommands(wire));

/** Returns the live board's desk, and watches the board while the component is on screen; null without a session. */
export function useBoardDesk(): BoardDesk | null {
  // A component mounted before the session begins is rendered again by its first snapshot.
  useAttendance((state) => state.self?.id);
  const desk = currentSession()?.desk(openDesk) ?? null;
  useEffect(() => desk?.watch(), [desk]);
  return desk;
}

export function useBoardState(desk: BoardDesk | null): BoardState {
  return useSyncExternalStore(desk?.subscribe ?? silent, desk?.getState ?? nothing);
}
