import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { monitorEventLoopDelay } from 'node:perf_hooks';
import Database from 'better-sqlite3';
import { afterAll, beforeAll, expect, it } from 'vitest';

import { NAMESPACE, PROTOCOL_VERSION, SOCKET_PATH } from '../../plugins/attendance/protocol/shared/version';
import {
  copyTemplate,
  prepareRows,
  SHOP,
  SITE_KEY,
  type PreparedVisitor,
} from '../support/strapi/prepared-database';
import { upload } from '../support/wire/files-http';
import { startProductServer, type ProductServer } from '../support/product-server';
import { rawHttp, upgradeRequest, type RawConnection } from '../support/wire/raw-http';
import { costlyPicture, PDF } from '../support/sample-files';
import { WireClient } from '../support/wire/wire-client';

/** What a neighbour's message may take while somebody does their worst [G5]. */
const MOST_MS = 250;
/** The median of a message in peace on a machine that does nothing else; one on which it is longer is slower by so much. */
const PEACE_MS = 5;
/** What the process may hold beyond what it held before, while an attack goes on and after it. */
const MOST_MB = { during: 400, after: 250 };
const ATTACK_MS = 4_000;
const NEIGHBOURS = 5;
/** Within what one connection may write. */
const WRITES_EVERY_MS = 250;

const ROOT = path.resolve(import.meta.dirname, '../..');
const MEGABYTE = Buffer.alloc(1_048_576, 'a');
/** What a pattern that backtracks would read for ever. */
const NASTY = [
  `http://${'.'.repeat(2_000)}a${')'.repeat(1_900)}`,
  `${'<'.repeat(2_000)}${'>'.repeat(1_900)}`,
  `${'www.'.repeat(999)}`,
  `${' \n'.repeat(1_900)}x`,
  `${'a@'.repeat(1_999)}`,
];
const EMOJI = '😀'.repeat(4_000);
const PAGE = { url: `${SHOP}/produtos/camisa`, title: 'Camisa azul', referrer: '' };

let folder: string;
let server: ProductServer;
let people: readonly PreparedVisitor[];
let neighbours: readonly Connected[];
let mostMs: number;
let idle: readonly RawConnection[];
const report: object[] = [];
const clients: WireClient[] = [];

interface Connected {
  readonly client: WireClient;
  readonly interactionId: number;
}

const addressOf = (index: number): string => `203.0.113.${index + 1}`;
const prefix = (): string => `${server.url}/api/attendance`;
const person = (index: number): PreparedVisitor => people[index] ?? expect.fail('nobody there');

/** Visitors, each with an address of their own, as a proxy would tell it. */
async function connect(index: number): Promise<Connected> {
  const { interactionId, token } = person(index);
  const client = new WireClient({
    url: server.url,
    path: SOCKET_PATH,
    namespace: NAMESPACE.visitor,
    origin: SHOP,
    auth: { protocol: PROTOCOL_VERSION, siteKey: SITE_KEY, token, locale: 'pt-BR', page: PAGE },
    headers: { 'x-forwarded-for': addressOf(index) },
  });
  clients.push(client);
  await client.connect();
  return { client, interactionId };
}

const command = ({ client, interactionId }: Connected, name: string, more: object = {}) =>
  new Promise<string>((resolve) => client.command(name, { interactionId, ...more }, resolve));

/** Conversations of so many of the longest messages there may be. */
function fill(filename: string, visitors: readonly PreparedVisitor[], lines: number): void {
  const database = new Database(filename);
  const insert = database.prepare(`INSERT INTO attendance_messages
    (interaction_id, sequence, side, client_message_id, body, sent_at) VALUES (?, ?, 'visitor', ?, ?, ?)`);
  const advance = database.prepare('UPDATE attendance_interactions SET last_sequence = ? WHERE id = ?');
  database.transaction(() => {
    for (const { interactionId } of visitors) {
      for (let line = 1; line <= lines; line += 1)
        insert.run(interactionId, line, `filled-${line}`, EMOJI, Date.now());
      advance.run(lines, interactionId);
    }
  })();
  database.close();
}

