import { spawn, type ChildProcess } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { once } from 'node:events';
import { mkdtempSync, renameSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { monitorEventLoopDelay } from 'node:perf_hooks';
import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from 'vitest';

import {
  codeOf,
  connectVisitor,
  dataOf,
  PAGE,
  SHOP,
  SITE_KEY,
  type VisitorClient,
} from '../support/wire/clients';
import { endWithUs } from '../support/end-with-us';
import { startStrapi, type StrapiServer } from '../support/strapi/strapi-server';

/** What the server waits for another's lock (adapters/database/sqlite/sqlite-durability.ts), and what a loaded machine may add. */
const BUSY_TIMEOUT_MS = 500;
const SLACK_MS = 400;
const LOCKED_MS = 3_000;

let server: StrapiServer;
/** Outside of the server's own folder, which goes with it. */
const keptIn = mkdtempSync(path.join(tmpdir(), 'atende-kept-'));
const open: VisitorClient[] = [];

beforeAll(async () => {
  process.env['ATTENDANCE_CONNECTION_LIMIT_FACTOR'] = '0';
  server = await startStrapi();
  const service = server.strapi.plugin('attendance').service('attendance') as {
    ensureSite(site: { key: string; name: string; origins: string[] }): Promise<void>;
  };
  await service.ensureSite({ key: SITE_KEY, name: 'Loja de teste', origins: [SHOP] });
});

afterEach(() => {
  for (const { socket } of open.splice(0)) socket.disconnect();
});

afterAll(async () => {
  await server.stop();
  rmSync(keptIn, { recursive: true, force: true });
});

async function chat() {
  const client = await connectVisitor(server.url);
  open.push(client);
  const { interaction } = dataOf(
    await client.socket.emitWithAck('interaction:request', { channel: 'chat', page: PAGE }),
  );
  const interactionId = interaction.id;
  return {
    post: (clientMessageId: string, body = 'Bom dia!') =>
      client.socket.emitWithAck('message:post', { interactionId, clientMessageId, body } as never),
    list: async () =>
      dataOf(await client.socket.emitWithAck('message:list', { interactionId, afterSequence: 0 } as never))
        .messages,
  };
}

async function timed<Result>(
  work: Promise<Result>,
): Promise<{ readonly result: Result; readonly ms: number }> {
  const startedAt = performance.now();
  return { result: await work, ms: performance.now() - startedAt };
}

/** Another process that holds the file's write lock until its input ends. */
async function lockElsewhere(): Promise<ChildProcess> {
  const filename = server.strapi.config.get<string>('database.connection.connection.filename');
  const program = `
    const database = new (require('better-sqlite3'))(process.argv[1], { timeout: 5000 });
    database.exec('BEGIN IMMEDIATE');
    console.log('locked');
    process.stdin.resume().on('end', () => database.exec('ROLLBACK'));`;
  const child = endWithUs(
    spawn(process.execPath, ['-e', program, filename], { stdio: ['pipe', 'pipe', 'inherit'] }),
  );
  await once(child.stdout, 'data');
  return child;
}

/** The value that it answers; 0 for one that answers nothing. */
async function pragma(statement: string): Promise<number> {
  const answer: unknown = await server.strapi.db.connection.raw(`PRAGMA ${statement}`);
  const [row] = Array.isArray(answer) ? (answer as Record<string, number>[]) : [];
  return Object.values(row ?? {})[0] ?? 0;
}

describe('a file that cannot be written', () => {
  it('[H] locked by another process: unavailable at once, reading goes on, then the same message is stored once', async () => {
    const mine = await chat();
    const neighbour = await chat();
    dataOf(await neighbour.post(randomUUID(), 'Olá!'));
    const id = randomUUID();
    const locker = await lockElsewhere();
    const delay = monitorEventLoopDelay({ resolution: 5 });
    delay.enable();
    const until = performance.now() + LOCKED_MS;
    while (performance.now() < until) {
      const refused = await timed(mine.post(id));
      expect(codeOf(refused.result)).toBe('unavailable');
      // One wait for the lock of its own, and one behind somebody else's.
      expect(refused.ms).toBeLessThan(2 * BUSY_TIMEOUT_MS + SLACK_MS);
      const read = await timed(neighbour.list());
      expect(read.result.at(-1)).toMatchObject({ body: 'Olá!' });
      expect(read.ms).toBeLessThan(2 * BUSY_TIMEOUT_MS + SLACK_MS);
    }
    delay.disable();
    expect(delay.max / 1e6).toBeLessThan(BUSY_TIMEOUT_MS + SLACK_MS);
    locker.stdin?.end();
    await once(locker, 'exit');
    await expectStoredOnce(mine, id);
  }, 30_000);

  it('[H] read-only: unavailable, reading goes on, then the same message is stored once', async () => {
    const mine = await chat();
    const id = randomUUID();
    await pragma('query_only = ON');
    try {
      expect(codeOf(await mine.post(id))).toBe('unavailable');
      expect(await mine.list()).toEqual([]);
    } finally {
      await pragma('query_only = OFF');
    }
    await expectStoredOnce(mine, id);
  });

  it('[H] full: unavailable, the first that does not fit and all after it, then each is stored once', async () => {
    const mine = await chat();
    const most = await pragma('max_page_count');
    await pragma(`max_page_count = ${await pragma('page_count')}`);
    const refused: string[] = [];
    try {
      // Pages that are there already may still have room for some.
      for (let count = 0; refused.length < 3 && count < 40; count += 1) {
        const id = randomUUID();
        const answer = await mine.post(id, 'x'.repeat(4_000));
        if (!answer.ok) refused.push(`${id} ${answer.error.code}`);
      }
      expect(refused.map((line) => line.split(' ')[1])).toEqual([
        'unavailable',
        'unavailable',
        'unavailable',
      ]);
    } finally {
      await pragma(`max_page_count = ${most}`);
    }
    for (const line of refused) {
      const [id = ''] = line.split(' ');
      dataOf(await mine.post(id, 'x'.repeat(4_000)));
      dataOf(await mine.post(id, 'x'.repeat(4_000)));
    }
    const sequences = (await mine.list()).map(({ sequence }) => sequence);
    expect(sequences).toEqual(sequences.map((_, index) => index + 1));
  });

  it('[Z18] [K1] finding A15: deleted under the server: noticed and said, unavailable from then on, and well again after a restart', async () => {
    const filename = server.strapi.config.get<string>('database.connection.connection.filename');
    const kept = path.join(keptIn, 'kept.db');
    const told = vi.spyOn(server.strapi.log, 'error');
    const mine = await chat();
    dataOf(await mine.post(randomUUID()));
    // With its log, as somebody does who clears a folder.
    for (const suffix of ['', '-wal']) renameSync(filename + suffix, kept + suffix);
    await vi.waitFor(() => expect(told).toHaveBeenCalled(), { timeout: 20_000, interval: 20 });
    expect(told.mock.calls[0]).toEqual([
      expect.stringMatching(/deleted or replaced under the running server.*put the file back/),
      { filename },
    ]);
    expect(codeOf(await mine.post(randomUUID()))).toBe('unavailable');
    for (const { socket } of open.splice(0)) socket.disconnect();
    await server.stop();
    server = await startStrapi({ filename: kept });
    dataOf(await (await chat()).post(randomUUID()));
  }, 120_000);
});

async function expectStoredOnce(mine: Awaited<ReturnType<typeof chat>>, id: string): Promise<void> {
  const { sequence } = dataOf(await mine.post(id));
  expect(dataOf(await mine.post(id)).sequence).toBe(sequence);
  expect((await mine.list()).filter((message) => message.side === 'visitor')).toHaveLength(1);
}
