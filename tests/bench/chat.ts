import path from 'node:path';

import { copyTemplate, prepareRows } from '../support/strapi/prepared-database';
import { profiled, round, type Bench } from './bench';
import { load, type Latency, type Load, type LoadResult, type Subject } from './load';
import { findLosses } from '../support/strapi/losses';
import { median } from './statistics';
import { populate, startBare, startReal, type BenchServer } from './subjects';

const AGENTS = 50;
const VISITORS = 1_000;
const SATURATING: Load = { kind: 'closed', inFlight: 400 };
const STEADY: Load = { kind: 'open', perSecond: 1_000 };
const SPAN = { warmMs: 1_000, ms: 3_000 };

interface Pair {
  readonly bare: LoadResult;
  readonly real: LoadResult;
}

/**
 * Durable messages against bare Socket.IO: both servers are up with the same people connected, and are put under the same
 * load in turn, so that whatever else the machine does meets both.
 */
export async function measureChat(bench: Bench, pairs: number): Promise<boolean> {
  const filename = path.join(bench.folder, 'chat.db');
  await copyTemplate(bench.root, filename);
  const prepared = prepareRows(filename, { agents: AGENTS, attended: VISITORS });
  const bareServer = await startBare(bench.bundles);
  const realServer = await startReal({ root: bench.root, filename }, prepared);
  try {
    const bare = await populate(bareServer, prepared);
    const real = await populate(realServer, prepared);
    bench.say(
      `\nChat: ${VISITORS} visitors, ${AGENTS} agents, ${pairs} interleaved pairs, SQLite WAL synchronous FULL`,
    );
    const saturated = await pairUp(bench, pairs, SATURATING, [bare, bareServer], [real, realServer]);
    const steady = await pairUp(bench, pairs, STEADY, [bare, bareServer], [real, realServer]);
    report(bench, saturated, steady);
    await realServer.end('SIGTERM');
    return reportLosses(bench, filename, real, [...saturated, ...steady]);
  } finally {
    await bareServer.end('SIGKILL');
    await realServer.end('SIGKILL');
  }
}

type Loaded = readonly [Subject, BenchServer];

async function pairUp(
  bench: Bench,
  count: number,
  kind: Load,
  [bare, bareServer]: Loaded,
  [real, realServer]: Loaded,
): Promise<Pair[]> {
  const pairs: Pair[] = [];
  for (let index = 0; index < count; index += 1) {
    const isProfiled = index === 0 ? bench : { ...bench, profiles: null };
    pairs.push({
      bare: await profiled(isProfiled, bareServer.inspector, `bare-${kind.kind}`, () =>
        load(bare, kind, SPAN),
      ),
      real: await profiled(isProfiled, realServer.inspector, `real-${kind.kind}`, () =>
        load(real, kind, SPAN),
      ),
    });
  }
  return pairs;
}

function report({ say }: Bench, saturated: readonly Pair[], steady: readonly Pair[]): void {
  const middle = (pairs: readonly Pair[], read: (pair: Pair) => number, digits = 0): string =>
    round(median(pairs.map(read)), digits);
  const rate = (side: keyof Pair): string =>
    `${middle(saturated, (pair) => pair[side].messagesPerSecond)} messages/s, ` +
    `${middle(saturated, (pair) => pair[side].messagesPerCpuSecond)} for each second of CPU`;
  say(`  bare, saturated: ${rate('bare')}`);
  say(`  real, saturated, durable: ${rate('real')}`);
  const ratio = (read: (result: LoadResult) => number): string =>
    middle(saturated, ({ bare, real }) => read(real) / read(bare), 2);
  say(`messages/s ratio to bare: ${ratio(({ messagesPerSecond }) => messagesPerSecond)}`);
  say(`messages/s per core ratio to bare: ${ratio(({ messagesPerCpuSecond }) => messagesPerCpuSecond)}`);
  say('  at 1,000 messages/s, ms from when the message was due, p50 / p99:');
  const times = (side: keyof Pair, read: (result: LoadResult) => Latency): string =>
    `${middle(steady, (pair) => read(pair[side]).p50, 1)} / ${middle(steady, (pair) => read(pair[side]).p99, 1)}`;
  for (const side of ['bare', 'real'] as const)
    say(
      `  ${side}: acknowledged ${times(side, ({ ackMs }) => ackMs)}, ` +
        `at the agent ${times(side, ({ deliveryMs }) => deliveryMs)}`,
    );
  say(
    `p50 over bare at 1,000/s: ${middle(steady, ({ bare, real }) => real.ackMs.p50 - bare.ackMs.p50, 1)} ms`,
  );
}

function reportLosses({ say }: Bench, filename: string, real: Subject, pairs: readonly Pair[]): boolean {
  const losses = findLosses(filename, real.acknowledged);
  const sum = (read: (result: LoadResult) => number): number =>
    pairs.reduce((total, pair) => total + read(pair.real), 0);
  const refused = sum((result) => result.refused);
  const unanswered = sum((result) => result.unanswered);
  const undelivered = sum((result) => result.undelivered);
  say(
    `messages lost: ${losses.length} of ${real.acknowledged.length} acknowledged ` +
      `(refused ${refused}, unanswered ${unanswered}, undelivered ${undelivered})`,
  );
  for (const loss of losses.slice(0, 5)) say(`  ${loss}`);
  return losses.length + refused + unanswered + undelivered === 0;
}
