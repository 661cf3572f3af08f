import { DURATIONS, type Duration } from '../../../../protocol/reports/report-choices';
import type { Figures, RatingFigures, Spread } from '../../../../protocol/reports/reports';
import type { Steps } from '../../application/steps';
import type { ReportSelection } from '../../application/reports/report-scope';
import { LEVEL, levelParameters } from './report-conditions';
import { groupedRows, withBefore, type Count, type GroupBy, type ReportSql } from './report-sql';
import { NO_RINGS, readRings } from './rings';
import { readSpreads, spreadOf, valueOf, valuesOf, type Measured, type OwnSpread } from './spreads';

/** Measures of an interaction; waiting times of those that gave up are told apart. */
type Measure = Duration | 'waitingOfAbandoned';
export type Spreads = ReadonlyMap<Measure, OwnSpread>;

const count = (condition: string): string => `SUM(CASE WHEN ${condition} THEN 1 ELSE 0 END)`;

/** Ratings of report rows `r`. */
export const RATING_COUNTS = {
  asked: count('r.is_rating_asked = TRUE'),
  rated: count('r.rating_score IS NOT NULL'),
  stars1: count(`r.rating_scale = 'stars' AND r.rating_score = 1`),
  stars2: count(`r.rating_scale = 'stars' AND r.rating_score = 2`),
  stars3: count(`r.rating_scale = 'stars' AND r.rating_score = 3`),
  stars4: count(`r.rating_scale = 'stars' AND r.rating_score = 4`),
  stars5: count(`r.rating_scale = 'stars' AND r.rating_score = 5`),
  thumbs_up: count(`r.rating_scale = 'thumbs' AND r.rating_score = 1`),
  thumbs_down: count(`r.rating_scale = 'thumbs' AND r.rating_score = 0`),
} as const;

const COUNTS = {
  volume: 'COUNT(*)',
  chat: count(`r.channel = 'chat'`),
  voice: count(`r.channel = 'voice'`),
  video: count(`r.channel = 'video'`),
  raised: count(`r.began_as = 'chat' AND r.channel <> 'chat'`),
  answered: count(`r.outcome = 'answered'`),
  unanswered: count(`r.outcome = 'unanswered'`),
  abandoned: count(`r.outcome = 'abandoned'`),
  gone: count(`r.outcome <> 'abandoned' AND r.ended_by = 'nobody'`),
  missed: 'SUM(r.missed_count)',
  transferred: 'SUM(r.transfer_count)',
  by_visitor: count(`r.ended_by = 'visitor'`),
  by_agent: count(`r.ended_by = 'agent'`),
  by_nobody: count(`r.ended_by = 'nobody'`),
  by_supervisor: count(`r.ended_by = 'supervisor'`),
  by_system: count(`r.ended_by = 'system'`),
  ...RATING_COUNTS,
  level_met: count(LEVEL.met),
  level_measured: count(`${LEVEL.met} OR ${LEVEL['not-met']}`),
} as const;

export type CountRow = Readonly<Record<keyof typeof COUNTS, Count>> & { readonly grp: number | null };

export function columns(counts: Readonly<Record<string, string>>): string {
  return Object.entries(counts)
    .map(([name, sql]) => `${sql} AS ${name}`)
    .join(', ');
}

/** Counts and spreads of one group of a selection. */
export interface Group {
  readonly counts: CountRow;
  readonly spreads: Spreads;
}

/** Reads the groups of a selection that have any interaction; the one group of all is `0`, and there always. */
export function* readGroups(
  sql: ReportSql,
  selection: ReportSelection,
  by: GroupBy,
  measures: readonly Measure[] = MEASURES,
): Steps<Map<number | null, Group>> {
  const { before, group, rows } = groupedRows(selection, by);
  const levels = levelParameters(selection);
  const counts = yield* sql.rows<CountRow>(
    `${withBefore(before)}SELECT ${group} AS grp, ${columns(COUNTS)} ${rows.sql}${by === 'all' ? '' : ` GROUP BY ${group}`}`,
    ...before.parameters,
    ...levels,
    ...levels,
    ...levels,
    ...rows.parameters,
  );
  const spreads = yield* readSpreads(sql, measuredOf(selection, by, measures));
  return new Map(counts.map((row) => [row.grp, { counts: row, spreads: spreads.get(row.grp) ?? new Map() }]));
}

