import path from 'node:path';

import { freePort } from '../support/free-port';
import { copyTemplate, prepareRows, type Prepared } from '../support/strapi/prepared-database';
import { profiled, round, type Bench } from './bench';
import { pause } from './load';
import { cpuSeconds, residentKb } from './process-usage';
import { populate, startBare, startReal, connectAll, type BenchServer } from './subjects';

const CHATS_EACH = 20;
const SETTLES_MS = 1_000;

/**
 * Memory of a connection, and what follows when the server dies under all of them: everybody comes back at once, with
 * their tokens, and must find what was said before.
 */
export async function measureStorm(bench: Bench, visitors: number): Promise<boolean> {
  const agents = Math.ceil(visitors / CHATS_EACH);
  const filename = path.join(bench.folder, 'storm.db');
  await copyTemplate(bench.root, filename);
  const prepared = prepareRows(filename, { agents, attended: visitors });
  bench.say(`\nConnections: ${visitors} visitors with a live chat, ${agents} agents`);

  const bareServer = await startBare(bench.bundles);
  bench.say(`  bare: ${round(await connectionKb(bareServer, prepared), 1)} kB of memory for each`);
  await bareServer.end('SIGKILL');

  const port = await freePort();
  const first = await startReal({ root: bench.root, filename, port }, prepared);
  bench.say(`  real: ${round(await connectionKb(first, prepared), 1)} kB of memory for each`);
  await first.end('SIGKILL');

  const second = await startReal({ root: bench.root, filename, port }, prepared);
  try {
    return await comeBack(bench, second, prepared);
  } finally {
    await second.end('SIGKILL');
  }
}

/** Connects everybody, lets each visitor say one thing, and reads what memory the connections cost. */
async function connectionKb(server: BenchServer, prepared: Prepared): Promise<number> {
  await server.inspector.collectGarbage();
  const before = residentKb(server.pid);
  const subject = await populate(server, prepared);
  await Promise.all(
    subject.visitors.map(
      ({ client, post }, index) =>
        new Promise<void>((resolve, reject) =>
          client.command('message:post', post(greetingOf(index)), (answer) =>
            answer.startsWith('[{"ok":true') ? resolve() : reject(new Error(answer)),
          ),
        ),
    ),
  );
  await pause(SETTLES_MS);
  await server.inspector.collectGarbage();
  const kb = (residentKb(server.pid) - before) / (prepared.visitors.length + prepared.agents.length);
  return kb;
}

const greetingOf = (index: number): string => `greeting-${index}`;

async function comeBack(bench: Bench, server: BenchServer, prepared: Prepared): Promise<boolean> {
  let caughtUp = 0;
  let done = (): void => undefined;
  const allCaughtUp = new Promise<void>((resolve) => {
    done = resolve;
  });
  const visitors = prepared.visitors.map((visitor, index) => {
    const client = server.visitorClient(visitor);
    client.onFact = (text) => {
      if (!text.startsWith('["snapshot"') || !text.includes(`"${greetingOf(index)}"`)) return;
      caughtUp += 1;
      if (caughtUp === prepared.visitors.length) done();
    };
    return client;
  });
  const agents = prepared.agents.map((_, index) => server.agentClient(index));
  const startedAt = performance.now();
  const cpuFrom = cpuSeconds(server.pid);
  await profiled(bench, server.inspector, 'real-storm', async () => {
    await Promise.race([
      Promise.all([connectAll(agents), connectAll(visitors)]).then(() => allCaughtUp),
      pause(60_000),
    ]);
  });
  const seconds = (performance.now() - startedAt) / 1_000;
  bench.say(
    `reconnect storm: ${round(visitors.length / seconds)} visitors/s; ` +
      `${caughtUp} of ${visitors.length} caught up in ${round(seconds, 1)} s, beside ${agents.length} agents; ` +
      `${round(((cpuSeconds(server.pid) - cpuFrom) / visitors.length) * 1_000, 2)} ms of CPU for each`,
  );
  for (const client of [...visitors, ...agents]) client.cut();
  return caughtUp === visitors.length;
}
