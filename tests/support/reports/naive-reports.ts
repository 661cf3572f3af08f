import {
  DURATIONS,
  ENDED_BY,
  type Duration,
} from '../../../plugins/attendance/protocol/reports/report-choices';
import type { ReportFilter } from '../../../plugins/attendance/protocol/reports/report-filter';
import type {
  AgentRow,
  Figures,
  GroupRow,
  HandOver,
  LevelFigures,
  Overview,
  RatingFigures,
  ReportDay,
  Spread,
} from '../../../plugins/attendance/protocol/reports/reports';
import type { DataAssignment, DataRow, ReportData } from './report-data';

/** How reports are cut, as the tests' own calculation knows it: by Intl's calendar, not by the product's. */
export interface NaiveCut {
  readonly timeZone: string;
  readonly chatLevelMs: number;
  readonly callLevelMs: number;
}

/** The nearest rank: the value at place ceil(share × n) of the sorted ones. */
export function nearestRank(values: readonly number[], share: number): number | null {
  const sorted = [...values].sort((one, other) => one - other);
  return sorted[Math.ceil(Number((share * sorted.length).toFixed(6))) - 1] ?? null;
}

/** The mean of response times is over all responses: their sum by their number. */
function naiveResponses(rows: readonly (DataRow | DataAssignment)[]): Spread {
  const own = rows.filter(({ response_count }) => response_count > 0);
  const sum = own.reduce((total, { response_total_ms }) => total + response_total_ms, 0);
  const count = own.reduce((total, { response_count }) => total + response_count, 0);
  return { ...naiveSpread(rows.map(responseOf)), meanMs: count === 0 ? null : Math.round(sum / count) };
}

export function naiveSpread(values: readonly (number | null)[]): Spread {
  const own = values.filter((value) => value !== null);
  const sum = own.reduce((total, value) => total + value, 0);
  return {
    count: own.length,
    absent: values.length - own.length,
    medianMs: nearestRank(own, 0.5),
    p90Ms: nearestRank(own, 0.9),
    meanMs: own.length === 0 ? null : Math.round(sum / own.length),
  };
}

const clocks = new Map<string, Intl.DateTimeFormat>();

/** What calendar and clock on a wall of this zone show. */
export function wallOf(timeZone: string, instant: number) {
  const clock =
    clocks.get(timeZone) ??
    new Intl.DateTimeFormat('en-CA', {
      timeZone,
      year: 'numeric',
      month: '2-digit',
      day: '2-digit',
      hour: '2-digit',
      hourCycle: 'h23',
      weekday: 'short',
    });
  clocks.set(timeZone, clock);
  const parts = Object.fromEntries(clock.formatToParts(instant).map(({ type, value }) => [type, value]));
  return {
    date: `${parts['year']}-${parts['month']}-${parts['day']}`,
    hour: Number(parts['hour']),
    weekday: ['Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat', 'Sun'].indexOf(parts['weekday'] ?? ''),
  };
}

export function selectedRows({ assignments, rows, tags }: ReportData, filter: ReportFilter, cut: NaiveCut) {
  const heldBy = new Map<number, Set<number>>();
  for (const { agent_id, interaction_id } of assignments)
    heldBy.set(interaction_id, (heldBy.get(interaction_id) ?? new Set()).add(agent_id));
  return rows.filter((row) => {
    const { date } = wallOf(cut.timeZone, row.requested_at);
    return (
      date >= filter.from &&
      date <= filter.to &&
      (filter.channel === undefined || row.channel === filter.channel) &&
      (filter.siteId === undefined || row.site_id === filter.siteId) &&
      (filter.departmentId === undefined ||
        row.department_id === (filter.departmentId === 'none' ? null : filter.departmentId)) &&
      (filter.agentId === undefined || heldBy.get(row.interaction_id)?.has(filter.agentId) === true) &&
      (filter.tagId === undefined ||
        tags.some((tag) => tag.interaction_id === row.interaction_id && tag.tag_id === filter.tagId)) &&
      (filter.origin === undefined || row.origin === filter.origin)
    );
  });
}