/** Rings are of assignments: `readRings` reads them. */
const MEASURES: readonly Measure[] = [...DURATIONS.filter((name) => name !== 'ring'), 'waitingOfAbandoned'];

const ABANDONED = `r.outcome = 'abandoned'`;

function valueOfMeasure(measure: Measure): string {
  if (measure === 'waitingOfAbandoned') return `CASE WHEN ${ABANDONED} THEN r.waiting_ms END`;
  if (measure === 'waiting') return `CASE WHEN NOT (${ABANDONED}) THEN r.waiting_ms END`;
  return valueOf(measure, 'r');
}

function measuredOf(
  selection: ReportSelection,
  by: GroupBy,
  measures: readonly Measure[],
): Measured<Measure> {
  const { before, group, rows } = groupedRows(selection, by);
  const values = valuesOf(measures, 'r', valueOfMeasure);
  return {
    measures,
    before: before.sql,
    sql: `SELECT ${group} AS grp, ${values} ${rows.sql}`,
    parameters: [...before.parameters, ...rows.parameters],
  };
}

export function toRating(row: Readonly<Record<keyof typeof RATING_COUNTS, Count>>): RatingFigures {
  const stars: RatingFigures['stars'] = [
    Number(row.stars1),
    Number(row.stars2),
    Number(row.stars3),
    Number(row.stars4),
    Number(row.stars5),
  ];
  const withStars = stars.reduce((sum, each) => sum + each, 0);
  const total = stars.reduce((sum, each, index) => sum + each * (index + 1), 0);
  return {
    asked: Number(row.asked),
    rated: Number(row.rated),
    stars,
    meanStars: withStars === 0 ? null : total / withStars,
    thumbsUp: Number(row.thumbs_up),
    thumbsDown: Number(row.thumbs_down),
  };
}

export function toLevel({ level_measured, level_met }: CountRow): Figures['level'] {
  return { met: Number(level_met), measured: Number(level_measured) };
}

export const NO_LEVEL: Figures['level'] = { met: 0, measured: 0 };

export function toByChannel({ chat, video, voice }: CountRow): Figures['byChannel'] {
  return { chat: Number(chat), voice: Number(voice), video: Number(video) };
}

/** Makes figures of a group and of the rings of its assignments. */
export function toFigures({ counts: row, spreads }: Group, rings: Spread): Figures {
  const volume = Number(row.volume);
  const abandoned = Number(row.abandoned);
  return {
    volume,
    byChannel: toByChannel(row),
    raised: Number(row.raised),
    answered: Number(row.answered),
    unanswered: Number(row.unanswered),
    abandoned,
    gone: Number(row.gone),
    missed: Number(row.missed),
    transferred: Number(row.transferred),
    endedBy: {
      visitor: Number(row.by_visitor),
      agent: Number(row.by_agent),
      nobody: Number(row.by_nobody),
      supervisor: Number(row.by_supervisor),
      system: Number(row.by_system),
    },
    waitingOfAbandoned: spreadOf(spreads.get('waitingOfAbandoned'), abandoned),
    spreads: Object.fromEntries(
      DURATIONS.map((measure) => [
        measure,
        measure === 'ring' ? rings : spreadOf(spreads.get(measure), volume),
      ]),
    ) as Figures['spreads'],
    level: toLevel(row),
    rating: toRating(row),
  };
}

/** Reads the figures of a whole selection. */
export function* readFigures(sql: ReportSql, selection: ReportSelection): Steps<Figures> {
  const [group] = (yield* readGroups(sql, selection, 'all')).values();
  if (group === undefined) throw new Error('counting returned no row');
  const rings = yield* readRings(sql, selection, 'all');
  return toFigures(group, rings.get(0) ?? NO_RINGS);
}
