import { parse } from 'csv-parse/sync';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

import type { AuditEntry, AuditPage } from '../../../plugins/attendance/protocol/settings/audit';
import { EXPORTS, type ReportExport } from '../../../plugins/attendance/protocol/reports/report-filter';
import {
  reportInteractionsSchema,
  type ReportInteractions,
} from '../../../plugins/attendance/protocol/reports/reports';
import { adminFetch, roleId, signIn, signInAs } from '../../support/strapi/admin';
import { expectChatWorks, startScene, type Scene } from '../../support/scene';

const ROWS = 50_000;
const NOW = Date.UTC(2026, 10, 30, 15);
const PERIOD = 'from=2026-11-01&to=2026-11-30';
const ALL = `/reports/export?${PERIOD}&table=interactions`;
const MEGABYTE = 1_024 * 1_024;
/** What an export may need beside what the server has, with what this process, the client's too, does with it. */
const MOST_MEMORY = 150 * MEGABYTE;
const IP = '192.0.2.99';

let scene: Scene;
let admin: string;
let supervisor: string;

beforeAll(async () => {
  scene = await startScene({ clock: { now: () => NOW } });
  const { strapi } = scene.server;
  admin = (
    await signIn(strapi, { firstname: 'Administra', roles: [await roleId(strapi, 'strapi-super-admin')] })
  ).token;
  supervisor = await signInAs(scene.server, 'Supervisora', 'attendance-supervisor');
  await fill();
});

afterAll(() => scene.stop());

/** As many interactions as a busy company has in a month or two, each with answers, a note and an agent. */
async function fill(): Promise<void> {
  const counted = `WITH RECURSIVE counted(id) AS (SELECT 1 UNION ALL SELECT id + 1 FROM counted WHERE id < ${ROWS})`;
  const texts = [
    'originTitle',
    'currentUrl',
    'currentTitle',
    'referrer',
    'language',
    'browser',
    'operatingSystem',
  ];
  const captured = JSON.stringify({
    originUrl: 'https://shop.example/',
    ...Object.fromEntries(texts.map((name) => [name, `${name} of a page`])),
    ip: IP,
  });
  const answers = JSON.stringify([
    { fieldId: 'a', type: 'text', label: 'Empresa', value: '=1+1', shown: '=1+1' },
  ]);
  await scene.knex.raw(
    `INSERT INTO attendance_interactions (id, protocol_number, site_id, visitor_id, channel, status, waiting_since, captured, answers, closing_note)
      ${counted} SELECT 1000000 + id, '2026-' || id, 1, 1000000 + id, 'chat', 'ended', 0, ?, ?, 'nota "' || id || '"; tudo certo' FROM counted`,
    [captured, answers],
  );
  await scene.knex.raw(
    `INSERT INTO attendance_visitors (id, site_id, name, email, phone) ${counted}
      SELECT 1000000 + id, 1, 'Carla ' || id, 'carla' || id || '@test.example', '+5511' || id FROM counted`,
  );
  await scene.knex.raw(
    `INSERT INTO attendance_report_rows (interaction_id, version, requested_at, ended_at, closed_at, channel, began_as, site_id, site_name,
        department_name, agent_id, agent_name, origin, outcome, ended_by, waiting_ms, duration_ms, response_count, call_count, missed_count, transfer_count, is_rating_asked)
      ${counted} SELECT 1000000 + id, 1, ${NOW} - id * 40000, ${NOW}, ${NOW}, 'chat', 'chat', 1, 'Loja', '', 1, 'Ana', 'shop.example/', 'answered', 'agent',
        id % 90000, 60000, 0, 0, 0, 0, 0 FROM counted`,
  );
  await scene.knex.raw(
    `INSERT INTO attendance_report_assignments (interaction_id, agent_id, agent_name, channel, assigned_at, opened_at, released_at, outcome)
      ${counted} SELECT 1000000 + id, 1, 'Ana', 'chat', ${NOW}, ${NOW}, ${NOW}, 'ended' FROM counted`,
  );
}

const get = (path: string, token = supervisor, signal?: AbortSignal): Promise<Response> =>
  fetch(`${scene.server.url}/attendance${path}`, {
    headers: { authorization: `Bearer ${token}` },
    ...(signal !== undefined && { signal }),
  });

