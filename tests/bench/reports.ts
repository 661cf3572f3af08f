import { statSync } from 'node:fs';
import path from 'node:path';
import Database from 'better-sqlite3';

import { ADMIN_HTTP_PREFIX } from '../../plugins/attendance/protocol/shared/version';
import { copyTemplate, prepareRows } from '../support/strapi/prepared-database';
import { profiled, round, type Bench } from './bench';
import { load, pause, type Load } from './load';
import { residentKb } from './process-usage';
import { seedYear } from './seed-reports';
import { quantile } from './statistics';
import { populate, startReal, type BenchServer } from './subjects';

const AGENTS = 50;
const CHATTING = 200;
const MESSAGES_EACH = 10;
const DAY_MS = 86_400_000;
const MONTH_DAYS = 30;
/** Months that are asked for, spread over the year. */
const MONTHS = 40;
const PAGES = 40;
const PAGE_SIZE = 50;
const STEADY: Load = { kind: 'open', perSecond: 200 };
const SPAN = { warmMs: 2_000, ms: 15_000 };
const MEMORY_EVERY_MS = 100;

/** A supervisor's requests to a server. */
interface Reader {
  get(path: string): Promise<Response>;
  readonly server: BenchServer;
}

/** Reports over a year of a busy company, alone and beside the chat. */
export async function measureReports(bench: Bench, interactions: number): Promise<boolean> {
  const filename = path.join(bench.folder, 'reports.db');
  await copyTemplate(bench.root, filename);
  const prepared = prepareRows(filename, { agents: AGENTS, attended: CHATTING });
  const siteId = promote(filename, prepared.agents[0]?.id ?? 0);
  const startedAt = performance.now();
  const until = Date.now();
  seedYear(filename, {
    interactions,
    messagesEach: MESSAGES_EACH,
    until,
    siteId,
    agentIds: prepared.agents.map(({ id }) => id),
  });
  bench.say(
    `\nReports: a year of ${interactions} interactions and ${interactions * MESSAGES_EACH} messages, ` +
      `${round(statSync(filename).size / 2 ** 20)} MB, seeded in ${round((performance.now() - startedAt) / 1_000)} s`,
  );
  const server = await startReal({ root: bench.root, filename }, prepared);
  try {
    const token = prepared.agents[0]?.token ?? '';
    const reader: Reader = {
      server,
      get: (report) =>
        fetch(`${server.url}${ADMIN_HTTP_PREFIX}${report}`, {
          headers: { authorization: `Bearer ${token}` },
        }),
    };
    await reader.get('/reports/choices');
    await profiled(bench, server.inspector, 'reports', () => measureAlone(bench, reader, until));
    await measureTable(bench, reader, until);
    await measureExport(bench, reader, until);
    const subject = await populate(server, prepared);
    return await measureBeside(bench, reader, until, subject);
  } finally {
    await server.end('SIGKILL');
  }
}

/** Makes an agent a supervisor too; returns the id of the site. */
function promote(filename: string, agentId: number): number {
  const database = new Database(filename);
  try {
    database
      .prepare(
        `INSERT INTO admin_users_roles_lnk (user_id, role_id)
         SELECT a.user_id, r.id FROM attendance_agents a, admin_roles r WHERE a.id = ? AND r.code = 'attendance-supervisor'`,
      )
      .run(agentId);
    return (database.prepare('SELECT MAX(id) AS id FROM attendance_sites').get() as { id: number }).id;
  } finally {
    database.close();
  }
}

const dateOf = (at: number): string => new Date(at).toISOString().slice(0, 10);

/** Query of the index-th of so many months of the year. */
function monthOf(until: number, index: number, of: number): string {
  const last = until - Math.floor(((365 - 2 * MONTH_DAYS) * index) / of) * DAY_MS;
  return `from=${dateOf(last - (MONTH_DAYS - 1) * DAY_MS)}&to=${dateOf(last)}`;
}

async function timed({ get }: Reader, report: string): Promise<number> {
  const startedAt = performance.now();
  const response = await get(report);
  await response.arrayBuffer();
  if (response.status !== 200) throw new Error(`${report} answered ${response.status}`);
  return performance.now() - startedAt;
}

