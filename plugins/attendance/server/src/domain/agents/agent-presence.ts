import type { PresenceEndReason } from '../../../../protocol/reports/report-choices';
import type { OfflineReason } from '../../../../protocol/schemas/statuses';
import type { Presence } from '../../../../protocol/schemas/scalars';
import { isTooManyMissed } from '../routing/ring';

const OFFLINE_REASONS: Readonly<Record<PresenceEndReason, OfflineReason | null>> = {
  missed: 'missed',
  lost: 'lost',
  'own-choice': null,
  'signed-out': null,
  supervisor: 'supervisor',
  removed: null,
  outage: null,
};

/** Returns what the agent is told of why they are Offline; null where they know. */
export function offlineReasonOf(reason: PresenceEndReason): OfflineReason | null {
  return OFFLINE_REASONS[reason];
}

/** Columns that a change of presence writes, the agent's change or the service's. */
export interface PresenceChange {
  readonly presence: Presence;
  readonly offlineReason: OfflineReason | null;
  /** Words of the supervisor who set them Offline; null where none did [R17]. */
  readonly offlineNote: string | null;
  readonly missedInARow: number;
  /** Null where a reservation lapses; else absent. */
  readonly reservedFor?: null;
}

/** Returns the columns of a change of presence: it resets the count of missed interactions [R10], and Offline ends a reservation for a call [R8]. */
export function presenceChange(
  presence: Presence,
  offlineReason: OfflineReason | null,
  offlineNote: string | null = null,
): PresenceChange {
  return {
    presence,
    offlineReason,
    offlineNote,
    missedInARow: 0,
    ...(presence === 'offline' && { reservedFor: null }),
  };
}

/** Returns the columns of an agent after one more missed interaction [R10]: one too many in a row sets an Online agent Offline. */
export function afterMissed({
  missedInARow,
  missedMax,
  presence,
}: {
  readonly missedInARow: number;
  readonly missedMax: number;
  readonly presence: Presence;
}): PresenceChange | { readonly missedInARow: number } {
  const missed = missedInARow + 1;
  return presence === 'online' && isTooManyMissed(missed, missedMax)
    ? presenceChange('offline', 'missed')
    : { missedInARow: missed };
}
