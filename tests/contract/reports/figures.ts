import { afterAll, beforeAll, describe, expect, it } from 'vitest';

import type { ReportFilter } from '../../../plugins/attendance/protocol/reports/report-filter';
import { readAgents } from '../../../plugins/attendance/server/src/adapters/reports/agents';
import { readChoices } from '../../../plugins/attendance/server/src/adapters/reports/choices';
import { readReportGroups } from '../../../plugins/attendance/server/src/adapters/reports/groups';
import { readOverview } from '../../../plugins/attendance/server/src/adapters/reports/overview';
import type { ReportSql } from '../../../plugins/attendance/server/src/adapters/reports/report-sql';
import { offsetIn } from '../../../plugins/attendance/server/src/adapters/strapi/time-zone';
import {
  createReports,
  type Reports,
} from '../../../plugins/attendance/server/src/application/reports/reports';
import type { Outcome } from '../../../plugins/attendance/server/src/application/outcome';
import type { Steps } from '../../../plugins/attendance/server/src/application/steps';
import { timesOf } from '../../../plugins/attendance/server/src/domain/reports/occupancy';
import {
  naiveAgents,
  naiveGroups,
  naiveHandOvers,
  naiveSpread,
  naiveOverview,
  wallOf,
} from '../../support/reports/naive-reports';
import { generateReports, tablesOf, type ReportData } from '../../support/reports/report-data';
import { seededRandom } from '../../support/seeded-random';
import { dataOf } from '../world';

/** Tables of reports on one kind of storage. */
export interface ReportWorld {
  /** Deletes every row of the plugin's tables. */
  empty(): Promise<void>;
  insert(table: string, rows: readonly object[]): Promise<void>;
  read<Result>(script: (sql: ReportSql) => Steps<Result>): Promise<Result>;
}

const LEVELS = { chatLevelMs: 30_000, callLevelMs: 20_000 };

/** Periods in which the clocks were put forward and back. */
const PERIODS = [
  {
    timeZone: 'America/Sao_Paulo',
    filter: { from: '2018-10-30', to: '2018-11-08' },
    made: { from: Date.UTC(2018, 9, 18), to: Date.UTC(2018, 10, 10), count: 500 },
  },
  {
    timeZone: 'America/Sao_Paulo',
    filter: { from: '2018-02-14', to: '2018-02-20' },
    made: { from: Date.UTC(2018, 1, 5), to: Date.UTC(2018, 1, 22), count: 400 },
  },
  {
    timeZone: 'Europe/Lisbon',
    filter: { from: '2026-03-23', to: '2026-03-31' },
    made: { from: Date.UTC(2026, 2, 12), to: Date.UTC(2026, 3, 3), count: 400 },
  },
  {
    timeZone: 'Europe/Lisbon',
    filter: { from: '2026-10-20', to: '2026-10-27' },
    made: { from: Date.UTC(2026, 9, 10), to: Date.UTC(2026, 9, 30), count: 400 },
  },
] as const;

const FILTERS: readonly object[] = [
  {},
  { channel: 'video' },
  { siteId: 2 },
  { departmentId: 3 },
  { agentId: 4 },
  { tagId: 5 },
  { origin: 'shop.example/7' },
  { channel: 'chat', siteId: 1, agentId: 2, departmentId: 1 },
  { departmentId: 99 },
  { departmentId: 'none' },
];

function reportsOn(world: ReportWorld, timeZone: string, now: number): Reports {
  const ok = async <Data>(data: Promise<Data>): Promise<Outcome<Data>> => ({ ok: true, data: await data });
  return createReports({
    reader: {
      overview: (query) => ok(world.read((sql) => readOverview(sql, query))),
      groups: (query) => ok(world.read((sql) => readReportGroups(sql, query))),
      agents: (query) => ok(world.read((sql) => readAgents(sql, query))),
      choices: () => ok(world.read(readChoices)),
    },
    settings: { get: () => Promise.resolve({ version: 0, timeZone, ...LEVELS, showsFollowers: true }) },
    hours: {
      get: () => Promise.resolve({ version: 0, isOn: false, timeZone: 'UTC', week: [], holidays: [] }),
    },
    backlog: { unread: () => Promise.resolve(3) },
    offsetIn,
    clock: { now: () => now },
  });
}

