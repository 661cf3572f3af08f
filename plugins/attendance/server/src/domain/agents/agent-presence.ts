import type { OfflineReason } from '../../../../protocol/schemas/statuses';
import type { Presence } from '../../../../protocol/schemas/scalars';
import { isTooManyMissed } from '../routing/ring';

/** What a choice of presence changes, the agent's or the service's. */
export interface PresenceChange {
  readonly presence: Presence;
  readonly offlineReason: OfflineReason | null;
  readonly missedInARow: number;
  /** Only where it lapses. */
  readonly reservedFor?: null;
}

/** Each choice begins the count of missed interactions anew [R10]; whoever goes Offline is kept for no call [R8]. */
export function presenceChange(presence: Presence, offlineReason: OfflineReason | null): PresenceChange {
  return {
    presence,
    offlineReason,
    missedInARow: 0,
    ...(presence === 'offline' && { reservedFor: null }),
  };
}

/** What one more missed interaction makes of an agent [R10]: one too many in a row sets an agent Offline who is Online. */
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
