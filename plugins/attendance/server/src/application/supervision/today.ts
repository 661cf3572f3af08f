import type { TodayFigures } from '../../../../protocol/supervision/board';
import type { OffsetAt } from '../../domain/settings/hours';
import { todayAt } from '../../domain/supervision/today';
import type { Clock } from '../clock';
import type { Today, TodayReader } from './ports';

export interface TodayPorts {
  readonly clock: Clock;
  readonly reader: TodayReader;
  /** Time zone of the business hours. */
  readonly timeZone: () => Promise<string>;
  readonly offsetIn: (timeZone: string) => OffsetAt;
}

/** Age in ms up to which figures that were read are given again. */
const RECENT_MS = 1_000;

export function createToday({ clock, offsetIn, reader, timeZone }: TodayPorts): Today {
  const read = async (): Promise<TodayFigures> => {
    const rules = await reader.rules();
    const zone = rules.timeZone === '' ? await timeZone() : rules.timeZone;
    const { date, since } = todayAt(clock.now(), offsetIn(zone));
    return { date, timeZone: zone, ...(await reader.countsSince(since, rules)) };
  };
  let reading: Promise<TodayFigures> | null = null;
  let last: { readonly figures: TodayFigures; readonly readAt: number } | null = null;
  const readOnce = async (): Promise<TodayFigures> => {
    const readAt = clock.now();
    try {
      const figures = await read();
      last = { figures, readAt };
      return figures;
    } finally {
      reading = null;
    }
  };
  return {
    read,
    recent: async () => {
      const now = clock.now();
      if (last !== null && now >= last.readAt && now - last.readAt < RECENT_MS) return last.figures;
      reading ??= readOnce();
      return reading;
    },
  };
}
