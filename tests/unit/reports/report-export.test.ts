import { describe, expect, it } from 'vitest';

import type { ReportExportQuery } from '../../../plugins/attendance/protocol/reports/report-filter';
import type { AuditRecord } from '../../../plugins/attendance/server/src/application/audit/audit';
import type { Outcome } from '../../../plugins/attendance/server/src/application/outcome';
import {
  createReportExports,
  EXPORTS_AT_ONCE,
  type ExportPiece,
  type ExportSource,
  type RunningExport,
} from '../../../plugins/attendance/server/src/application/reports/report-export';

const QUERY: ReportExportQuery = {
  from: '2026-11-01',
  to: '2026-11-30',
  table: 'interactions',
  format: 'csv',
  separator: ',',
  locale: 'en',
  channel: 'chat',
};
const BY = { userId: 7, userName: 'Sofia' };

/** Exports of ten pieces of five rows; the source is refused, or breaks after some pieces, where a test says so. */
function openExports() {
  const notes: AuditRecord[] = [];
  const faults: string[] = [];
  let idle = 0;
  let asked = 0;
  let refusal: Outcome<ExportSource> | null = null;
  let breaksAfter = Infinity;
  async function* pieces(): AsyncGenerator<ExportPiece> {
    for (let piece = 0; piece < 10; piece += 1) {
      asked += 1;
      if (piece >= breaksAfter) throw new Error('the disk is gone');
      yield await Promise.resolve({ text: `piece ${piece}\n`, rows: 5 });
    }
  }
  const source = () => Promise.resolve(refusal ?? ({ ok: true, data: { rows: 50, pieces } } as const));
  const begin = createReportExports({
    sources: { interactions: source, days: source, agents: source, departments: source, sites: source },
    audit: {
      record: (record) => {
        notes.push(record);
        return Promise.resolve();
      },
    },
    onFault: (what) => faults.push(what),
    onIdle: () => {
      idle += 1;
    },
  });
  return {
    notes,
    faults,
    idle: () => idle,
    asked: () => asked,
    refuse: (outcome: Outcome<ExportSource> | null) => {
      refusal = outcome;
    },
    breakAfter: (count: number) => {
      breaksAfter = count;
    },
    ask: () => begin({ query: QUERY, seesIp: false }, BY),
    begin: async (): Promise<RunningExport> => {
      const outcome = await begin({ query: QUERY, seesIp: false }, BY);
      if (!outcome.ok) throw new Error(outcome.code);
      return outcome.data;
    },
  };
}

async function take(running: RunningExport, most = Infinity): Promise<number> {
  let taken = 0;
  for await (const _ of running.chunks()) {
    taken += 1;
    if (taken === most) break;
  }
  return taken;
}

const takenOf = ({ changes }: AuditRecord): unknown =>
  Object.fromEntries(changes.map(({ after, field }) => [field, after]));
const FILTER = { from: '2026-11-01', to: '2026-11-30', channel: 'chat', format: 'csv' };

describe('exports of reports', () => {
  it('[Z160] are noted once, with the filter and all rows', async () => {
    const world = openExports();
    const running = await world.begin();
    expect(await take(running)).toBe(10);
    await running.finish();
    await running.finish();
    expect(world.notes).toMatchObject([{ by: BY, action: 'report.export', subject: 'interactions' }]);
    expect(world.notes.map(takenOf)).toEqual([{ ...FILTER, rows: 50, isComplete: true }]);
    expect([world.idle(), world.faults]).toEqual([1, []]);
  });

  it('[Z160] read nothing ahead of who takes them, and are noted with what was taken when they are left', async () => {
    const world = openExports();
    const running = await world.begin();
    expect(world.asked()).toBe(0);
    expect(await take(running, 3)).toBe(3);
    expect(world.asked()).toBe(3);
    await running.finish();
    expect(world.notes.map(takenOf)).toEqual([{ ...FILTER, rows: 15, isComplete: false }]);
  });

  it('[Z160] are noted too where nothing of them was taken', async () => {
    const world = openExports();
    await (await world.begin()).finish();
    expect(world.notes.map(takenOf)).toEqual([{ ...FILTER, rows: 0, isComplete: false }]);
    expect(world.idle()).toBe(1);
  });

  it('[Z160] that cannot be read on break off, which is told, unless they were left before', async () => {
    const world = openExports();
    world.breakAfter(2);
    const running = await world.begin();
    await expect(take(running)).rejects.toThrow('the disk is gone');
    await running.finish();
    expect(world.notes.map(takenOf)).toEqual([{ ...FILTER, rows: 10, isComplete: false }]);
    expect(world.faults).toEqual(['broken off']);
    const left = await world.begin();
    await left.finish();
    await expect(take(left)).rejects.toThrow();
    expect(world.faults).toEqual(['broken off']);
  });

  it('[Z163] are three at once; the next is refused with why until one is over', async () => {
    const world = openExports();
    const running = await Promise.all(Array.from({ length: EXPORTS_AT_ONCE }, world.begin));
    expect(await world.ask()).toMatchObject({
      ok: false,
      code: 'rate_limited',
      reason: expect.stringContaining('3 exports') as string,
    });
    expect(world.notes).toEqual([]);
    await running[0]?.finish();
    expect((await world.ask()).ok).toBe(true);
    expect((await world.ask()).ok).toBe(false);
    expect(world.idle()).toBe(0);
  });

  it('[Z163] that are refused take no room', async () => {
    const world = openExports();
    world.refuse({ ok: false, code: 'unavailable' });
    for (let count = 0; count < 2 * EXPORTS_AT_ONCE; count += 1)
      expect(await world.ask()).toEqual({ ok: false, code: 'unavailable' });
    world.refuse(null);
    expect((await world.ask()).ok).toBe(true);
    expect(world.notes).toEqual([]);
  });
});
