import { randomUUID } from 'node:crypto';
import { mkdirSync } from 'node:fs';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

import { adminFetch } from '../support/strapi/admin';
import {
  connectAgent,
  connectVisitor,
  dataOf,
  nextFact,
  PAGE,
  type VisitorSocket,
} from '../support/wire/clients';
import type { ForeignServer } from '../support/strapi/foreign-app';
import { demand, generateApp, type GeneratedApp } from './generated-app';

/** The oldest that README names, and the newest that was tried. */
const VERSIONS = (process.env['STRAPI_VERSIONS'] ?? '5.53.0,5.54.0').split(',');
const SITE = 'site';
const ADMIN = {
  firstname: 'Paula',
  lastname: 'Prado',
  email: 'paula@padaria.example',
  password: 'Somebody-else-1',
};

describe.each(VERSIONS)('somebody’s Strapi %s', (version) => {
  let app: GeneratedApp;
  let server: ForeignServer | null = null;
  let admin = '';
  /** The visitor of the first chat, as their browser knows them. */
  let talk = { token: '', interactionId: 0 };
  /** Stays on the page until the server ends. */
  let there: VisitorSocket | null = null;

  beforeAll(async () => {
    app = await generateApp(version);
    demand(await app.npm('run', 'build'), 'npm run build');
  });

  afterAll(async () => {
    await server?.end('SIGKILL');
    app?.remove();
  });

  async function serve(env: Readonly<Record<string, string>> = {}): Promise<string> {
    await server?.end('SIGTERM');
    server = await app.start(env);
    return server.url;
  }

  async function signIn(url: string): Promise<string> {
    const path = admin === '' ? 'register-admin' : 'login';
    const body = admin === '' ? ADMIN : { email: ADMIN.email, password: ADMIN.password };
    const { data } = await adminFetch<{ token: string }>(`${url}/admin/${path}`, { method: 'POST', body });
    admin = data.token;
    return admin;
  }

  /** The browser of the first chat is who it was, with what was written. */
  async function expectTalkIsThere(url: string): Promise<void> {
    const back = await connectVisitor(url, { siteKey: SITE, origin: url, token: talk.token });
    expect(back.snapshot.interaction?.id).toBe(talk.interactionId);
    const { interactionId } = talk;
    const list = await back.socket.emitWithAck('message:list', { interactionId, afterSequence: 0 });
    const bodies = dataOf(list).messages.flatMap((each) => (each.side === 'system' ? [] : [each.body]));
    expect(bodies).toContain('Tem pão de queijo?');
    back.socket.disconnect();
  }

  it('[G1] finding S2: installs, builds and starts by README’s lines, and a chat reaches its administrator', async () => {
    const url = await serve();
    expect(server?.output()).not.toMatch(/error/i);
    const agent = await connectAgent(url, await signIn(url));
    await waitLonger(url);
    dataOf(await agent.socket.emitWithAck('presence:set', { presence: 'online' }));
    const visitor = await connectVisitor(url, { siteKey: SITE, origin: url });
    const assigned = nextFact(agent.socket, 'interaction:changed');
    const request = await visitor.socket.emitWithAck('interaction:request', { channel: 'chat', page: PAGE });
    const { interaction, token } = dataOf(request);
    await assigned;
    const posted = nextFact(agent.socket, 'message:posted');
    await visitor.socket.emitWithAck('message:post', {
      interactionId: interaction.id,
      clientMessageId: randomUUID(),
      body: 'Tem pão de queijo?',
    });
    await posted;
    talk = { token: token ?? '', interactionId: interaction.id };
    expect((await fetch(`${url}/api/attendance/widget.js`)).status).toBe(200);
    expect((await fetch(`${url}/admin`)).status).toBe(200);
    agent.socket.disconnect();
    there = visitor.socket;
  });

  /** A whole Strapi starts between two steps: nobody is away for too long meanwhile. */
  async function waitLonger(url: string): Promise<void> {
    const address = `${url}/attendance/settings`;
    const { data } = await adminFetch<Record<string, unknown>>(address, { token: admin });
    const body = { ...data, persistenceMs: 600_000, graceMs: 3_600_000 };
    const { status } = await adminFetch(address, { token: admin, method: 'PUT', body });
    expect(status).toBe(200);
  }

  it('[G3] finding S5: Strapi’s commands work beside the running server', async () => {
    for (const command of ['content-types:list', 'services:list', 'ts:generate-types', 'version'])
      demand(await app.strapi([command]), command);
    const reset = ['admin:reset-user-password', '-e', ADMIN.email, '-p', ADMIN.password];
    demand(await app.strapi(reset), 'admin:reset-user-password');
    demand(await app.strapi(['export', '--no-encrypt', '--no-compress', '-f', 'all']), 'export');
    await expectTalkIsThere(server?.url ?? '');
    const { code, output } = await app.strapi(['import', '--force', '-f', 'all.tar']);
    expect(code).not.toBe(0);
    expect(output).toContain('attendance: a server is running on');
  });

  it('[G3] finding S3: what was exported is imported into the used database and into an empty one', async () => {
    there?.disconnect();
    await server?.end('SIGTERM');
    for (const database of ['.tmp/data.db', '.tmp/second.db']) {
      const env = { DATABASE_FILENAME: database };
      demand(await app.strapi(['import', '--force', '-f', 'all.tar'], env), `import into ${database}`);
      await expectTalkIsThere(await serve(env));
    }
  });

  it('[G3] finding S3: a transfer takes all from one running server to another', async () => {
    await server?.end('SIGTERM');
    const from = await app.start();
    try {
      const into = { DATABASE_FILENAME: '.tmp/second.db' };
      const url = await serve(into);
      const { data } = await adminFetch<{ token: string }>(`${url}/admin/register-admin`, {
        method: 'POST',
        body: ADMIN,
      });
      const to = await transferToken(url, data.token);
      const push = ['transfer', '--force', '--to', `${url}/admin`, '--to-token', to];
      demand(await app.strapi(push), 'transfer --to');
      await expectTalkIsThere(url);
      const pull = ['transfer', '--force', '--from', `${from.url}/admin`, '--from-token'];
      const token = await transferToken(from.url, await signIn(from.url));
      mkdirSync(path.join(app.folder, '.tmp'), { recursive: true });
      const third = { DATABASE_FILENAME: '.tmp/third.db' };
      demand(await app.strapi([...pull, token], third), 'transfer --from');
      await expectTalkIsThere(await serve(third));
    } finally {
      await from.end('SIGTERM');
    }
  });

  async function transferToken(url: string, token: string): Promise<string> {
    const { data } = await adminFetch<{ accessKey: string }>(`${url}/admin/transfer/tokens`, {
      method: 'POST',
      token,
      body: { name: randomUUID(), description: '', permissions: ['push', 'pull'], lifespan: null },
    });
    return data.accessKey;
  }

  it('[G2] finding S1: disabled, killed, and enabled again', async () => {
    await serve();
    await server?.end('SIGKILL');
    for (const signal of ['SIGKILL', 'SIGTERM'] as const) {
      const url = await serve({ WITH_ATTENDANCE: 'false' });
      expect((await fetch(`${url}/api/attendance/widget.js`)).status).toBe(404);
      await server?.end(signal);
    }
    await expectTalkIsThereOrIsGone(await serve());
  });

  it('[G2] findings S1 and S6: removed, started without it, and put back', async () => {
    await server?.end('SIGKILL');
    demand(await app.npm('uninstall', 'strapi-plugin-attendance', '--ignore-scripts'), 'npm uninstall');
    const without = await serve({ WITH_ATTENDANCE: 'false' });
    expect((await fetch(`${without}/_health`)).ok).toBe(true);
    await server?.end('SIGKILL');
    const quiet = ['--prefer-offline', '--ignore-scripts', '--no-audit', '--no-fund'];
    demand(await app.npm('install', app.tarball, ...quiet), 'npm install');
    const url = await serve();
    const roles = await adminFetch<{ code: string; id: number }[]>(`${url}/admin/roles`, {
      token: await signIn(url),
    });
    const agentRole = roles.data.find(({ code }) => code === 'attendance-agent');
    const permissions = await adminFetch<{ action: string }[]>(
      `${url}/admin/roles/${agentRole?.id}/permissions`,
      { token: admin },
    );
    expect(permissions.data.map(({ action }) => action)).toContain('plugin::attendance.attend');
    await expectChat(url);
  });

  /** Strapi drops the tables of a plugin that is not there: what is left is told in docs/removing.md. */
  async function expectTalkIsThereOrIsGone(url: string): Promise<void> {
    const back = await connectVisitor(url, { siteKey: SITE, origin: url, token: talk.token });
    expect([talk.interactionId, undefined]).toContain(back.snapshot.interaction?.id);
    back.socket.disconnect();
  }

  async function expectChat(url: string): Promise<void> {
    const { socket } = await connectVisitor(url, { siteKey: SITE, origin: url });
    const request = await socket.emitWithAck('interaction:request', { channel: 'chat', page: PAGE });
    expect(dataOf(request).interaction.id).toBeGreaterThan(0);
    socket.disconnect();
  }
});