function naiveLevel(rows: readonly DataRow[], { callLevelMs, chatLevelMs }: NaiveCut): LevelFigures {
  const judged = rows.flatMap((row) => {
    const level = row.began_as === 'chat' ? chatLevelMs : callLevelMs;
    if (row.outcome === 'abandoned') return (row.waiting_ms ?? 0) >= level ? [false] : [];
    if (row.first_response_ms === null) return row.outcome === 'answered' ? [false] : [];
    return [row.first_response_ms <= level];
  });
  return { met: judged.filter(Boolean).length, measured: judged.length };
}

function naiveRating(rows: readonly DataRow[]): RatingFigures {
  const stars = rows
    .filter(({ rating_scale }) => rating_scale === 'stars')
    .map(({ rating_score }) => rating_score ?? 0);
  const thumbs = rows
    .filter(({ rating_scale }) => rating_scale === 'thumbs')
    .map(({ rating_score }) => rating_score);
  return {
    asked: rows.filter(({ is_rating_asked }) => is_rating_asked).length,
    rated: stars.length + thumbs.length,
    stars: [1, 2, 3, 4, 5].map(
      (score) => stars.filter((each) => each === score).length,
    ) as RatingFigures['stars'],
    meanStars: stars.length === 0 ? null : stars.reduce((sum, each) => sum + each, 0) / stars.length,
    thumbsUp: thumbs.filter((score) => score === 1).length,
    thumbsDown: thumbs.filter((score) => score === 0).length,
  };
}

function responseOf({ response_count, response_total_ms }: DataRow | DataAssignment): number | null {
  return response_count === 0 ? null : Math.floor(response_total_ms / response_count);
}

const VALUES: Readonly<Record<Duration, (row: DataRow) => number | null>> = {
  waiting: ({ outcome, waiting_ms }) => (outcome === 'abandoned' ? null : waiting_ms),
  ring: ({ ring_ms }) => ring_ms,
  firstResponse: ({ first_response_ms }) => first_response_ms,
  response: responseOf,
  duration: ({ duration_ms }) => duration_ms,
  handling: ({ handling_ms }) => handling_ms,
  wrapUp: ({ wrap_up_ms }) => wrap_up_ms,
  call: ({ call_ms }) => call_ms,
};

function channelsOf(rows: readonly DataRow[]): Figures['byChannel'] {
  const of = (channel: string): number => rows.filter((row) => row.channel === channel).length;
  return { chat: of('chat'), voice: of('voice'), video: of('video') };
}

/** Rings are of assignments: those that nobody opened have none. */
function ringsOf(rows: readonly DataRow[], { assignments }: Pick<ReportData, 'assignments'>): Spread {
  const ids = new Set(rows.map(({ interaction_id }) => interaction_id));
  return naiveSpread(
    assignments.filter(({ interaction_id }) => ids.has(interaction_id)).map(({ ring_ms }) => ring_ms),
  );
}

export function naiveFigures(
  rows: readonly DataRow[],
  cut: NaiveCut,
  data: Pick<ReportData, 'assignments'>,
): Figures {
  const abandoned = rows.filter(({ outcome }) => outcome === 'abandoned');
  const sum = (value: (row: DataRow) => number): number => rows.reduce((total, row) => total + value(row), 0);
  return {
    volume: rows.length,
    byChannel: channelsOf(rows),
    raised: rows.filter((row) => row.began_as === 'chat' && row.channel !== 'chat').length,
    answered: rows.filter(({ outcome }) => outcome === 'answered').length,
    unanswered: rows.filter(({ outcome }) => outcome === 'unanswered').length,
    abandoned: abandoned.length,
    gone: rows.filter((row) => row.outcome !== 'abandoned' && row.ended_by === 'nobody').length,
    missed: sum(({ missed_count }) => missed_count),
    transferred: sum(({ transfer_count }) => transfer_count),
    endedBy: Object.fromEntries(
      ENDED_BY.map((who) => [who, rows.filter(({ ended_by }) => ended_by === who).length]),
    ) as Figures['endedBy'],
    waitingOfAbandoned: naiveSpread(abandoned.map(({ waiting_ms }) => waiting_ms)),
    spreads: {
      ...(Object.fromEntries(
        DURATIONS.map((name) => [name, naiveSpread(rows.map(VALUES[name]))]),
      ) as Figures['spreads']),
      response: naiveResponses(rows),
      ring: ringsOf(rows, data),
    },
    level: naiveLevel(rows, cut),
    rating: naiveRating(rows),
  };
}

