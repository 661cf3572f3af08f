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

/** Age in ms at which figures are read anew: whoever asks meanwhile is given those. */
const KEPT_MS = 900;

export function createToday({ clock, offsetIn, reader, timeZone }: TodayPorts): Today {
  let kept: { readonly at: number; readonly figures: Promise<TodayFigures> } | null = null;
  const read = async (now: number): Promise<TodayFigures> => {
    const rules = await reader.rules();
    const zone = rules.timeZone === '' ? await timeZone() : rules.timeZone;
    const { date, since } = todayAt(now, offsetIn(zone));
    return { date, timeZone: zone, ...(await reader.countsSince(since, rules)) };
  };
  return {
    read: () => {
      const now = clock.now();
      if (kept !== null && now >= kept.at && now - kept.at < KEPT_MS) return kept.figures;
      const figures = read(now);
      kept = { at: now, figures };
      // What could not be read is read again by the next who asks.
      figures.catch(() => {
        kept = null;
      });
      return figures;
    },
  };
}