function offerTranscripts(filename: string): void {
  const database = new Database(filename);
  const offered = JSON.stringify({ canDownload: true, canEmail: false });
  database.prepare('UPDATE attendance_sites SET transcript = ?').run(offered);
  database.close();
}

const megabytes = (): number =>
  Number(/VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${server.pid}/status`, 'utf8'))?.[1]) / 1_024;
const openFiles = (): number => readdirSync(`/proc/${server.pid}/fd`).length;

function quantile(values: readonly number[], share: number): number {
  const sorted = [...values].sort((one, other) => one - other);
  return (
    sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ??
    expect.fail('nothing was measured')
  );
}

let written = 0;

/** The neighbours chat, the panel's files are asked for, and the memory is looked at, for so long. */
async function live(durationMs: number) {
  const waits: number[] = [];
  const files: number[] = [];
  const refused: string[] = [];
  let peak = 0;
  // What this process itself was held up, by attackers that it plays, is nothing of the server's.
  const ownDelay = monitorEventLoopDelay({ resolution: 5 });
  ownDelay.enable();
  const under: Promise<unknown>[] = [];
  const write = async (neighbour: Connected): Promise<void> => {
    const startedAt = performance.now();
    written += 1;
    const answer = await command(neighbour, 'message:post', {
      clientMessageId: `neighbour-${written}`,
      body: 'Oi',
    });
    waits.push(performance.now() - startedAt);
    if (!answer.startsWith('[{"ok":true')) refused.push(answer);
  };
  const load = async (): Promise<void> => {
    const startedAt = performance.now();
    const { ok, status } = await fetch(`${server.url}/api/attendance/widget.js`);
    files.push(performance.now() - startedAt);
    if (!ok) refused.push(`a file: ${status}`);
  };
  const timers = [
    setInterval(() => neighbours.forEach((one) => under.push(write(one))), WRITES_EVERY_MS),
    setInterval(() => under.push(load()), WRITES_EVERY_MS),
    setInterval(() => {
      peak = Math.max(peak, megabytes());
    }, 100),
  ];
  await new Promise((resume) => setTimeout(resume, durationMs));
  timers.forEach(clearInterval);
  await Promise.all(under);
  ownDelay.disable();
  expect(refused).toEqual([]);
  return {
    ownMs: ownDelay.max / 1e6,
    p50: quantile(waits, 0.5),
    p99: quantile(waits, 0.99),
    files: quantile(files, 1),
    peak,
  };
}

/** What somebody does for as long as an attack lasts; answers what must be true when it is over. */
type Attack = () => Promise<() => Promise<void>>;

/** Runs the attack beside the neighbours, who must notice nothing. */
function beside(title: string, attack: Attack): void {
  it(title, async () => {
    const before = megabytes();
    const alongside = live(ATTACK_MS);
    const over = await attack();
    const { peak, ...figures } = await alongside;
    const after = megabytes();
    const round = (value: number): number => Math.round(value);
    report.push({
      attack: title.replace(/^(\[\w+\] )+/, ''),
      'p50 ms': round(figures.p50),
      'p99 ms': round(figures.p99),
      'file ms': round(figures.files),
      'MB before': round(before),
      'MB at most': round(peak),
      'MB after': round(after),
    });
    await over();
    expect(figures.p99).toBeLessThan(mostMs + figures.ownMs);
    expect(peak - before).toBeLessThan(MOST_MB.during);
    expect(after - before).toBeLessThan(MOST_MB.after);
  });
}

/** Asks so often until it is stopped. */
function repeat(everyMs: number, act: () => unknown): () => void {
  const timer = setInterval(act, everyMs);
  return () => clearInterval(timer);
}

beforeAll(async () => {
  folder = mkdtempSync(path.join(tmpdir(), 'atende-neighbour-'));
  const filename = path.join(folder, 'server.db');
  await copyTemplate(ROOT, filename);
  const prepared = prepareRows(filename, { agents: 1, attended: 20 });
  people = prepared.visitors;
  fill(filename, people.slice(NEIGHBOURS, 15), 100);
  fill(filename, people.slice(15, 16), 1_000);
  offerTranscripts(filename);
  server = await startProductServer({
    root: ROOT,
    filename,
    env: { PUBLIC_DIRECTORY: path.join(folder, 'public'), TRUSTED_PROXIES: 'loopback' },
  });
  const agent = new WireClient({
    url: server.url,
    path: SOCKET_PATH,
    namespace: NAMESPACE.agent,
    origin: server.url,
    auth: { protocol: PROTOCOL_VERSION, token: prepared.agents[0]?.token, locale: 'pt-BR' },
  });
  clients.push(agent);
  await agent.connect();
  neighbours = await Promise.all(Array.from({ length: NEIGHBOURS }, (_, index) => connect(index)));
  await live(1_000);
  const calm = await live(1_500);
  mostMs = MOST_MS * Math.max(1, calm.p50 / PEACE_MS);
  report.push({ attack: 'none', 'p50 ms': Math.round(calm.p50), 'p99 ms': Math.round(calm.p99) });
  // They wait from here on; what became of them is asked at the end.
  const waiting = (text: string) => Array.from({ length: 100 }, () => rawHttp(server.url, text));
  idle = await Promise.all([
    ...waiting(''),
    ...waiting('GET / HTTP/1.1\r\nX-Slow: '),
    ...waiting(
      'POST /admin/login HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\nContent-Length: 900\r\n\r\n{',
    ),
  ]);
  for (const { socket } of idle.slice(100)) {
    const drip = setInterval(() => socket.write('a'), 8_000);
    socket.once('close', () => clearInterval(drip));
  }
});

afterAll(async () => {
  console.table(report);
  for (const client of clients) client.cut();
  for (const { socket } of idle ?? []) socket.destroy();
  await server?.end('SIGKILL');
  rmSync(folder, { recursive: true, force: true });
});

beside('[G5] [Z102] finding A2: a thousand upgrades that nobody serves', async () => {
  const asked: RawConnection[] = [];
  for (let hundred = 0; hundred < 10; hundred += 1) {
    const some = Array.from({ length: 100 }, () => rawHttp(server.url, upgradeRequest('/x')));
    for (const one of await Promise.all(some)) {
      one.socket.end();
      asked.push(one);
    }
  }
  return async () => {
    await Promise.all(asked.map(({ closed }) => closed));
    // Beside those that wait for the end of this file.
    await expect.poll(openFiles, { timeout: 10_000 }).toBeLessThan(idle.length + 200);
  };
});

beside('[G5] [Z103] finding A3: ten visitors who read long transcripts ten times a second', async () => {
  const readers = await Promise.all(Array.from({ length: 10 }, (_, index) => connect(NEIGHBOURS + index)));
  const stop = repeat(100, () => readers.forEach((one) => void command(one, 'message:list')));
  return () => {
    stop();
    for (const { client } of readers) client.cut();
    return Promise.resolve();
  };
});

beside('[G5] [Z104] finding A3: three who do so, stop reading, and go on answering pings', async () => {
  const readers = await Promise.all(Array.from({ length: 3 }, (_, index) => connect(NEIGHBOURS + index)));
  for (const { client } of readers) client.stopReading(2_000);
  const stop = repeat(100, () => readers.forEach((one) => void command(one, 'message:list')));
  return () => {
    stop();
    for (const { client } of readers) client.cut();
    return Promise.resolve();
  };
});

beside('[G5] [Z109] finding A4: bodies of several parts and 150 MB, from nobody, to whatever route', () => {
  const incoming = path.join(folder, 'incoming');
  const send = (route: string): Promise<number | null> => {
    const head = '--b\r\nContent-Disposition: form-data; name="other"; filename="a"\r\n\r\n';
    let left = 150;
    const body = new ReadableStream({
      pull(controller) {
        if (left === 150) controller.enqueue(Buffer.from(head));
        left -= 1;
        if (left >= 0) controller.enqueue(MEGABYTE);
        else controller.close();
      },
    });
    const headers = { 'content-type': 'multipart/form-data; boundary=b' };
    const request = { method: 'POST', body, headers, duplex: 'half' } as RequestInit;
    // Where it is answered before the body is through, the connection may end first.
    return fetch(`${server.url}${route}`, request).then(
      ({ status }) => status,
      () => null,
    );
  };
  const routes = ['/api/attendance/jitsi/conference', '/admin/login', '/api/nothing'];
  const answers: Promise<number | null>[] = [];
  const stop = repeat(300, () => routes.forEach((route) => answers.push(send(route))));
  return Promise.resolve(async () => {
    stop();
    for (const status of await Promise.all(answers)) expect([400, 413, 415, null]).toContain(status);
    await expect.poll(() => readdirSync(incoming)).toEqual([]);
  });
});

beside('[G5] [Z108] finding A5: a dozen pictures of four visitors that cost much to draw', async () => {
  // Some are too large to be drawn at all, some are just not.
  const contents = await Promise.all([8_000, 4_900, 4_900].map(costlyPicture));
  const sent = [5, 6, 7, 8].flatMap((index) =>
    contents.map((content) => {
      const { interactionId, token } = person(index);
      return upload(prefix(), interactionId, token, { content, name: 'a.png', address: addressOf(index) });
    }),
  );
  return async () => {
    const stored = (await Promise.all(sent)).filter(({ status }) => status === 200);
    expect(stored.length).toBeGreaterThan(0);
  };
});

beside('[G5] [Z107] finding A6: ten visitors who write what is read slowly', async () => {
  const writers = await Promise.all(Array.from({ length: 10 }, (_, index) => connect(NEIGHBOURS + index)));
  const answers: Promise<string>[] = [];
  let count = 0;
  const stop = repeat(WRITES_EVERY_MS, () => {
    for (const writer of writers)
      answers.push(
        command(writer, 'message:post', {
          clientMessageId: `nasty-line-${(count += 1)}`,
          body: NASTY[count % NASTY.length],
        }),
      );
  });
  return async () => {
    stop();
    const heard = await Promise.all(answers);
    expect(heard.length).toBeGreaterThan(50);
    expect(heard.filter((answer) => !answer.startsWith('[{"ok":true'))).toEqual([]);
    for (const { client } of writers) client.cut();
  };
});

beside('[G5] [Z110] finding A7: thirteen uploads of five visitors that come by the byte', async () => {
  const slow = await Promise.all(
    Array.from({ length: 13 }, (_, index) => {
      const who = NEIGHBOURS + (index % 5);
      const { interactionId, token } = person(who);
      const head = [
        `POST /api/attendance/interactions/${interactionId}/attachments HTTP/1.1`,
        'Host: 127.0.0.1',
        `Authorization: Bearer ${token}`,
        `X-Forwarded-For: ${addressOf(who)}`,
        'X-File-Name: a.pdf',
        'Content-Type: application/pdf',
        'Content-Length: 10485760',
      ];
      return rawHttp(server.url, `${head.join('\r\n')}\r\n\r\n%`);
    }),
  );
  const others = await Promise.all(
    neighbours.map(({ interactionId }, index) =>
      upload(prefix(), interactionId, person(index).token, {
        content: PDF,
        name: 'nota.pdf',
        address: addressOf(index),
      }),
    ),
  );
  return async () => {
    expect(others.map(({ status }) => status)).toEqual(others.map(() => 200));
    // What does not keep the least pace is not waited for.
    await Promise.all(slow.map(({ closed }) => closed));
  };
});

beside(
  '[G5] [Z105] finding A13: three tabs that take sixteen megabytes of conversation along at once',
  async () => {
    const tabs = await Promise.all(Array.from({ length: 3 }, () => connect(15)));
    await command(tabs[0] ?? expect.fail(), 'interaction:end');
    const reader = { locale: 'pt-BR', timeZone: 'America/Sao_Paulo' };
    const answers = Promise.all(tabs.map((one) => command(one, 'transcript:write', reader)));
    return async () => {
      const begun = (await answers).map((answer) => answer.slice(0, 12));
      expect(begun.sort()).toEqual(['[{"ok":false', '[{"ok":false', '[{"ok":true,']);
      // All of it: four bytes for each of a thousand times four thousand.
      expect(Math.max(...(await answers).map((answer) => Buffer.byteLength(answer)))).toBeGreaterThan(
        16_000_000,
      );
      for (const { client } of tabs) client.cut();
    };
  },
);

it('[G5] [Z102] finding A17: sockets that are silent, slow with headers or slow with a body are closed', async () => {
  await Promise.all(idle.map(({ closed }) => closed));
  await live(500);
}, 60_000);
