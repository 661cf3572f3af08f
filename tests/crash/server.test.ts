import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';

import { freePort } from '../support/free-port';
import { findLosses } from '../support/strapi/losses';
import { copyTemplate, prepareRows, type Prepared } from '../support/strapi/prepared-database';
import { startProductServer, type ProductServer } from '../support/product-server';
import { seededRandom } from '../support/seeded-random';
import { connectWriters, readTranscripts, storedTranscripts, type Writer } from './writers';

const ROOT = path.resolve(import.meta.dirname, '../..');
const LOOPS = 20;
const VISITORS = 4;
const MESSAGES_EACH = 40;
const UNLIMITED = { ATTENDANCE_ADDRESS_LIMIT_FACTOR: '0', ATTENDANCE_CONNECTION_LIMIT_FACTOR: '0' };

let folder: string;
let filename: string;
let port: number;
let prepared: Prepared;
let server: ProductServer | null = null;

const start = async (): Promise<ProductServer> => {
  server = await startProductServer({ root: ROOT, filename, port, env: UNLIMITED });
  return server;
};

beforeAll(async () => {
  folder = mkdtempSync(path.join(tmpdir(), 'atende-crash-'));
  filename = path.join(folder, 'server.db');
  await copyTemplate(ROOT, filename);
  prepared = prepareRows(filename, { agents: 1, attended: VISITORS });
  port = await freePort();
});

afterEach(async () => {
  await server?.end('SIGKILL');
});

afterAll(() => {
  rmSync(folder, { recursive: true, force: true });
});

describe('the whole server, ended in a burst', () => {
  it(`[K1] [K2] [C3] each message is there once, in one order for both, after ${LOOPS} kills`, async () => {
    const { random, seed } = seededRandom();
    console.log(`seed ${seed}`);
    const written = new Map<string, Writer['acknowledged']>();
    let running = await start();
    for (let loop = 0; loop < LOOPS; loop += 1) {
      const writers = await connectWriters(running.url, prepared, `loop-${loop}`, MESSAGES_EACH);
      const all = VISITORS * 2 * MESSAGES_EACH;
      const killAt = Math.floor(random() * all * 0.9);
      await untilAcknowledged(writers, killAt);
      await running.end('SIGKILL');
      for (const writer of writers) writer.disconnect();

      running = await start();
      const again = await connectWriters(running.url, prepared, `loop-${loop}`, MESSAGES_EACH);
      await Promise.all(again.map((writer) => writer.finished));
      // What was acknowledged before the kill has the same place after it.
      for (const writer of again) {
        expect(writer.acknowledged.size, `seed ${seed}, loop ${loop}, ${writer.name}`).toBe(MESSAGES_EACH);
        const before =
          writers.find(({ name }) => name === writer.name)?.acknowledged ?? new Map<string, number>();
        for (const [id, sequence] of before)
          expect(writer.acknowledged.get(id), `seed ${seed}, loop ${loop}, ${writer.name} ${id}`).toBe(
            sequence,
          );
        written.set(`${loop} ${writer.name}`, writer.acknowledged);
      }
      expect(await readTranscripts(again)).toEqual(storedTranscripts(filename, again));
      for (const writer of again) writer.disconnect();
    }
    expect(findLosses(filename, acknowledgements(written))).toEqual([]);
  }, 220_000);

  it('[C2] what was acknowledged around a SIGTERM is stored, and the server ends by itself', async () => {
    const running = await start();
    const writers = await connectWriters(running.url, prepared, 'drain', 500);
    await untilAcknowledged(writers, 300);
    const code = await running.end('SIGTERM');
    expect(code, running.output()).toBe(0);
    const written = new Map(writers.map((writer) => [writer.name, writer.acknowledged]));
    const acknowledged = acknowledgements(written);
    // The signal came in the middle.
    expect(acknowledged.length).toBeLessThan(VISITORS * 2 * 500);
    expect(findLosses(filename, acknowledged)).toEqual([]);
  }, 30_000);
});

/** Names of writers are `<side> <interaction>`. */
function acknowledgements(written: ReadonlyMap<string, Writer['acknowledged']>) {
  return [...written].flatMap(([name, acknowledged]) =>
    [...acknowledged].map(([clientMessageId, sequence]) => ({
      interactionId: Number(name.split(' ').at(-1)),
      clientMessageId,
      sequence,
    })),
  );
}

async function untilAcknowledged(writers: readonly Writer[], count: number): Promise<void> {
  await new Promise<void>((resolve) => {
    const look = (): void => {
      const sum = writers.reduce((total, { acknowledged }) => total + acknowledged.size, 0);
      if (sum >= count) resolve();
    };
    for (const writer of writers) writer.onAcknowledged(look);
    look();
  });
}
