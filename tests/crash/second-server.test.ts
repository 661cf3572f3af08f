import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

import { freePort } from '../support/free-port';
import { copyTemplate, prepareRows } from '../support/strapi/prepared-database';
import {
  collectOutput,
  runStrapiCommand,
  spawnProductServer,
  startProductServer,
} from '../support/product-server';

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
  it('[Z18] [Z93] finding S10: refuses the second one with a sentence, and lets it start when the first was killed', async () => {
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
    // Nothing had a deadline: there was nothing to move, and there is nothing to tell [Z93].
    expect(first.output() + third.output()).not.toContain('the service was away');
  }, 120_000);
});

describe('a command of Strapi’s beside the server', () => {
  it('[Z91] [Z18] finding S5: works as in any Strapi, and the server serves on, and alone', async () => {
    prepareRows(filename, { agents: 1, attended: 1 });
    const server = await startProductServer({ root: ROOT, filename });
    const here = { root: ROOT, filename };
    const run = (...words: string[]) => runStrapiCommand(words, here);
    const archive = path.join(folder, 'everything');
    const [reset, exported] = await Promise.all([
      run('admin:reset-user-password', '--email', 'agente-0@test.local', '--password', 'Outra-senha-1'),
      run('export', '--no-encrypt', '--no-compress', '--file', archive),
    ]);
    expect(reset.output).toContain('Successfully reset');
    expect(exported.output).toContain('successfully');
    for (const { code, output } of [reset, exported]) {
      expect(output).not.toMatch(/another server|attendance:/);
      expect(code).toBe(0);
    }
    const signedIn = await fetch(`${server.url}/admin/login`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ email: 'agente-0@test.local', password: 'Outra-senha-1' }),
    });
    expect(signedIn.status).toBe(200);
    expect(server.output()).not.toContain('error');
    await server.end('SIGTERM');
  }, 300_000);
});
