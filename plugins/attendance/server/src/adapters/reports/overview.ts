import { TABLE } from '../database/tables';
import type { Overview, ReportDay } from '../../../../protocol/reports/reports';
import type { TagId } from '../../../../protocol/schemas/ids';
import type { OverviewFigures, OverviewQuery } from '../../application/reports/report-queries';
import type { ReportSelection } from '../../application/reports/report-scope';
import type { Steps } from '../../application/steps';
import { NO_LEVEL, readFigures, readGroups, toByChannel, toLevel, type Group } from './figures';
import { readOfflineMessages } from './offline-messages';
import { conditionsOf, fromRowsOf, hourOf, weekdayOf } from './report-conditions';
import type { Count, ReportSql } from './report-sql';

const TOP = 10;
const HOURS = 24;
const WEEKDAYS = 7;

/** Reads all that the overview shows [D1]. */
export function* readOverview(sql: ReportSql, { before, selection }: OverviewQuery): Steps<OverviewFigures> {
  return {
    figures: yield* readFigures(sql, selection),
    before: {
      figures: yield* readFigures(sql, before),
      offlineMessages: yield* readOfflineMessages(sql, before),
    },
    days: yield* readDays(sql, selection),
    hours: yield* readHours(sql, selection),
    origins: yield* readOrigins(sql, selection),
    tags: yield* readTags(sql, selection),
    offlineMessages: yield* readOfflineMessages(sql, selection),
  };
}

function* readDays(sql: ReportSql, selection: ReportSelection): Steps<ReportDay[]> {
  const groups = yield* readGroups(sql, selection, 'days', ['waiting', 'firstResponse']);
  return selection.days.map(({ date }, index) => toDay(date, groups.get(index)));
}

function toDay(date: string, group: Group | undefined): ReportDay {
  const waiting = group?.spreads.get('waiting');
  const firstResponse = group?.spreads.get('firstResponse');
  return {
    date,
    byChannel: group === undefined ? { chat: 0, voice: 0, video: 0 } : toByChannel(group.counts),
    abandoned: Number(group?.counts.abandoned ?? 0),
    missed: Number(group?.counts.missed ?? 0),
    waitingMedianMs: waiting?.medianMs ?? null,
    waitingP90Ms: waiting?.p90Ms ?? null,
    firstResponseMedianMs: firstResponse?.medianMs ?? null,
    firstResponseP90Ms: firstResponse?.p90Ms ?? null,
    level: group === undefined ? NO_LEVEL : toLevel(group.counts),
  };
}

function* readHours(sql: ReportSql, selection: ReportSelection): Steps<Overview['hours']> {
  const weekday = weekdayOf(selection);
  const hour = hourOf(selection);
  const from = fromRowsOf(selection);
  const rows = yield* sql.rows<{ weekday: Count; hour: Count; size: Count }>(
    `SELECT weekday, hour, COUNT(*) AS size FROM (SELECT ${weekday.sql} AS weekday, ${hour.sql} AS hour ${from.sql}) asked
     GROUP BY weekday, hour`,
    ...weekday.parameters,
    ...hour.parameters,
    ...from.parameters,
  );
  const sizes = new Map(rows.map((row) => [`${Number(row.weekday)}/${Number(row.hour)}`, Number(row.size)]));
  return Array.from({ length: WEEKDAYS }, (_, day) =>
    Array.from({ length: HOURS }, (__, each) => sizes.get(`${day}/${each}`) ?? 0),
  );
}

function* readOrigins(sql: ReportSql, selection: ReportSelection): Steps<Overview['origins']> {
  const from = fromRowsOf(selection);
  const rows = yield* sql.rows<{ origin: string; size: Count }>(
    `SELECT r.origin, COUNT(*) AS size ${from.sql} AND r.origin <> ''
     GROUP BY r.origin ORDER BY COUNT(*) DESC, MIN(r.interaction_id) LIMIT ${TOP}`,
    ...from.parameters,
  );
  return rows.map(({ origin, size }) => ({ origin, count: Number(size) }));
}

/** Tags used most, by the name that each had last. */
function* readTags(sql: ReportSql, selection: ReportSelection): Steps<Overview['tags']> {
  const { parameters, sql: conditions } = conditionsOf(selection);
  const rows = yield* sql.rows<{ tag_id: TagId; name: string; size: Count }>(
    `SELECT used.tag_id, last.name, used.size
     FROM (
       SELECT t.tag_id, COUNT(*) AS size, MAX(t.id) AS last_id
       FROM ${TABLE.reportRows} r JOIN ${TABLE.reportTags} t ON t.interaction_id = r.interaction_id
       WHERE ${conditions} GROUP BY t.tag_id ORDER BY COUNT(*) DESC, t.tag_id LIMIT ${TOP}
     ) used JOIN ${TABLE.reportTags} last ON last.id = used.last_id
     ORDER BY used.size DESC, used.tag_id`,
    ...parameters,
  );
  return rows.map(({ name, size, tag_id }) => ({ id: tag_id, name, count: Number(size) }));
}