async function noted(): Promise<AuditEntry[]> {
  const url = `${scene.server.url}/attendance/audit?about=report`;
  return (await adminFetch<AuditPage>(url, { token: admin })).data.entries;
}

const valuesOf = (entry: AuditEntry | undefined): Record<string, unknown> =>
  Object.fromEntries((entry?.changes ?? []).map(({ after, field }) => [field, after]));

/** Begins an export and leaves it at its first part: nothing more of it is taken. */
async function begun(path = `${ALL}&format=jsonl`) {
  const controller = new AbortController();
  const response = await get(path, supervisor, controller.signal);
  const reader = response.body?.getReader();
  await reader?.read();
  return {
    response,
    leave: async (): Promise<AuditEntry | undefined> => {
      const { length } = await noted();
      controller.abort();
      await reader?.cancel().catch(() => undefined);
      await expect.poll(async () => (await noted()).length).toBe(length + 1);
      return (await noted())[0];
    },
  };
}

const page = (query = '') =>
  adminFetch<ReportInteractions>(`${scene.server.url}/attendance/reports/interactions?${PERIOD}${query}`, {
    token: supervisor,
  });

describe('the table of interactions over HTTP', () => {
  it('[D2] [D4] answers a page of all that fits, sorted as asked', async () => {
    const { data, status } = await page('&sort=waiting&order=descending&offset=50');
    expect(status).toBe(200);
    expect(reportInteractionsSchema.parse(data)).toEqual(data);
    expect(data.rows).toHaveLength(50);
    expect(data.rows[0]?.durations.waiting).toBe(ROWS - 50);
    expect(data.scope).toMatchObject({ from: '2026-11-01', to: '2026-11-30', timeZone: 'America/Sao_Paulo' });
    expect(data.total).toBe(ROWS);
  });

  it.each(['', 'sort=name', `${PERIOD}&hour=24`, `${PERIOD}&offset=-1`, 'from=2026-12-01&to=2026-11-01'])(
    '[D2] refuses the query "%s"',
    async (query) => {
      expect((await get(`/reports/interactions?${query}`)).status).toBe(400);
      expect((await get(`/reports/export?${query}`)).status).toBe(400);
    },
  );

  it('[F4] [D2] is for who has the permission of reports, and exports for who has that of exports', async () => {
    const paths = [`/reports/interactions?${PERIOD}`, `${ALL}&format=csv`];
    for (const path of paths) {
      expect((await get(path, scene.tokens.ana)).status).toBe(403);
      expect((await get(path, 'nobody')).status).toBe(401);
    }
    const reader = await withActions('Leitora', ['reports']);
    const [table, file] = await Promise.all(paths.map((path) => get(path, reader)));
    expect([table?.status, file?.status]).toEqual([200, 403]);
    expect((await noted()).filter(({ userName }) => userName.startsWith('Leitora'))).toEqual([]);
  });
});

/** Signs in somebody with a role of these actions alone. */
async function withActions(firstname: string, actions: readonly string[]): Promise<string> {
  const { strapi } = scene.server;
  const roles = strapi.service('admin::role') as unknown as {
    create(role: object): Promise<{ id: number }>;
    assignPermissions(id: number, permissions: readonly object[]): Promise<unknown>;
  };
  const { id } = await roles.create({ name: firstname, code: `test-${firstname}`, description: '' });
  await roles.assignPermissions(
    id,
    actions.map((action) => ({
      action: `plugin::attendance.${action}`,
      subject: null,
      properties: {},
      conditions: [],
    })),
  );
  return (await signIn(strapi, { firstname, roles: [id] })).token;
}

