import { fork, type ChildProcess } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';

import { connectVisitor, dataOf, PAGE } from '../../support/wire/clients';
import { environmentFor } from '../../support/strapi/strapi-server';

const CHILD = path.resolve(import.meta.dirname, '../../support/strapi/strapi-child.mjs');
/** The site that every fresh install has; its widget has the server's own origin. */
const SITE = 'site';
const ACKNOWLEDGED_BEFORE_THE_KILL = 15;

let folder: string;
const children: ChildProcess[] = [];

beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'atende-kill-'));
});

afterAll(async () => {
  for (const child of children) child.kill('SIGKILL');
  await rm(folder, { recursive: true, force: true });
});

async function startChild(): Promise<{ child: ChildProcess; url: string }> {
  const env = { ...process.env, ...environmentFor(path.join(folder, 'test.db')) };
  const child = fork(CHILD, { stdio: ['ignore', 'ignore', 'inherit', 'ipc'], env });
  children.push(child);
  const [{ port }] = (await once(child, 'message')) as [{ port: number }];
  return { child, url: `http://127.0.0.1:${port}` };
}

const connect = (url: string, token?: string) =>
  connectVisitor(url, { siteKey: SITE, origin: url, ...(token !== undefined && { token }) });

it('[K1] [C2] [C3] [P2] every message acknowledged before a kill -9 is there after it, in its order', async () => {
  const first = await startChild();
  const { socket } = await connect(first.url);
  const request = await socket.emitWithAck('interaction:request', { channel: 'chat', page: PAGE });
  const { interaction, token } = dataOf(request);
  const interactionId = interaction.id;
  const post = (clientMessageId: string, count: number) =>
    socket.emitWithAck('message:post', { interactionId, clientMessageId, body: `linha ${count}` });
  const acknowledged: [string, number][] = [];
  while (acknowledged.length < ACKNOWLEDGED_BEFORE_THE_KILL) {
    const clientMessageId = randomUUID();
    acknowledged.push([clientMessageId, dataOf(await post(clientMessageId, acknowledged.length)).sequence]);
  }
  // One more is under way when the process dies: it may be there or not.
  post(randomUUID(), ACKNOWLEDGED_BEFORE_THE_KILL).catch(() => undefined);
  const exited = once(first.child, 'exit');
  first.child.kill('SIGKILL');
  await exited;
  socket.disconnect();

  const second = await startChild();
  const back = await connect(second.url, token ?? '');
  expect(back.snapshot.interaction?.id).toBe(interactionId);
  const { messages } = dataOf(
    await back.socket.emitWithAck('message:list', { interactionId, afterSequence: 0 }),
  );
  const stored = messages.flatMap((message) =>
    message.side === 'visitor' ? [[message.clientMessageId, message.sequence]] : [],
  );
  expect(stored.slice(0, acknowledged.length)).toEqual(acknowledged);
  expect(stored.length - acknowledged.length).toBeLessThanOrEqual(1);
  back.socket.disconnect();
}, 60_000);
