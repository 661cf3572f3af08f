import type { AgentRow, Spread } from '../../../../plugins/attendance/protocol/reports/reports';
import type { Duration } from '../../../../plugins/attendance/protocol/reports/report-choices';
import type { Conditions } from '../address/address';
import {
  countStars,
  formatCount,
  formatDecimal,
  formatRating,
  formatShare,
  formatSpread,
  formatTime,
  shareOf,
  thumbsShare,
} from '../format/figures';
import type { Measure } from '../measures/measures';

/** A measure of an agent's own work. */
export interface AgentMeasure {
  readonly measure: Measure;
  readonly value: (row: AgentRow) => number | null;
  readonly show: (row: AgentRow, locale: string) => string;
  /** Conditions that select the interactions behind the figure; null where it is not made of interactions. */
  readonly conditions: Conditions | null;
}

const count = (measure: Measure, value: (row: AgentRow) => number, conditions: Conditions): AgentMeasure => ({
  measure,
  value,
  show: (row, locale) => formatCount(value(row), locale),
  conditions,
});

const spread = (name: Duration & keyof AgentRow, spreadOf: (row: AgentRow) => Spread): AgentMeasure => ({
  measure: name,
  value: (row) => spreadOf(row).medianMs,
  show: (row) => formatSpread(spreadOf(row)),
  conditions: { measured: name },
});

const time = (measure: Measure, value: (row: AgentRow) => number): AgentMeasure => ({
  measure,
  value,
  show: (row) => formatTime(value(row)),
  conditions: null,
});

/** Columns of the table by agent, in their order; an agent's own day shows the same. */
export const AGENT_MEASURES: readonly AgentMeasure[] = [
  count('attended', ({ attended }) => attended, { outcome: 'answered' }),
  count('missed', ({ missed }) => missed, { has: 'missed' }),
  count('transferred', ({ transferred }) => transferred, { has: 'transfer' }),
  spread('firstResponse', ({ firstResponse }) => firstResponse),
  spread('response', ({ response }) => response),
  spread('duration', ({ duration }) => duration),
  spread('handling', ({ handling }) => handling),
  spread('wrapUp', ({ wrapUp }) => wrapUp),
  {
    measure: 'level',
    value: ({ level }) => shareOf(level.met, level.measured),
    show: ({ level }, locale) => formatShare(shareOf(level.met, level.measured), locale),
    conditions: { level: 'met' },
  },
  {
    measure: 'rating',
    value: ({ rating }) =>
      countStars(rating) >= rating.thumbsUp + rating.thumbsDown ? rating.meanStars : thumbsShare(rating),
    show: ({ rating }, locale) => formatRating(rating, locale),
    conditions: { has: 'rating' },
  },
  {
    measure: 'chatsAtOnce',
    value: ({ chatsAtOnce }) => chatsAtOnce,
    show: ({ chatsAtOnce }, locale) => formatDecimal(chatsAtOnce, locale),
    conditions: null,
  },
  time('online', ({ onlineMs }) => onlineMs),
  time('outsideHours', ({ onlineOutsideHoursMs }) => onlineOutsideHoursMs),
  {
    measure: 'occupancy',
    value: ({ occupiedMs, onlineMs }) => shareOf(occupiedMs, onlineMs),
    show: ({ occupiedMs, onlineMs }, locale) => formatShare(shareOf(occupiedMs, onlineMs), locale),
    conditions: null,
  },
];
