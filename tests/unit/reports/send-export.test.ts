import { createServer, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Context } from 'koa';
import { afterEach, describe, expect, it } from 'vitest';

import { createReportTableController } from '../../../plugins/attendance/server/src/controllers/report-table';
import type { RunningExport } from '../../../plugins/attendance/server/src/application/reports/report-export';

const QUERY = { from: '2026-11-01', to: '2026-11-30', table: 'interactions', format: 'jsonl' };

let close: () => Promise<void> = () => Promise.resolve();
afterEach(() => close());

/** Serves one export at an address of its own; resolves `finished` when it is over. */
async function serve(chunks: () => AsyncGenerator<string>, stalledMs?: number) {
  let finish: () => void = () => undefined;
  const finished = new Promise<void>((resolve) => {
    finish = resolve;
  });
  const running: RunningExport = {
    rows: 3,
    chunks,
    finish: () => {
      finish();
      return Promise.resolve();
    },
  };
  const side = {
    table: () => Promise.resolve({ ok: false, code: 'unavailable' } as const),
    one: () => Promise.resolve({ ok: false, code: 'unavailable' } as const),
    exports: () => Promise.resolve({ ok: true, data: running } as const),
  };
  const controller = createReportTableController(() => side, stalledMs);
  const server = createServer((_, res) => void controller.export(contextOf(res)));
  await new Promise<void>((resolve) => {
    server.listen(0, '127.0.0.1', resolve);
  });
  close = () =>
    new Promise((resolve) => {
      server.close(() => resolve());
      server.closeAllConnections();
    });
  return { url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`, finished };
}

/** What the controller uses of Koa's. */
function contextOf(res: ServerResponse): Context {
  return {
    res,
    query: QUERY,
    state: { user: { id: 1, firstname: 'Sofia' }, userAbility: { can: () => true } },
    set: (name: string, value: string) => res.setHeader(name, value),
  } as unknown as Context;
}

describe('an export on its way', () => {
  it('[D2] [Z160] is whole where it could be read to its end', async () => {
    const { finished, url } = await serve(async function* () {
      for (const id of [1, 2, 3]) yield await Promise.resolve(`{"id":${id}}\n`);
    });
    const response = await fetch(url);
    expect(response.headers.get('x-attendance-rows')).toBe('3');
    expect(await response.text()).toBe('{"id":1}\n{"id":2}\n{"id":3}\n');
    await finished;
  });

  it('[Z160] is broken off where it could not, so that half of it is not taken for the whole', async () => {
    const { finished, url } = await serve(async function* () {
      yield await Promise.resolve('{"id":1}\n');
      throw new Error('the disk is gone');
    });
    await expect(fetch(url).then((response) => response.text())).rejects.toThrow();
    await finished;
  });

  it('[Z160] is given up, and over, where its client takes nothing for a while', async () => {
    let given = 0;
    const { finished, url } = await serve(async function* () {
      for (; given < 100_000; given += 1) yield await Promise.resolve('x'.repeat(10_000));
    }, 100);
    const { body } = await fetch(url);
    await finished;
    expect(given).toBeLessThan(50_000);
    await expect(new Response(body).text()).rejects.toThrow();
  });

  it('[Z160] is read no further once its client has gone', async () => {
    let given = 0;
    const { finished, url } = await serve(async function* () {
      for (; given < 100_000; given += 1) yield await Promise.resolve('x'.repeat(10_000));
    });
    const controller = new AbortController();
    const reader = (await fetch(url, { signal: controller.signal })).body?.getReader();
    await reader?.read();
    controller.abort();
    await finished;
    expect(given).toBeLessThan(50_000);
  });
});
