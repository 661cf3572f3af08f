import { afterAll, beforeAll, describe, expect, it } from 'vitest';

import type { AuditPage } from '../../../plugins/attendance/protocol/settings/audit';
import {
  agentReportSchema,
  ownDaySchema,
  groupReportSchema,
  overviewSchema,
  reportChoicesSchema,
  reportSettingsSchema,
  type AgentReport,
  type OwnDay,
  type GroupReport,
  type Overview,
  type ReportChoices,
  type ReportSettings,
} from '../../../plugins/attendance/protocol/reports/reports';
import { adminFetch, roleId, signIn, signInAs } from '../../support/strapi/admin';
import { startScene, type Scene } from '../../support/scene';
import { naiveAgents, naiveGroups, naiveOverview } from '../../support/reports/naive-reports';
import { generateReports, tablesOf } from '../../support/reports/report-data';
import { seededRandom } from '../../support/seeded-random';

const DAY_MS = 86_400_000;
// The evening of November 29 in São Paulo.
const NOW = Date.UTC(2026, 10, 30, 1);
const PERIOD = { from: '2026-11-20', to: '2026-11-29' };
const OF_PERIOD = `from=${PERIOD.from}&to=${PERIOD.to}`;
const CUT = { timeZone: 'America/Sao_Paulo', chatLevelMs: 30_000, callLevelMs: 20_000 };
const ROUTES = ['overview', 'agents', 'departments', 'sites', 'choices'] as const;

const { random } = seededRandom();
const data = generateReports(random, { from: NOW - 20 * DAY_MS, to: NOW, count: 200 });

let scene: Scene;
let admin: string;
let supervisor: string;

beforeAll(async () => {
  scene = await startScene({ clock: { now: () => NOW } });
  const { strapi } = scene.server;
  admin = (await signIn(strapi, { firstname: 'Relata', roles: [await roleId(strapi, 'strapi-super-admin')] }))
    .token;
  supervisor = await signInAs(scene.server, 'Supervisora', 'attendance-supervisor');
  for (const [table, rows] of tablesOf(data)) await scene.knex.batchInsert(table, [...rows], 20);
});

afterAll(() => scene.stop());

const call = <Data>(path: string, token = supervisor, method = 'GET', body?: unknown) =>
  adminFetch<Data>(`${scene.server.url}/attendance${path}`, {
    token,
    method,
    ...(body !== undefined && { body }),
  });

