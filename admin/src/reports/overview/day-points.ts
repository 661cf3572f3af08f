import { CHANNELS } from '../../../../plugins/attendance/protocol/shared/choices';
import type { Channel, Locale } from '../../../../plugins/attendance/protocol/shared/choices';
import type { LevelFigures, ReportDay } from '../../../../plugins/attendance/protocol/reports/reports';
import type { Behind } from '../address/drill';
import { addDays, type Days } from '../address/periods';
import type { ChartPoint, PointValue } from '../charts/chart-points';
import { formatCount, formatDay, formatDays, formatShare, formatTime, shareOf } from '../format/figures';

/** Most bars that one chart has: beyond, they stand for weeks, then for months. */
const DAYS_MAX = 120;
const WEEKS_MAX = 120;
const WEEK = 7;

/** Counts of a day, or of a week or a month whose days the report holds. */
export interface Span extends Days {
  readonly byChannel: Readonly<Record<Channel, number>>;
  readonly abandoned: number;
  readonly missed: number;
  readonly level: LevelFigures;
}

/** Returns what a bar of these days stands for. */
export function unitOf(days: readonly ReportDay[]): 'day' | 'week' | 'month' {
  if (days.length <= DAYS_MAX) return 'day';
  return days.length <= WEEKS_MAX * WEEK ? 'week' : 'month';
}

/** Returns the counts by day; by week or month where there would be too many bars to tell apart. */
export function spansOf(days: readonly ReportDay[]): readonly Span[] {
  const unit = unitOf(days);
  if (unit === 'day') return days.map((day) => ({ ...day, from: day.date, to: day.date }));
  const keyOf = unit === 'week' ? mondayOf : (date: string) => date.slice(0, 7);
  const spans = new Map<string, Span>();
  for (const day of days) {
    const key = keyOf(day.date);
    const before = spans.get(key);
    spans.set(key, before === undefined ? { ...day, from: day.date, to: day.date } : addDay(before, day));
  }
  return [...spans.values()];
}

function addDay(span: Span, day: ReportDay): Span {
  const sum = (channel: Channel): number => span.byChannel[channel] + day.byChannel[channel];
  return {
    from: span.from,
    to: day.date,
    byChannel: { chat: sum('chat'), voice: sum('voice'), video: sum('video') },
    abandoned: span.abandoned + day.abandoned,
    missed: span.missed + day.missed,
    level: { met: span.level.met + day.level.met, measured: span.level.measured + day.level.measured },
  };
}

function mondayOf(date: string): string {
  return addDays(date, -((new Date(date).getUTCDay() + WEEK - 1) % WEEK));
}

interface PointContext {
  readonly locale: Locale;
  readonly behind: (behind: Behind) => string;
}

const titleOf = ({ from, to }: Days, locale: Locale): string =>
  from === to
    ? formatDay(from, locale, { weekday: 'short', day: 'numeric', month: 'short', year: 'numeric' })
    : formatDays({ from, to }, locale);

/** Returns the points of the chart of interactions: a part of the bar for each channel, a line for what was lost. */
export function volumePoints(spans: readonly Span[], { behind, locale }: PointContext): ChartPoint[] {
  return spans.map((span) => {
    const days = { from: span.from, to: span.to };
    const value = (drawn: PointValue['drawn'], count: number, rest: Omit<Behind, 'days'>): PointValue => ({
      drawn,
      value: count,
      text: formatCount(count, locale),
      to: behind({ days, ...rest }),
    });
    return {
      key: span.from,
      label: formatDay(span.from, locale),
      title: titleOf(days, locale),
      to: behind({ days }),
      bars: CHANNELS.map((channel) => value(channel, span.byChannel[channel], { filters: { channel } })),
      lines: [
        value('abandoned', span.abandoned, { conditions: { outcome: 'abandoned' } }),
        value('missed', span.missed, { conditions: { has: 'missed' } }),
      ],
    };
  });
}

/** Returns the points of a chart of a duration: its median and its 90th percentile, by day. */
export function timePoints(
  days: readonly ReportDay[],
  name: 'waiting' | 'firstResponse',
  { behind, locale }: PointContext,
): ChartPoint[] {
  return days.map((day) => {
    const span = { from: day.date, to: day.date };
    const to = behind({ days: span, conditions: { measured: name } });
    const value = (drawn: 'median' | 'p90', durationMs: number | null): PointValue => ({
      drawn,
      value: durationMs,
      text: formatTime(durationMs),
      to,
    });
    return {
      key: day.date,
      label: formatDay(day.date, locale),
      title: titleOf(span, locale),
      to,
      bars: [],
      lines: [value('median', day[`${name}MedianMs`]), value('p90', day[`${name}P90Ms`])],
    };
  });
}

/** Returns the points of the chart of the service level; each opens the interactions that the level counts. */
export function levelPoints(spans: readonly Span[], { behind, locale }: PointContext): ChartPoint[] {
  return spans.map(({ from, level, to: until }) => {
    const days = { from, to: until };
    const share = shareOf(level.met, level.measured);
    const to = behind({ days, conditions: { level: 'measured' } });
    const text =
      share === null
        ? formatShare(null, locale)
        : `${formatShare(share, locale)} (${level.met}/${level.measured})`;
    return {
      key: from,
      label: formatDay(from, locale),
      title: titleOf(days, locale),
      to,
      bars: [],
      lines: [{ drawn: 'share', value: share, text, to }],
    };
  });
}

/** Returns the largest figure of a chart: of a bar, its parts together. */
export function maxOf(points: readonly ChartPoint[]): number {
  return points.reduce((max, { bars, lines }) => {
    const bar = bars.reduce((sum, { value }) => sum + (value ?? 0), 0);
    return Math.max(max, bar, ...lines.map(({ value }) => value ?? 0));
  }, 0);
}
