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

export function createToday({ clock, offsetIn, reader, timeZone }: TodayPorts): Today {
  return {
    read: async () => {
      const rules = await reader.rules();
      const zone = rules.timeZone === '' ? await timeZone() : rules.timeZone;
      const { date, since } = todayAt(clock.now(), offsetIn(zone));
      return { date, timeZone: zone, ...(await reader.countsSince(since, rules)) };
    },
  };
}