function datesOf({ from, to }: Pick<ReportFilter, 'from' | 'to'>): string[] {
  const dates: string[] = [];
  for (let at = Date.parse(`${from}T12:00Z`); ; at += 86_400_000) {
    const date = new Date(at).toISOString().slice(0, 10);
    if (date > to) return dates;
    dates.push(date);
  }
}

function naiveDays(
  rows: readonly DataRow[],
  filter: ReportFilter,
  cut: NaiveCut,
  data: ReportData,
): ReportDay[] {
  return datesOf(filter).map((date) => {
    const own = rows.filter((row) => wallOf(cut.timeZone, row.requested_at).date === date);
    const figures = naiveFigures(own, cut, data);
    return {
      date,
      byChannel: figures.byChannel,
      abandoned: figures.abandoned,
      missed: figures.missed,
      waitingMedianMs: figures.spreads.waiting.medianMs,
      waitingP90Ms: figures.spreads.waiting.p90Ms,
      firstResponseMedianMs: figures.spreads.firstResponse.medianMs,
      firstResponseP90Ms: figures.spreads.firstResponse.p90Ms,
      level: figures.level,
    };
  });
}

function naiveHours(rows: readonly DataRow[], { timeZone }: NaiveCut): number[][] {
  const hours = Array.from({ length: 7 }, () => Array.from({ length: 24 }, () => 0));
  for (const { requested_at } of rows) {
    const { hour, weekday } = wallOf(timeZone, requested_at);
    const day = hours[weekday] ?? [];
    day[hour] = (day[hour] ?? 0) + 1;
  }
  return hours;
}

/** The most frequent ones; of two as frequent, the one whose `first` is lower. */
function top(all: readonly (readonly [key: string, first: number])[]): { key: string; count: number }[] {
  const counts = new Map<string, { count: number; first: number }>();
  for (const [key, first] of all) {
    const known = counts.get(key) ?? { count: 0, first };
    counts.set(key, { count: known.count + 1, first: Math.min(known.first, first) });
  }
  return [...counts]
    .sort(([, one], [, other]) => other.count - one.count || one.first - other.first)
    .slice(0, 10)
    .map(([key, { count }]) => ({ key, count }));
}

/** The overview but for what is beside the interactions. */
export function naiveOverview(
  data: ReportData,
  filter: ReportFilter,
  cut: NaiveCut,
): Pick<Overview, 'figures' | 'days' | 'hours' | 'origins' | 'tags'> {
  const rows = selectedRows(data, filter, cut);
  const ids = new Set(rows.map(({ interaction_id }) => interaction_id));
  const tags = data.tags.filter(({ interaction_id }) => ids.has(interaction_id));
  return {
    figures: naiveFigures(rows, cut, data),
    days: naiveDays(rows, filter, cut, data),
    hours: naiveHours(rows, cut),
    origins: top(
      rows
        .filter(({ origin }) => origin !== '')
        .map(({ interaction_id, origin }) => [origin, interaction_id]),
    ).map(({ count, key }) => ({ origin: key, count })),
    tags: top(tags.map(({ tag_id }) => [String(tag_id), tag_id])).map(({ count, key }) => ({
      id: Number(key) as Overview['tags'][number]['id'],
      name: `Etiqueta ${key}`,
      count,
    })),
  };
}

export function naiveGroups(
  data: ReportData,
  by: 'departments' | 'sites',
  filter: ReportFilter,
  cut: NaiveCut,
): GroupRow[] {
  const rows = selectedRows(data, filter, cut);
  const idOf = (row: DataRow) => (by === 'sites' ? row.site_id : row.department_id);
  return [...new Set(rows.map(idOf))]
    .map((id) => {
      const own = rows.filter((row) => idOf(row) === id);
      const last = own.at(-1);
      const name = by === 'sites' ? last?.site_name : last?.department_name;
      return { id, name: id === null ? '' : (name ?? ''), figures: naiveFigures(own, cut, data) };
    })
    .sort((one, other) => other.figures.volume - one.figures.volume || (one.id ?? 0) - (other.id ?? 0));
}

