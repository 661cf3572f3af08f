import { useSyncExternalStore } from 'react';

import { currentSession, useAttendance } from '../attendance/attendance';
import { openSearchDesk, type SearchDesk } from '../desks/search-desk';
import type { Store } from '../model/store';
import { searchCommands } from '../realtime/search-commands';
import type { Wire } from '../realtime/wire';
import { EMPTY_SEARCH, type SearchState } from '../desks/search-state';

const silent = (): (() => void) => () => undefined;
const nothing = (): SearchState => EMPTY_SEARCH;

const openDesk = (store: Store, wire: Wire): SearchDesk => openSearchDesk(store, searchCommands(wire));

/** Returns the search of the agent who is signed in; null without a session. */
export function useSearchDesk(): SearchDesk | null {
  // A component mounted before the session begins is rendered again by its first snapshot.
  useAttendance((state) => state.self?.id);
  return currentSession()?.desk(openDesk) ?? null;
}

export function useSearchState(desk: SearchDesk | null): SearchState {
  return useSyncExternalStore(desk?.subscribe ?? silent, desk?.getState ?? nothing);
}