/** What reports say, against a calculation of the tests' own over the same rows: other sums, another calendar. */
export function describeReports(open: () => ReportWorld): void {
  describe.each(PERIODS)(
    'reports of $filter.from to $filter.to in $timeZone',
    ({ filter: period, made, timeZone }) => {
      const { random, seed } = seededRandom();
      let data: ReportData;
      let reports: Reports;
      const cut = { timeZone, ...LEVELS };

      beforeAll(async () => {
        process.stdout.write(`reports: SEED=${seed}\n`);
        const world = open();
        data = generateReports(random, made);
        await world.empty();
        for (const [table, rows] of tablesOf(data)) await world.insert(table, rows);
        reports = reportsOn(world, timeZone, made.to);
      });

      it.each(FILTERS)('[D1] [D4] the overview is right, with %j', async (part) => {
        const filter = { ...period, ...part } as ReportFilter;
        const { before, offlineMessages, scope, ...shown } = dataOf(await reports.overview(filter));
        expect(shown).toEqual(naiveOverview(data, filter, cut));
        expect(before.figures).toEqual(
          naiveOverview(data, { ...filter, from: before.from, to: before.to }, cut).figures,
        );
        expect(before.to < period.from).toBe(true);
        expect(offlineMessages).toEqual({ left: 0, taken: 0, answered: 0, timeToAnswer: naiveSpread([]) });
        expect(scope).toEqual({ ...period, timeZone, ...LEVELS, unread: 3 });
      });

      it.each(FILTERS)('[D1] departments and sites are right, with %j', async (part) => {
        const filter = { ...period, ...part } as ReportFilter;
        for (const by of ['departments', 'sites'] as const) {
          const { before, rows } = dataOf(await reports.groups(by, filter));
          expect(rows).toEqual(naiveGroups(data, by, filter, cut));
          const { from, to } = before;
          expect(before.rows).toEqual(naiveGroups(data, by, { ...filter, from, to }, cut));
          expect(to < period.from).toBe(true);
        }
      });

      it.each(FILTERS)('[D1] [Z150] each agent has their own figures, with %j', async (part) => {
        const filter = { ...period, ...part } as ReportFilter;
        const { before, handOvers, rows } = dataOf(await reports.agents(filter));
        const expected = naiveAgents(data, filter, cut);
        expect(handOvers).toEqual(naiveHandOvers(data, filter, cut));
        const earlier = naiveAgents(data, { ...filter, from: before.from, to: before.to }, cut);
        for (const {
          chatsAtOnce: _,
          name: __,
          occupiedMs,
          onlineMs,
          onlineOutsideHoursMs,
          ...row
        } of before.rows) {
          expect(row).toEqual(earlier.get(row.id));
          expect([occupiedMs, onlineOutsideHoursMs].every((part) => part <= onlineMs)).toBe(true);
        }
        expect(new Set(rows.map(({ id }) => id))).toEqual(new Set(expected.keys()));
        for (const { chatsAtOnce, name, occupiedMs, onlineMs, onlineOutsideHoursMs, ...row } of rows) {
          expect(row).toEqual(expected.get(row.id));
          expect(name).toBe(`Agente ${row.id}`);
          expect({ chatsAtOnce, occupiedMs, onlineMs, onlineOutsideHoursMs }).toEqual(
            timesFor(data, row.id, period, timeZone, made.to),
          );
        }
      });

      it('[D4] are the same wherever the server’s own clock is set', async () => {
        const before = process.env['TZ'];
        const seen: unknown[] = [];
        for (const zone of ['UTC', 'Asia/Tokyo', 'America/Los_Angeles']) {
          process.env['TZ'] = zone;
          const { days, hours } = dataOf(await reports.overview(period));
          seen.push({ days, hours, agents: dataOf(await reports.agents(period)).rows });
        }
        if (before === undefined) delete process.env['TZ'];
        else process.env['TZ'] = before;
        expect(seen[1]).toEqual(seen[0]);
        expect(seen[2]).toEqual(seen[0]);
      });
    },
  );

  describe('reports', () => {
    let world: ReportWorld;
    beforeAll(async () => {
      world = open();
      await world.empty();
    });
    afterAll(() => world.empty());

    it('[D1] of nothing are nothing, and no fault', async () => {
      const reports = reportsOn(world, 'America/Sao_Paulo', Date.UTC(2026, 10, 30));
      const overview = dataOf(await reports.overview({ from: '2026-11-01', to: '2026-11-30' }));
      expect(overview.figures).toMatchObject({ volume: 0, missed: 0, level: { met: 0, measured: 0 } });
      expect(overview.figures.spreads.waiting).toEqual({
        count: 0,
        absent: 0,
        medianMs: null,
        p90Ms: null,
        meanMs: null,
      });
      expect(overview.days).toHaveLength(30);
      expect(dataOf(await reports.groups('sites', { from: '2026-11-01', to: '2026-11-30' })).rows).toEqual(
        [],
      );
      expect(dataOf(await reports.agents({ from: '2026-11-01', to: '2026-11-30' })).rows).toEqual([]);
    });

    it('[D1] [Z151] what goes on counts until now: held, Online', async () => {
      const now = Date.UTC(2026, 10, 30, 15);
      const hour = 3_600_000;
      await world.insert('attendance_presence_periods', [
        { id: 1, agent_id: 1, agent_name: 'Ana', started_at: now - 4 * hour, ended_at: null },
      ]);
      await world.insert('attendance_interactions', [{ id: 1, status: 'assigned', channel: 'chat' }]);
      await world.insert('attendance_assignments', [
        {
          id: 1,
          interaction_id: 1,
          agent_id: 1,
          assigned_at: now - hour,
          released_at: null,
          outcome: 'held',
        },
      ]);
      const reports = reportsOn(world, 'America/Sao_Paulo', now);
      const { rows } = dataOf(await reports.ownDay(1 as never));
      expect(rows).toMatchObject([
        { id: 1, name: 'Ana', onlineMs: 4 * hour, occupiedMs: hour, chatsAtOnce: 1, attended: 0 },
      ]);
      expect(dataOf(await reports.ownDay(2 as never)).rows).toMatchObject([{ id: 2, onlineMs: 0 }]);
    });

    it('[D1] messages left while nobody attended are counted by the day on which they were left', async () => {
      const at = Date.UTC(2026, 10, 30, 2, 59, 59, 999);
      const left = (id: number, status: string, left_at: number) => ({ id, site_id: 1, status, left_at });
      await world.insert('attendance_offline_messages', [
        left(1, 'open', at),
        left(2, 'taken', at),
        { ...left(3, 'answered', at), answered_at: at + 90_000 },
        left(5, 'answered', at),
        { ...left(6, 'answered', at), answered_at: at + 30_000 },
        left(4, 'open', at + 1),
      ]);
      const reports = reportsOn(world, 'America/Sao_Paulo', at);
      const day = { from: '2026-11-29', to: '2026-11-29' };
      // When the fifth was answered, an older version did not store.
      const timeToAnswer = { count: 2, absent: 1, medianMs: 30_000, p90Ms: 90_000, meanMs: 60_000 };
      const told = { left: 5, taken: 4, answered: 3, timeToAnswer };
      expect(dataOf(await reports.overview(day)).offlineMessages).toEqual(told);
      const next = { from: '2026-11-30', to: '2026-11-30' };
      expect(dataOf(await reports.overview(next))).toMatchObject({
        offlineMessages: { left: 1, taken: 0, answered: 0 },
        before: { ...day, offlineMessages: told },
      });
      expect(dataOf(await reports.overview({ ...day, siteId: 2 as never })).offlineMessages.left).toBe(0);
    });

    it('[Z152] the filters offer what there is, and what was', async () => {
      await world.insert('attendance_sites', [{ id: 1, key: 'a', name: 'Loja nova' }]);
      const { rows } = generateReports(seededRandom().random, { from: 0, to: 1_000, count: 40 });
      await world.insert('attendance_report_rows', rows);
      const { sites, tags, timeZone, today } = dataOf(
        await reportsOn(world, 'America/Sao_Paulo', Date.UTC(2026, 10, 30, 2)).choices(),
      );
      expect(sites).toEqual([
        { id: 1, name: 'Loja nova' },
        { id: 2, name: 'Site 2' },
      ]);
      expect({ tags, timeZone, today }).toEqual({
        tags: [],
        timeZone: 'America/Sao_Paulo',
        today: '2026-11-29',
      });
    });
  });
}

/** The sweep over this agent's spans, whose ends of the period are found by Intl: it has a test of its own. */
function timesFor(
  data: ReportData,
  id: number,
  period: { from: string; to: string },
  zone: string,
  now: number,
) {
  const firstOf = (date: string): number => {
    // Quarters of an hour around it: no zone changes its clock at another time of these days.
    for (let at = Date.parse(`${date}T00:00Z`) - 15 * 3_600_000; ; at += 900_000)
      if (wallOf(zone, at).date >= date) return at;
  };
  const dayAfter = new Date(Date.parse(`${period.to}T00:00Z`) + 86_400_000).toISOString().slice(0, 10);
  const online = data.presence
    .filter(({ agent_id }) => agent_id === id)
    .map(({ ended_at, started_at }) => ({ from: started_at, to: ended_at ?? now }));
  const held = data.assignments
    .filter(({ agent_id }) => agent_id === id)
    .map(({ assigned_at, channel, released_at }) => ({
      from: assigned_at,
      to: released_at,
      isChat: channel === 'chat',
    }));
  return timesOf({ online, held }, null, {
    from: firstOf(period.from),
    to: Math.min(firstOf(dayAfter), now),
  });
}
