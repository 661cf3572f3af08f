import type { AgentRow, Spread } from '../../../../plugins/attendance/protocol/reports/reports';
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
import type { Better } from '../format/change';
import type { Measure } from '../measures/measures';

/** A measure of an agent's own work. */
export interface AgentMeasure {
  readonly measure: Measure;
  readonly value: (row: AgentRow) => number | null;
  readonly show: (row: AgentRow, locale: string) => string;
  /** Conditions that select, of an agent's interactions, those behind the figure; null where it is not made of interactions. */
  readonly conditions: Conditions | null;
  readonly better: Better;
  /** Spread that the figure is of; absent for every other. */
  readonly spread?: (row: AgentRow) => Spread;
}

/** What an agent did in their own assignments: of an interaction that two held, each has their part [Z150]. */
type Own = 'attended' | 'missed' | 'transferred' | 'firstResponse' | 'response' | 'handling' | 'wrapUp';

const count = (measure: Own, value: (row: AgentRow) => number, better: Better = 'neither'): AgentMeasure => ({
  measure,
  value,
  show: (row, locale) => formatCount(value(row), locale),
  conditions: { own: measure },
  better,
});

const spread = (
  name: Measure,
  spreadOf: (row: AgentRow) => Spread,
  own: Own,
  better: Better = 'less',
): AgentMeasure => ({
  measure: name,
  value: (row) => spreadOf(row).medianMs,
  show: (row) => formatSpread(spreadOf(row)),
  conditions: { own },
  better,
  spread: spreadOf,
});

const time = (measure: Measure, value: (row: AgentRow) => number): AgentMeasure => ({
  measure,
  value,
  show: (row) => formatTime(value(row)),
  conditions: null,
  better: 'neither',
});

/** Columns of the table by agent, in their order; an agent's own day shows the same. */
export const AGENT_MEASURES: readonly AgentMeasure[] = [
  count('attended', ({ attended }) => attended),
  count('missed', ({ missed }) => missed, 'less'),
  count('transferred', ({ transferred }) => transferred),
  spread('ring', ({ ring }) => ring, 'attended'),
  spread('firstResponse', ({ firstResponse }) => firstResponse, 'firstResponse'),
  spread('response', ({ response }) => response, 'response'),
  spread('duration', ({ duration }) => duration, 'attended', 'neither'),
  spread('handling', ({ handling }) => handling, 'handling', 'neither'),
  spread('wrapUp', ({ wrapUp }) => wrapUp, 'wrapUp'),
  {
    measure: 'level',
    value: ({ level }) => shareOf(level.met, level.measured),
    show: ({ level }, locale) => formatShare(shareOf(level.met, level.measured), locale),
    conditions: { own: 'level' },
    better: 'more',
  },
  {
    measure: 'rating',
    value: ({ rating }) =>
      countStars(rating) >= rating.thumbsUp + rating.thumbsDown ? rating.meanStars : thumbsShare(rating),
    show: ({ rating }, locale) => formatRating(rating, locale),
    conditions: { own: 'rated' },
    better: 'more',
  },
  {
    measure: 'chatsAtOnce',
    value: ({ chatsAtOnce }) => chatsAtOnce,
    show: ({ chatsAtOnce }, locale) => formatDecimal(chatsAtOnce, locale),
    conditions: null,
    better: 'neither',
  },
  time('online', ({ onlineMs }) => onlineMs),
  time('outsideHours', ({ onlineOutsideHoursMs }) => onlineOutsideHoursMs),
  {
    measure: 'occupancy',
    value: ({ occupiedMs, onlineMs }) => shareOf(occupiedMs, onlineMs),
    show: ({ occupiedMs, onlineMs }, locale) => formatShare(shareOf(occupiedMs, onlineMs), locale),
    conditions: null,
    better: 'neither',
  },
];

/** Columns that fit a screen of 1440 px; the others can be chosen. */
export const FIRST_AGENT_COLUMNS: readonly string[] = AGENT_MEASURES.map(({ measure }) => measure).filter(
  (measure) => !['ring', 'handling', 'wrapUp', 'outsideHours'].includes(measure),
);