describe('an export over HTTP', () => {
  it('[D2] [Z160] [Z161] is a file of all rows, in little memory, and noted with its filter', async () => {
    const before = process.memoryUsage().rss;
    let most = before;
    const startedAt = performance.now();
    const response = await get(`${ALL}&format=csv&separator=%3B&locale=pt-BR&agentId=1`);
    expect(response.headers.get('content-type')).toContain('text/csv');
    expect(response.headers.get('content-disposition')).toBe(
      'attachment; filename="report-interactions-2026-11-01-2026-11-30.csv"',
    );
    expect(response.headers.get('x-attendance-rows')).toBe(String(ROWS));
    let lines = 0;
    let first = '';
    for await (const chunk of response.body as unknown as AsyncIterable<Uint8Array>) {
      const text = Buffer.from(chunk).toString('latin1');
      if (first === '') first = Buffer.from(chunk).toString('utf8');
      lines += text.split('\r\n').length - 1;
      most = Math.max(most, process.memoryUsage().rss);
    }
    const seconds = (performance.now() - startedAt) / 1_000;
    console.log(
      `export: ${Math.round(ROWS / seconds)} rows/s, ${Math.round((most - before) / MEGABYTE)} MB more`,
    );
    expect(lines).toBe(ROWS + 1);
    expect(most - before).toBeLessThan(MOST_MEMORY);
    const [record] = parse(first.split('\r\n').slice(0, 2).join('\r\n'), {
      bom: true,
      columns: true,
      delimiter: ';',
    }) as Record<string, string>[];
    expect(record).toMatchObject({
      'Formulário: Empresa': `'=1+1`,
      'Quem atendeu': 'Ana',
      'Observação do encerramento': `nota "${ROWS}"; tudo certo`,
      'Endereço IP': IP,
    });
    await expect.poll(async () => (await noted())[0]?.action).toBe('report.export');
    const [entry] = await noted();
    expect(entry).toMatchObject({ userName: 'Supervisora Teste', subject: 'interactions' });
    expect(valuesOf(entry)).toEqual({
      from: '2026-11-01',
      to: '2026-11-30',
      agentId: 1,
      format: 'csv',
      rows: ROWS,
      isComplete: true,
    });
  }, 180_000);

  it('[Z163] is one of three at once: a fourth is refused, and has its turn when one is over', async () => {
    const running = await Promise.all([begun(), begun(), begun()]);
    expect(running.map(({ response }) => response.status)).toEqual([200, 200, 200]);
    const refused = await get(`${ALL}&format=csv`);
    expect(refused.status).toBe(429);
    expect(await refused.json()).toMatchObject({ error: { code: 'rate_limited' } });
    const figures = await get(`/reports/export?${PERIOD}&table=agents&format=csv`);
    expect(figures.status).toBe(429);
    expect((await page()).status).toBe(200);
    await running[0]?.leave();
    const next = await begun();
    expect(next.response.status).toBe(200);
    for (const one of [...running.slice(1), next]) await one.leave();
  });

  it('[Z162] has no IP address for who may not see it', async () => {
    const token = await withActions('Exporta', ['export-reports']);
    const path = `${ALL}&channel=chat&hour=3`;
    for (const format of ['csv', 'jsonl']) {
      const own = await (await get(`${path}&format=${format}`, token)).text();
      const seen = await (await get(`${path}&format=${format}`)).text();
      expect([own.includes(IP), seen.includes(IP)]).toEqual([false, true]);
    }
  });

  it.each(EXPORTS.filter((table) => table !== 'interactions') as Exclude<ReportExport, 'interactions'>[])(
    '[D2] [Z161] of the table of %s has its rows in both forms',
    async (table) => {
      const path = `/reports/export?${PERIOD}&table=${table}`;
      const csv = await get(`${path}&format=csv&locale=es`);
      const rows = Number(csv.headers.get('x-attendance-rows'));
      const records = parse(await csv.text(), { bom: true, columns: true }) as Record<string, string>[];
      expect(records).toHaveLength(rows);
      expect(rows).toBe(table === 'days' ? 30 : 1);
      const lines = (await (await get(`${path}&format=jsonl`)).text()).trimEnd().split('\n');
      expect(lines.map((line) => JSON.parse(line) as object)).toHaveLength(rows);
      await expect.poll(async () => (await noted())[0]?.subject).toBe(table);
    },
  );

  it('[D2] [Z160] that is left ends the reading at once, and is noted with what was taken', async () => {
    const conversation = await scene.conversation();
    const { leave, response } = await begun();
    expect(response.headers.get('x-attendance-rows')).toBe(String(ROWS));
    // Meanwhile others read, and a chat goes on.
    for (let count = 0; count < 10; count += 1)
      expect((await page(`&offset=${count * 50}`)).status).toBe(200);
    await expectChatWorks(conversation);
    const { isComplete, rows } = valuesOf(await leave());
    expect(isComplete).toBe(false);
    expect(rows).toBeGreaterThan(0);
    // What is on its way in the network's buffers is taken too; the rest was never read.
    expect(rows).toBeLessThan(ROWS / 2);
    expect((await page()).status).toBe(200);
    // It takes the conversations along: this test is the last one.
    await scene.reset();
  });
});