describe('reports over HTTP', () => {
  it('[D1] [D4] show a supervisor what was', async () => {
    const overview = (await call<Overview>(`/reports/overview?${OF_PERIOD}`)).data;
    expect(overviewSchema.parse(overview)).toEqual(overview);
    expect(overview).toMatchObject(naiveOverview(data, PERIOD, CUT));
    expect(overview.scope).toEqual({ ...PERIOD, ...CUT, unread: 0 });
    expect(overview.before).toMatchObject({ from: '2026-11-10', to: '2026-11-19' });
  });

  it('[D1] show figures by department and site, of what the filter selects', async () => {
    for (const by of ['departments', 'sites'] as const) {
      const report = (await call<GroupReport>(`/reports/${by}?${OF_PERIOD}&channel=chat&departmentId=2`))
        .data;
      expect(groupReportSchema.parse(report)).toEqual(report);
      const filter = { ...PERIOD, channel: 'chat' as const, departmentId: 2 as never };
      expect(report.rows).toEqual(naiveGroups(data, by, filter, CUT));
    }
  });

  it('[D1] [Z150] show each agent’s own', async () => {
    const report = (await call<AgentReport>(`/reports/agents?${OF_PERIOD}`)).data;
    expect(agentReportSchema.parse(report)).toEqual(report);
    const expected = naiveAgents(data, PERIOD, CUT);
    expect(report.rows).toHaveLength(expected.size);
    for (const row of report.rows) expect(row).toMatchObject(expected.get(row.id) ?? {});
  });

  it('[Z152] say what to filter by', async () => {
    const choices = (await call<ReportChoices>('/reports/choices')).data;
    expect(reportChoicesSchema.parse(choices)).toEqual(choices);
    expect(choices).toMatchObject({ today: '2026-11-29', timeZone: CUT.timeZone });
    expect(choices.departments.map(({ name }) => name)).toEqual([
      'Depto 1 novo',
      'Depto 2 novo',
      'Depto 3 novo',
    ]);
  });

  it.each([
    ['', 'from: '],
    ['from=2026-11-20', 'to: '],
    ['from=2026-02-30&to=2026-03-01', 'from: no such date'],
    ['from=2026-11-21&to=2026-11-20', 'to: from comes before to'],
    ['from=1990-01-01&to=2026-11-20', 'to: from comes before to, at most ten years apart'],
    [`${OF_PERIOD}&channel=fax`, 'channel: '],
    [`${OF_PERIOD}&siteId=0x1`, 'siteId: decimal digits'],
    [`${OF_PERIOD}&agentId=1%20OR%201`, 'agentId: decimal digits'],
    [`${OF_PERIOD}&departmentId=0`, 'departmentId: '],
    [`${OF_PERIOD}&tagId=99999999999999999`, 'tagId: '],
    [`${OF_PERIOD}&from=2026-11-21`, 'from: '],
    [`${OF_PERIOD}&origin=${'x'.repeat(501)}`, 'origin: '],
  ])('[Z154] refuse the query %j', async (query, message) => {
    for (const route of ['overview', 'agents', 'departments', 'sites']) {
      const response = await fetch(`${scene.server.url}/attendance/reports/${route}?${query}`, {
        headers: { authorization: `Bearer ${supervisor}` },
      });
      const { error } = (await response.json()) as { error: { code: string; message: string } };
      expect({ status: response.status, code: error.code }).toEqual({ status: 400, code: 'bad_request' });
      expect(error.message).toContain(message);
    }
  });

  it('[D1] take what is no field of the database as a value', async () => {
    const origin = encodeURIComponent(`shop.example/' OR 1=1 --`);
    expect(
      (await call<Overview>(`/reports/overview?${OF_PERIOD}&origin=${origin}`)).data.figures.volume,
    ).toBe(0);
  });

  it('[F4] are closed to agents, and to whoever has no session', async () => {
    const routes = [...ROUTES.map((name) => `/reports/${name}?${OF_PERIOD}`), '/report-settings'];
    for (const route of routes) {
      expect((await call(route, scene.tokens.ana)).status, route).toBe(403);
      expect((await fetch(`${scene.server.url}/attendance${route}`)).status, route).toBe(401);
    }
    expect((await fetch(`${scene.server.url}/attendance/reports/own-day`)).status).toBe(401);
    const { data: settings } = await call<ReportSettings>('/report-settings', admin);
    for (const token of [scene.tokens.ana, supervisor])
      expect((await call('/report-settings', token, 'PUT', settings)).status).toBe(403);
    expect((await call<ReportSettings>('/report-settings', admin)).data).toEqual(settings);
  });

  it('[Z153] show an agent their own day, whatever they ask for', async () => {
    await scene.online('ana');
    const own = await call<OwnDay>('/reports/own-day?agentId=1&from=2026-11-01', scene.tokens.ana);
    expect(own.status).toBe(200);
    expect(ownDaySchema.parse(own.data)).toEqual(own.data);
    const { id } = (await scene.knex('attendance_agents').where('public_name', 'like', 'Ana%').first()) as {
      id: number;
    };
    expect(own.data.rows.map((row) => row.id)).toEqual([id]);
    expect(own.data.scope).toMatchObject({ from: '2026-11-29', to: '2026-11-29' });
    // Who never attended has no day.
    expect((await call('/reports/own-day', supervisor)).status).toBe(404);
  });

  it('[D4] [Z154] are cut by the time zone of their settings, which are audited', async () => {
    const { data: settings } = await call<ReportSettings>('/report-settings');
    expect(reportSettingsSchema.parse(settings)).toEqual(settings);
    expect(settings).toEqual({
      version: 0,
      timeZone: '',
      chatLevelMs: 30_000,
      callLevelMs: 20_000,
      showsFollowers: true,
    });
    const change = { ...settings, timeZone: 'Asia/Tokyo', chatLevelMs: 45_000 };
    expect((await call<ReportSettings>('/report-settings', admin, 'PUT', change)).data).toEqual({
      ...change,
      version: 1,
    });
    // Somebody else had read the older ones.
    expect((await call('/report-settings', admin, 'PUT', change)).status).toBe(409);
    for (const wrong of [{ timeZone: 'Mars/Olympus' }, { chatLevelMs: 1 }, { callLevelMs: '20000' }])
      expect((await call('/report-settings', admin, 'PUT', { ...change, version: 1, ...wrong })).status).toBe(
        400,
      );
    const cut = { ...CUT, timeZone: 'Asia/Tokyo', chatLevelMs: 45_000 };
    const overview = (await call<Overview>(`/reports/overview?${OF_PERIOD}`)).data;
    expect(overview).toMatchObject(naiveOverview(data, PERIOD, cut));
    expect(overview.scope).toMatchObject(cut);
    expect((await call<ReportChoices>('/reports/choices')).data.today).toBe('2026-11-30');
    const { entries } = (await call<AuditPage>('/audit?about=report', admin)).data;
    expect(entries).toHaveLength(1);
    expect(entries[0]).toMatchObject({ action: 'report.update', userName: 'Relata Teste' });
    expect(entries[0]?.changes.map(({ after, before, field }) => [field, before, after])).toEqual(
      expect.arrayContaining([
        ['timeZone', null, 'Asia/Tokyo'],
        ['chatLevelMs', 30_000, 45_000],
      ]),
    );
  });
});
