import type { Figures, Spread } from '../../../../plugins/attendance/protocol/reports/reports';
import type { Duration } from '../../../../plugins/attendance/protocol/reports/report-choices';
import type { Conditions } from '../address/address';
import type { Better } from '../format/change';
import {
  countStars,
  formatCount,
  formatRating,
  formatShare,
  formatSpread,
  shareOf,
  thumbsShare,
} from '../format/figures';
import type { Measure } from './measures';

/** A measure of a set of interactions: how it is shown, sorted and compared, and which interactions are behind it. */
export interface FigureMeasure {
  readonly measure: Measure;
  /** Number by which rows are sorted and periods compared; null where the measure does not exist. */
  readonly value: (figures: Figures) => number | null;
  readonly show: (figures: Figures, locale: string) => string;
  /** Conditions that select the interactions behind the figure. */
  readonly conditions: Conditions;
  readonly better: Better;
  /** Spread that the figure is of; absent for every other. */
  readonly spread?: (figures: Figures) => Spread;
}

const count = (
  measure: Measure,
  value: (figures: Figures) => number,
  conditions: Conditions,
  better: Better = 'neither',
): FigureMeasure => ({
  measure,
  value,
  show: (figures, locale) => formatCount(value(figures), locale),
  conditions,
  better,
});

const spread = (
  measure: Measure,
  spreadOf: (figures: Figures) => Spread,
  conditions: Conditions,
  better: Better = 'less',
): FigureMeasure => ({
  measure,
  value: (figures) => spreadOf(figures).medianMs,
  show: (figures) => formatSpread(spreadOf(figures)),
  conditions,
  better,
  spread: spreadOf,
});

const duration = (name: Duration, better: Better = 'less'): FigureMeasure =>
  spread(name, ({ spreads }) => spreads[name], { measured: name }, better);

const VOLUME = count('volume', ({ volume }) => volume, {});
const RAISED = count('raised', ({ raised }) => raised, { raised: '1' });
const ANSWERED = count('answered', ({ answered }) => answered, { outcome: 'answered' }, 'more');
const UNANSWERED = count('unanswered', ({ unanswered }) => unanswered, { outcome: 'unanswered' }, 'less');
const ABANDONED = count('abandoned', ({ abandoned }) => abandoned, { outcome: 'abandoned' }, 'less');
/** Those that were assigned have a waiting time, and those that gave up waiting have none. */
const GONE = count('gone', ({ gone }) => gone, { endedBy: 'nobody', measured: 'waiting' }, 'less');
const MISSED = count('missed', ({ missed }) => missed, { has: 'missed' }, 'less');
const TRANSFERRED = count('transferred', ({ transferred }) => transferred, { has: 'transfer' });
const WAITING_OF_ABANDONED = spread(
  'waitingOfAbandoned',
  ({ waitingOfAbandoned }) => waitingOfAbandoned,
  { outcome: 'abandoned' },
  'neither',
);

const LEVEL: FigureMeasure = {
  measure: 'level',
  value: ({ level }) => shareOf(level.met, level.measured),
  show: ({ level }, locale) => formatShare(shareOf(level.met, level.measured), locale),
  conditions: { level: 'measured' },
  better: 'more',
};

const RATING: FigureMeasure = {
  measure: 'rating',
  // By the scale that more visitors used: stars and thumbs have no common one.
  value: ({ rating }) =>
    countStars(rating) >= rating.thumbsUp + rating.thumbsDown ? rating.meanStars : thumbsShare(rating),
  show: ({ rating }, locale) => formatRating(rating, locale),
  conditions: { has: 'rating' },
  better: 'more',
};

/** Columns of the tables by department and by site. */
export const GROUP_MEASURES: readonly FigureMeasure[] = [
  VOLUME,
  ANSWERED,
  ABANDONED,
  MISSED,
  TRANSFERRED,
  duration('waiting'),
  duration('ring'),
  duration('firstResponse'),
  duration('response'),
  duration('duration', 'neither'),
  duration('wrapUp'),
  LEVEL,
  RATING,
];

/** Columns that fit a screen of 1440 px; the others can be chosen. */
export const FIRST_GROUP_COLUMNS: readonly string[] = GROUP_MEASURES.map(({ measure }) => measure).filter(
  (measure) => !['transferred', 'ring', 'wrapUp'].includes(measure),
);

/** Cards on top of the overview. */
export const HEADLINES: readonly FigureMeasure[] = [
  VOLUME,
  duration('waiting'),
  duration('firstResponse'),
  LEVEL,
  RATING,
  ABANDONED,
];

/** All figures of a period, for the overview's table. */
export const ALL_MEASURES: readonly FigureMeasure[] = [
  VOLUME,
  RAISED,
  ANSWERED,
  UNANSWERED,
  ABANDONED,
  GONE,
  MISSED,
  TRANSFERRED,
  duration('waiting'),
  WAITING_OF_ABANDONED,
  duration('ring'),
  duration('firstResponse'),
  duration('response'),
  duration('duration', 'neither'),
  duration('handling', 'neither'),
  duration('wrapUp'),
  duration('call', 'neither'),
  LEVEL,
  RATING,
];
