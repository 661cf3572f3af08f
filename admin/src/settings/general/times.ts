import { LIMITS } from '../../../../plugins/attendance/protocol/shared/limits';
import type { GeneralSettings } from '../../../../plugins/attendance/protocol/settings/rest';
import { isWithin } from '../bounds';

export type TimeName = 'ring' | 'reserve' | 'persist' | 'grace';
type TimeField = 'ringMs' | 'reserveAfterMs' | 'persistenceMs' | 'graceMs';

interface Time {
  readonly field: TimeField;
  /** Minimum in milliseconds, as stored. */
  readonly min: number;
  readonly max: number;
  /** Unit in which the field shows it. */
  readonly unit: 'seconds' | 'minutes';
  readonly unitMs: number;
}

const seconds = (field: TimeField): Time => ({ field, ...LIMITS[field], unit: 'seconds', unitMs: 1_000 });

/** Times of the general settings, in the unit that people think of them in. */
export const TIMES: Readonly<Record<TimeName, Time>> = {
  ring: seconds('ringMs'),
  reserve: seconds('reserveAfterMs'),
  persist: seconds('persistenceMs'),
  // The minimum is half a minute: a whole one is shown.
  grace: { field: 'graceMs', min: 60_000, max: LIMITS.graceMs.max, unit: 'minutes', unitMs: 60_000 },
};

/** Returns the fields that cannot be saved as they are. */
export function faultsOf(settings: GeneralSettings): string[] {
  const faults = Object.values(TIMES)
    .filter(({ field, max, min }) => !isWithin(settings[field], Math.min(min, LIMITS[field].min), max))
    .map(({ field }): string => field);
  if (!isWithin(settings.defaultCapacity, 0, LIMITS.capacityMax)) faults.push('defaultCapacity');
  if (!isWithin(settings.missedMax, LIMITS.missedMax.min, LIMITS.missedMax.max)) faults.push('missedMax');
  return faults;
}
