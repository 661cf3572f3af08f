import type { HoursUpdate, OpenState } from '../../../../protocol/settings/hours';
import { openState, type OffsetAt } from '../../domain/settings/hours';
import type { Clock } from '../clock';
import type { Outcome } from '../outcome';

/** Store of the business hours, one row. */
export interface HoursStore {
  get(): Promise<HoursUpdate>;
  /** Updates the business hours. Refused with `conflict` when somebody else changed them since `version` was read. */
  update(hours: HoursUpdate): Promise<Outcome<HoursUpdate>>;
  /** Makes the row: Monday to Friday from 9 to 18, and off. */
  ensure(): Promise<void>;
}

export interface OpeningHours {
  get(): Promise<HoursUpdate>;
  update(hours: HoursUpdate): Promise<Outcome<HoursUpdate>>;
  /** Resolves to whether it is open. Cheap enough to call each second: it is computed anew only when it may have changed. */
  state(): Promise<OpenState>;
}

export interface OpeningHoursPorts {
  readonly store: HoursStore;
  readonly clock: Clock;
  readonly offsetIn: (timeZone: string) => OffsetAt;
  /** Called when it may have opened or closed. */
  readonly onChanged: () => Promise<void>;
}

const LOOK_AGAIN_MS = 3_600_000;

export function createOpeningHours({ clock, offsetIn, onChanged, store }: OpeningHoursPorts): OpeningHours {
  let known: { readonly state: OpenState; readonly from: number; readonly until: number } | null = null;
  const compute = async (): Promise<OpenState> => {
    const hours = await store.get();
    const now = clock.now();
    const state = openState(hours, offsetIn(hours.timeZone), now);
    known = { state, from: now, until: Math.min(state.changesAt ?? Infinity, now + LOOK_AGAIN_MS) };
    return state;
  };
  return {
    get: store.get,
    update: async (update) => {
      const outcome = await store.update(update);
      if (outcome.ok) {
        known = null;
        await onChanged();
      }
      return outcome;
    },
    state: async () => {
      const now = clock.now();
      return known !== null && now >= known.from && now < known.until ? known.state : compute();
    },
  };
}
