import type { HoursUpdate, OpenState } from '../../../../protocol/settings/hours';
import { openState, type OffsetAt } from '../../domain/settings/hours';
import type { Clock } from '../clock';
import type { Outcome } from '../outcome';

/** The one row of when the company attends. */
export interface HoursStore {
  get(): Promise<HoursUpdate>;
  /** Refused with `conflict` when somebody else changed it since `version` was read. */
  update(hours: HoursUpdate): Promise<Outcome<HoursUpdate>>;
  /** Makes the row: Monday to Friday from 9 to 18, and off. */
  ensure(): Promise<void>;
}

export interface OpeningHours {
  get(): Promise<HoursUpdate>;
  update(hours: HoursUpdate): Promise<Outcome<HoursUpdate>>;
  /** Cheap enough to ask each second: it is computed anew when the answer may be another one. */
  state(): Promise<OpenState>;
}

export interface OpeningHoursPorts {
  readonly store: HoursStore;
  readonly clock: Clock;
  readonly offsetIn: (timeZone: string) => OffsetAt;
  /** Open or closed may be another answer now. */
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
