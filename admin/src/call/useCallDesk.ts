import { useSyncExternalStore } from 'react';

import type { CallDeskView } from '../../../plugins/attendance/media/call-desk';
import type { CallView, OngoingCall } from '../../../plugins/attendance/media/call/ongoing-call';
import { currentSession, useAttendance } from '../attendance/attendance';

const silent = (): (() => void) => () => undefined;

/** Returns the state of the call desk; null without a session. */
export function useCallDesk(): CallDeskView | null {
  // A component mounted before the session begins is rendered again by its first snapshot.
  useAttendance((state) => state.self?.id);
  const desk = currentSession()?.calls;
  return useSyncExternalStore(desk?.subscribe ?? silent, () => desk?.getView() ?? null);
}

export function useCallView(call: OngoingCall): CallView {
  return useSyncExternalStore(call.subscribe, call.getView);
}
