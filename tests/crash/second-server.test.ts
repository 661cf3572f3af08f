import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

import { copyTemplate } from '../support/prepared-database';
import { collectOutput, freePort, spawnProductServer, startProductServer } from '../support/product-server';

const ROOT = path.resolve(import.meta.dirname, '../..');
let folder: string;
let filename: string;

beforeAll(async () => {
  folder = mkdtempSync(path.join(tmpdir(), 'atende-crash-'));
  filename = path.join(folder, 'server.db');
  await copyTemplate(ROOT, filename);
});

afterAll(() => {
  rmSync(folder, { recursive: true, force: true });
});

describe('two servers on one SQLite file', () => {
  it('[Z18] refuses the second one with a sentence, and lets it start when the first was killed', async () => {
    const first = await startProductServer({ root: ROOT, filename });
    const second = spawnProductServer({ root: ROOT, filename, port: await freePort() });
    const output = collectOutput(second);
    const [code] = (await once(second, 'exit')) as [number | null];
    expect(code).not.toBe(0);
    expect(output()).toContain(`another server is running on ${filename}`);
    expect(output()).toMatch(/stop the other one, or set DATABASE_FILENAME/);
    expect((await fetch(`${first.url}/_health`)).ok).toBe(true);

    await first.end('SIGKILL');
    const third = await startProductServer({ root: ROOT, filename });
    expect((await fetch(`${third.url}/_health`)).ok).toBe(true);
    await third.end('SIGTERM');
  }, 60_000);
});