/** Figures of agents by their assignments; times Online are the sweep's, which has a test of its own. */
export type NaiveAgentRow = Omit<
  AgentRow,
  'chatsAtOnce' | 'onlineMs' | 'onlineOutsideHoursMs' | 'occupiedMs' | 'name'
>;

export function naiveAgents(
  data: ReportData,
  filter: ReportFilter,
  cut: NaiveCut,
): Map<number, NaiveAgentRow> {
  const rows = new Map(selectedRows(data, filter, cut).map((row) => [row.interaction_id, row]));
  const assignments = data.assignments.filter(
    ({ agent_id, interaction_id }) =>
      rows.has(interaction_id) && (filter.agentId === undefined || agent_id === filter.agentId),
  );
  const ids = new Set([...assignments, ...data.presence].map(({ agent_id }) => agent_id));
  return new Map(
    [...ids]
      .filter((id) => filter.agentId === undefined || id === filter.agentId)
      .map((id) => {
        const own = assignments.filter(({ agent_id }) => agent_id === id);
        const opened = own.filter(({ opened_at }) => opened_at !== null);
        const spread = (value: (assignment: DataAssignment) => number | null): Spread =>
          naiveSpread(own.map(value));
        const judged = own.flatMap(({ first_response_ms, interaction_id, opened_at }) => {
          const row = rows.get(interaction_id);
          const level = row?.began_as === 'chat' ? cut.chatLevelMs : cut.callLevelMs;
          if (first_response_ms !== null) return [first_response_ms <= level];
          const isNobodys = row?.outcome === 'answered' && row.first_response_ms === null;
          return isNobodys && opened_at !== null ? [false] : [];
        });
        const figures: NaiveAgentRow = {
          id: id as AgentRow['id'],
          attended: opened.length,
          missed: own.filter(
            ({ opened_at, outcome }) =>
              outcome === 'missed' || (outcome === 'reassigned' && opened_at === null),
          ).length,
          transferred: own.filter(({ outcome }) => outcome === 'transferred').length,
          ring: spread(({ ring_ms }) => ring_ms),
          firstResponse: spread(({ first_response_ms }) => first_response_ms),
          response: naiveResponses(own),
          duration: naiveSpread(
            [...new Set(opened.map(({ interaction_id }) => interaction_id))].map(
              (interaction) => rows.get(interaction)?.duration_ms ?? null,
            ),
          ),
          handling: spread(({ handling_ms }) => handling_ms),
          wrapUp: spread(({ wrap_up_ms }) => wrap_up_ms),
          level: { met: judged.filter(Boolean).length, measured: judged.length },
          rating: naiveRating([...rows.values()].filter(({ agent_id }) => agent_id === id)),
        };
        return [id, figures];
      }),
  );
}

/** Who handed on to whom: each assignment that was handed on, and the one after it. */
export function naiveHandOvers(data: ReportData, filter: ReportFilter, cut: NaiveCut): HandOver[] {
  const pairs = new Map<string, { from: number; to: number | null; count: number }>();
  for (const { interaction_id } of selectedRows(data, filter, cut)) {
    const own = data.assignments
      .filter((one) => one.interaction_id === interaction_id)
      .sort((one, other) => one.assigned_at - other.assigned_at || one.id - other.id);
    for (const [index, { agent_id: from, outcome }] of own.entries()) {
      if (outcome !== 'transferred' || (filter.agentId !== undefined && filter.agentId !== from)) continue;
      const to = own[index + 1]?.agent_id ?? null;
      const key = `${from}>${to}`;
      pairs.set(key, { from, to, count: (pairs.get(key)?.count ?? 0) + 1 });
    }
  }
  const named = (id: number) => ({ id: id as AgentRow['id'], name: `Agente ${id}` });
  return [...pairs.values()]
    .sort((one, other) => other.count - one.count || one.from - other.from || (one.to ?? 0) - (other.to ?? 0))
    .map(({ count, from, to }) => ({ from: named(from), to: to === null ? null : named(to), count }));
}
