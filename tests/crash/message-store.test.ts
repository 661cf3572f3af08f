import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { copyFileSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { createInterface } from 'node:readline';
import Database from 'better-sqlite3';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

import { bundle } from '../support/bundle.mjs';
import { endWithUs } from '../support/end-with-us';
import { findLosses, type Acknowledged } from '../support/strapi/losses';
import { copyTemplate, prepareRows } from '../support/strapi/prepared-database';
import { seededRandom } from '../support/seeded-random';

const ROOT = path.resolve(import.meta.dirname, '../..');
const LOOPS = 200;
const INTERACTIONS = 10;
const MESSAGES_EACH = 50;
const BURST = INTERACTIONS * 2 * MESSAGES_EACH;
/** The machine has two cores, and a store that is killed uses one. */
const AT_ONCE = 2;

let folder: string;
let template: string;
let program: string;

beforeAll(async () => {
  folder = mkdtempSync(path.join(tmpdir(), 'atende-crash-'));
  template = path.join(folder, 'template.db');
  await copyTemplate(ROOT, template);
  prepareRows(template, { agents: 1, attended: INTERACTIONS });
  program = path.join(
    await bundle('crash', { 'store-process': 'tests/crash/store-process.ts' }),
    'store-process.mjs',
  );
});

afterAll(() => {
  rmSync(folder, { recursive: true, force: true });
});

describe('the message store, killed in a burst', () => {
  it(`[K1] [C2] [C3] keeps what it acknowledged, once, dense and in order: ${LOOPS} kills`, async () => {
    const { random, seed } = seededRandom();
    console.log(`seed ${seed}`);
    const killAfter = Array.from({ length: LOOPS }, () => Math.floor(random() * BURST));
    const faults: string[] = [];
    let killed = 0;
    const next = async (): Promise<void> => {
      for (let count = killAfter.pop(); count !== undefined; count = killAfter.pop()) {
        const run = await killInBurst(count, random() * 2);
        killed += Number(run.wasKilled);
        faults.push(...run.faults.map((fault) => `seed ${seed}, killed after ${count}: ${fault}`));
      }
    };
    await Promise.all(Array.from({ length: AT_ONCE }, next));
    expect(faults).toEqual([]);
    // A burst that is over before the kill proves nothing.
    expect(killed).toBeGreaterThan(LOOPS * 0.8);
  }, 180_000);
});

/** Runs a burst on a fresh file, kills it a moment after so many acknowledgements, and answers what is wrong in the file. */
async function killInBurst(
  count: number,
  delayMs: number,
): Promise<{ readonly faults: string[]; readonly wasKilled: boolean }> {
  const filename = path.join(folder, `${count}-${delayMs}.db`);
  copyFileSync(template, filename);
  const child = endWithUs(
    spawn(process.execPath, [program, filename, String(MESSAGES_EACH)], {
      stdio: ['ignore', 'pipe', 'inherit'],
    }),
  );
  const exited = once(child, 'exit');
  const acknowledged: Acknowledged[] = [];
  const lines = createInterface({ input: child.stdout });
  const kill = (): void => void setTimeout(() => child.kill('SIGKILL'), delayMs);
  if (count === 0) child.once('spawn', kill);
  lines.on('line', (line) => {
    const [interactionId, clientMessageId = '', sequence] = line.split(' ');
    acknowledged.push({ interactionId: Number(interactionId), clientMessageId, sequence: Number(sequence) });
    if (acknowledged.length === count) kill();
  });
  await once(lines, 'close');
  const [code, signal] = (await exited) as [number | null, string | null];
  const faults = [...findLosses(filename, acknowledged), ...findHalves(filename)];
  if (signal !== 'SIGKILL' && code !== 0) faults.push(`the store failed with ${String(code)}`);
  for (const suffix of ['', '-wal', '-shm']) rmSync(`${filename}${suffix}`, { force: true });
  return { faults, wasKilled: signal === 'SIGKILL' };
}

interface InteractionFacts {
  readonly id: number;
  readonly revision: number;
  readonly last_sequence: number;
  readonly last_writer: string | null;
}

interface StoredMessage {
  readonly interaction_id: number;
  readonly sequence: number;
  readonly side: string;
  readonly client_message_id: string;
}

/** What was stored in part: facts of an interaction that do not fit its messages, or a sender's messages out of order. */
function findHalves(filename: string): string[] {
  const database = new Database(filename);
  try {
    const faults: string[] = [];
    const integrity = database.pragma('integrity_check', { simple: true });
    if (integrity !== 'ok') faults.push(`integrity: ${String(integrity)}`);
    const messages = database
      .prepare('SELECT * FROM attendance_messages ORDER BY interaction_id, sequence')
      .all() as StoredMessage[];
    const interactions = database
      .prepare('SELECT * FROM attendance_interactions')
      .all() as InteractionFacts[];
    for (const facts of interactions) {
      const own = messages.filter((message) => message.interaction_id === facts.id);
      if (facts.revision !== 1 + own.length) faults.push(`${facts.id}: revision ${facts.revision}`);
      if (facts.last_writer !== (own.at(-1)?.side ?? null)) faults.push(`${facts.id}: last writer`);
      for (const side of ['visitor', 'agent']) {
        const ids = own
          .filter((message) => message.side === side)
          .map((message) => message.client_message_id);
        if (ids.join() !== [...ids].sort().join()) faults.push(`${facts.id}: ${side} out of order`);
      }
    }
    return faults;
  } finally {
    database.close();
  }
}
