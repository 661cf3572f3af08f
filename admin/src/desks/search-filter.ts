import type { Channel } from '../../../plugins/attendance/protocol/shared/choices';
import type { AgentId, InteractionId, TagId } from '../../../plugins/attendance/protocol/schemas/ids';
import type { SearchPayload } from '../realtime/search-commands';

export const PERIODS = ['any', 'today', 'week', 'month', 'own'] as const;
/** Period of a search; `own` is a custom one, from one day to another. */
export type Period = (typeof PERIODS)[number];

/** Filters of a search, beside its words. Days are those of the browser's calendar. */
export interface SearchFilter {
  readonly period: Period;
  /** First day of a custom period; empty is open. */
  readonly from: string;
  /** Last day of a custom period, included; empty is open. */
  readonly to: string;
  readonly channel: Channel | null;
  readonly tagIds: readonly TagId[];
  readonly agentId: AgentId | null;
}

export const NO_FILTER: SearchFilter = {
  period: 'any',
  from: '',
  to: '',
  channel: null,
  tagIds: [],
  agentId: null,
};

/** Days that a period holds, today among them. */
const DAYS: Readonly<Record<'today' | 'week' | 'month', number>> = { today: 1, week: 7, month: 30 };

/** Returns the number of kinds of filter in force. */
export function countFilters(filter: SearchFilter): number {
  const { agentId, channel, tagIds } = filter;
  return [hasPeriod(filter), channel !== null, tagIds.length > 0, agentId !== null].filter(Boolean).length;
}

/** Returns whether a period is set; a custom one without a day is none yet. */
export function hasPeriod({ from, period, to }: SearchFilter): boolean {
  return period === 'own' ? from !== '' || to !== '' : period !== 'any';
}

/** Returns the query for the server; the days count from `now` on. */
export function toQuery(
  text: string,
  filter: SearchFilter,
  { before, now }: { readonly now: number; readonly before?: InteractionId | undefined },
): SearchPayload {
  const [from, until] = boundsOf(filter, now);
  return {
    text: text.trim(),
    tagIds: [...filter.tagIds],
    ...(filter.agentId !== null && { agentId: filter.agentId }),
    ...(filter.channel !== null && { channel: filter.channel }),
    ...(from !== null && { from }),
    ...(until !== null && { until }),
    ...(before !== undefined && { before }),
  };
}

function boundsOf({ from, period, to }: SearchFilter, now: number): readonly (number | null)[] {
  switch (period) {
    case 'any':
      return [null, null];
    case 'own':
      return [startOf(from, 0), startOf(to, 1)];
    default: {
      const day = new Date(now);
      return [new Date(day.getFullYear(), day.getMonth(), day.getDate() + 1 - DAYS[period]).getTime(), null];
    }
  }
}

/**
 * Returns midnight of a day, or of one some days later, in ms; null while it is no day. A year that is still being
 * typed is long ago.
 */
function startOf(day: string, daysLater: number): number | null {
  const [, year, month, date] = /^(\d{4})-(\d\d)-(\d\d)$/.exec(day) ?? [];
  if (year === undefined) return null;
  return Math.max(0, new Date(Number(year), Number(month) - 1, Number(date) + daysLater).getTime());
}