async function measureAlone({ say }: Bench, reader: Reader, until: number): Promise<void> {
  for (const [name, count] of [
    ['overview', MONTHS],
    ['agents', MONTHS / 4],
    ['departments', MONTHS / 4],
    ['sites', MONTHS / 4],
  ] as const) {
    const times: number[] = [];
    for (let index = 0; index < count; index += 1)
      times.push(await timed(reader, `/reports/${name}?${monthOf(until, index, count)}`));
    say(`  a month's ${name}, p50 / p99 of ${count}: ${spread(times)}`);
  }
  const year = `from=${dateOf(until - 364 * DAY_MS)}&to=${dateOf(until)}`;
  for (const name of ['overview', 'agents'] as const)
    say(`  a year's ${name}: ${round(await timed(reader, `/reports/${name}?${year}`))} ms`);
  const choices = [await timed(reader, '/reports/choices'), await timed(reader, '/reports/choices')];
  say(`  the filters' choices: ${round(Math.max(...choices))} ms`);
}

const spread = (times: readonly number[]): string =>
  `${round(quantile(times, 0.5))} / ${round(quantile(times, 0.99))} ms`;

async function measureTable({ say }: Bench, reader: Reader, until: number): Promise<void> {
  const first = await reader.get(`/reports/interactions?${monthOf(until, 0, 1)}`);
  await first.arrayBuffer();
  if (first.status === 404) return say('  the interactions table: not in this build');
  for (const sort of ['requestedAt', 'duration'] as const) {
    const times: number[] = [];
    for (let index = 0; index < PAGES; index += 1) {
      const month = monthOf(until, index, PAGES);
      times.push(
        await timed(reader, `/reports/interactions?${month}&sort=${sort}&offset=${(index % 10) * PAGE_SIZE}`),
      );
    }
    say(`  a page of the interactions table by ${sort}, p50 / p99 of ${PAGES}: ${spread(times)}`);
  }
}

/** Streams the whole year, and watches the server's memory meanwhile. */
async function measureExport({ say }: Bench, reader: Reader, until: number): Promise<void> {
  const { server } = reader;
  const year = `from=${dateOf(until - 364 * DAY_MS)}&to=${dateOf(until)}`;
  for (const format of ['csv', 'jsonl'] as const) {
    await server.inspector.collectGarbage();
    const before = residentKb(server.pid);
    let most = before;
    const watch = setInterval(() => {
      most = Math.max(most, residentKb(server.pid));
    }, MEMORY_EVERY_MS);
    const startedAt = performance.now();
    const response = await reader.get(`/reports/export?${year}&table=interactions&format=${format}`);
    let rows = 0;
    for await (const chunk of response.body ?? [])
      for (const byte of chunk as Uint8Array) if (byte === 10) rows += 1;
    clearInterval(watch);
    if (response.status === 404) return say('  the export: not in this build');
    const seconds = (performance.now() - startedAt) / 1_000;
    say(
      `  export of ${rows} lines as ${format}: ${round(rows / seconds)} a second, ` +
        `${round((most - before) / 1_024)} MB more memory at most`,
    );
  }
}

/** Messages while reports are read one after the other, and without any. */
async function measureBeside(
  { say }: Bench,
  reader: Reader,
  until: number,
  subject: Awaited<ReturnType<typeof populate>>,
): Promise<boolean> {
  const alone = await load(subject, STEADY, SPAN);
  let isOver = false;
  let count = 0;
  const asking = (async () => {
    for (; !isOver; count += 1)
      await timed(reader, `/reports/overview?${monthOf(until, count % MONTHS, MONTHS)}`);
  })();
  const beside = await load(subject, STEADY, SPAN);
  isOver = true;
  await asking;
  await pause(0);
  say(
    `  200 messages/s, acknowledged p50 / p99: ${round(alone.ackMs.p50, 1)} / ${round(alone.ackMs.p99, 1)} ms alone, ` +
      `${round(beside.ackMs.p50, 1)} / ${round(beside.ackMs.p99, 1)} ms while ${count} overviews were read`,
  );
  const lost = (read: (result: typeof alone) => number): number => read(alone) + read(beside);
  const refused = lost((result) => result.refused);
  const unanswered = lost((result) => result.unanswered);
  say(`  messages refused ${refused}, unanswered ${unanswered}`);
  return refused + unanswered === 0;
}
