import type { TodayFigures } from '../../../../protocol/supervision/board';
import { todayAt } from '../../domain/reports/calendar';
import { zoneOf, type ScopePorts } from '../reports/scope';
import type { Today, TodayReader } from './ports';

export interface TodayPorts extends Pick<ScopePorts, 'clock' | 'hours' | 'offsetIn' | 'settings'> {
  readonly reader: TodayReader;
}

/** Age in ms up to which figures that were read are given again. */
const RECENT_MS = 1_000;

export function createToday({ clock, hours, offsetIn, reader, settings }: TodayPorts): Today {
  const read = async (): Promise<TodayFigures> => {
    const [rules, schedule] = await Promise.all([settings.get(), hours.get()]);
    const zone = zoneOf(rules, schedule);
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
