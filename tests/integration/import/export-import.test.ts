import { copyFileSync, existsSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import Database from 'better-sqlite3';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

import { readEverything, writeStory, type Story } from '../../support/carried-story';
import { closed, connectVisitor, dataOf } from '../../support/wire/clients';
import { download } from '../../support/wire/files-http';
import { copyTemplate } from '../../support/strapi/prepared-database';
import { startProductServer, type ProductServer } from '../../support/product-server';
import { runStrapiCommand } from '../../support/strapi/strapi-command';
import { giveTransferToken } from '../../support/strapi/transfer-token';

const ROOT = path.resolve(import.meta.dirname, '../../..');
const COMMANDS_TIMEOUT_MS = 300_000;

let folder: string;
let story: Story;
let server: ProductServer | null = null;

const fileOf = (name: string): string => path.join(folder, name, 'strapi.db');
const exported = (): string => path.join(folder, 'all.tar');

beforeAll(async () => {
  folder = mkdtempSync(path.join(tmpdir(), 'atende-carry-'));
  for (const name of ['source', 'used', 'empty'])
    mkdirSync(path.join(folder, name, 'public/uploads'), { recursive: true });
  await copyTemplate(ROOT, fileOf('source'));
  await copyTemplate(ROOT, fileOf('used'));
  story = writeStory(fileOf('source'), 'alfa');
  const { code, output } = await strapi(
    'source',
    'export',
    '--no-encrypt',
    '--no-compress',
    '-f',
    path.join(folder, 'all'),
  );
  expect(code, output).toBe(0);
}, COMMANDS_TIMEOUT_MS);

afterAll(async () => {
  await server?.end('SIGKILL');
  rmSync(folder, { recursive: true, force: true });
});

const strapi = (name: string, ...parameters: string[]) =>
  runStrapiCommand(ROOT, parameters, { filename: fileOf(name) });

async function serve(name: string): Promise<ProductServer> {
  await server?.end('SIGTERM');
  const publicFolder = path.join(folder, name, 'public');
  mkdirSync(path.join(publicFolder, 'uploads'), { recursive: true });
  server = await startProductServer({
    root: ROOT,
    filename: fileOf(name),
    env: { PUBLIC_DIRECTORY: publicFolder },
  });
  return server;
}

const siteKey = 'alfa-shop';

/** Each browser is who it was, with what was said then. */
async function expectBrowsersKnown(url: string): Promise<void> {
  for (const { interactionId, name, token } of story.visitors) {
    const { snapshot, socket } = await connectVisitor(url, { siteKey, token });
    expect(snapshot.interaction?.id).toBe(interactionId);
    const list = await socket.emitWithAck('message:list', { interactionId, afterSequence: 0 });
    const bodies = dataOf(list).messages.flatMap((message) =>
      message.side === 'system' ? [] : [message.body],
    );
    expect(bodies).toEqual([`alfa${name} visitor`, `alfa${name} agent`]);
    socket.disconnect();
  }
}

function rows<Found>(name: string, sql: string): Found[] {
  const database = new Database(fileOf(name), { readonly: true });
  try {
    return database.prepare(sql).all() as Found[];
  } finally {
    database.close();
  }
}

describe('an export', () => {
  it(
    '[G3] [Z95] finding S3: into an empty database: every reference is right, and the words are found again',
    async () => {
      const before = readEverything(fileOf('source'));
      const { code, output } = await strapi('empty', 'import', '--force', '-f', exported());
      expect(code, output).toBe(0);
      const { url } = await serve('empty');
      expect(readEverything(fileOf('empty'))).toEqual(before);
      // Nobody of this Strapi is the agent; who comes with the address later is.
      expect(rows('empty', 'SELECT user_id, user_email, presence, photo FROM attendance_agents')).toEqual([
        { user_id: null, user_email: 'ana@test.local', presence: 'offline', photo: null },
      ]);
      await expectBrowsersKnown(url);
      await expect
        .poll(
          () => rows('empty', `SELECT rowid FROM attendance_search WHERE attendance_search MATCH 'alfaelis'`),
          {
            timeout: 20_000,
          },
        )
        .toEqual([{ rowid: story.ended.interactionId }]);
    },
    COMMANDS_TIMEOUT_MS,
  );

  it(
    '[G3] [Z96] finding S3: an imported file is read once it lies where the upload provider keeps it',
    async () => {
      const { url } = server ?? (await serve('empty'));
      const { file, id, content } = story.attachment;
      const [visitor] = story.visitors;
      const read = () => download(`${url}/api/attendance`, id, visitor?.token ?? '');
      expect((await read()).status).not.toBe(200);
      copyFileSync(file, path.join(folder, 'empty/public/uploads', path.basename(file)));
      expect(Buffer.from(await (await read()).arrayBuffer())).toEqual(content);
    },
    COMMANDS_TIMEOUT_MS,
  );

  it(
    '[G3] [Z95] [Z97] finding S3: into a used database: nobody is led to another person, and agents are whose logins they were',
    async () => {
      const other = writeStory(fileOf('used'), 'beta');
      const before = readEverything(fileOf('source'));
      const { code, output } = await strapi('used', 'import', '--force', '-f', exported());
      expect(code, output).toBe(0);
      const { url } = await serve('used');
      expect(readEverything(fileOf('used'))).toEqual(before);
      const logins = `SELECT lower(u.email) AS email FROM attendance_agents a JOIN admin_users u ON u.id = a.user_id`;
      expect(rows('used', logins)).toEqual([{ email: 'ana@test.local' }]);
      await expectBrowsersKnown(url);
      for (const { token } of other.visitors) {
        const { snapshot, socket } = await connectVisitor(url, { siteKey, token });
        expect(snapshot.interaction).toBeNull();
        socket.disconnect();
      }
    },
    COMMANDS_TIMEOUT_MS,
  );

  it(
    '[G3] [Z98] finding S3: into a database that a server serves is refused before anything is changed',
    async () => {
      if (server === null) await serve('used');
      const before = readEverything(fileOf('used'));
      const beside = await strapi('used', 'import', '--force', '-f', exported());
      expect(beside.code).not.toBe(0);
      expect(beside.output).toContain('attendance: a server is running on');
      expect(readEverything(fileOf('used'))).toEqual(before);
      expect(existsSync(path.join(folder, 'used/public/uploads'))).toBe(true);
    },
    COMMANDS_TIMEOUT_MS,
  );
});

describe('a transfer', () => {
  it(
    '[G3] [Z99] finding S3: into a running server sends everybody away, and who comes back is who they were',
    async () => {
      await server?.end('SIGTERM');
      const toToken = giveTransferToken(fileOf('used'));
      const other = writeStory(fileOf('used'), 'gama');
      const before = readEverything(fileOf('source'));
      const { url } = await serve('used');
      const [visitor] = other.visitors;
      const { snapshot, socket } = await connectVisitor(url, {
        siteKey: 'gama-shop',
        token: visitor?.token ?? '',
      });
      expect(snapshot.interaction?.id).toBe(visitor?.interactionId);
      const sentAway = closed(socket);
      const { code, output } = await strapi(
        'source',
        'transfer',
        '--force',
        '--to',
        `${url}/admin`,
        '--to-token',
        toToken,
      );
      expect(code, output).toBe(0);
      await sentAway;
      await expect
        .poll(
          () =>
            connectVisitor(url, { siteKey }).then(({ socket: back }) => back.disconnect().connected, String),
          {
            timeout: 60_000,
          },
        )
        .toBe(false);
      expect(readEverything(fileOf('used'))).toEqual(before);
      await expectBrowsersKnown(url);
    },
    COMMANDS_TIMEOUT_MS,
  );
});
