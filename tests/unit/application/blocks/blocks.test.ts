import { beforeEach, describe, expect, it } from 'vitest';

import {
  createBlocks,
  type Blocks,
  type StoredBlock,
} from '../../../../plugins/attendance/server/src/application/blocks/blocks';
import type { StoredAgent } from '../../../../plugins/attendance/server/src/application/agents/ports';
import type { StoredInteraction } from '../../../../plugins/attendance/server/src/application/interactions/stored-interaction';

const id = (value: number) => value as never;
const HOUR_MS = 3_600_000;
const START = 1_750_000_000_000;
const ANA = { id: id(1), userId: 7, publicName: 'Ana' } as unknown as StoredAgent;

const held = (visitor: number): StoredInteraction =>
  ({
    interaction: { siteId: id(1), visitorId: id(visitor) },
    captured: { ip: '192.0.2.1' },
  }) as unknown as StoredInteraction;

let now: number;
let rows: (StoredBlock & { endedAt: number | null })[];
let told: (readonly [number, number | null | undefined])[];

function open(): Blocks {
  return createBlocks({
    clock: { now: () => now },
    interactions: { findLive: () => Promise.resolve(null), openOf: () => Promise.resolve([]) },
    attend: { transition: () => Promise.resolve({ ok: false, code: 'not_found' }) },
    audit: { record: () => Promise.resolve() },
    networkOf: (address) => address,
    tellVisitor: (visitorId, block) => told.push([visitorId, block === null ? undefined : block.until]),
    store: {
      add: (block) => {
        const row = { ...block, id: id(rows.length + 1), siteName: '', visitorName: '', endedAt: null };
        rows.push(row);
        return Promise.resolve(row);
      },
      inForce: (at) =>
        Promise.resolve(
          rows.filter(({ endedAt, until }) => endedAt === null && (until === null || until > at)),
        ),
      end: (blockId, at) => {
        rows = rows.map((row) => (row.id === blockId ? { ...row, endedAt: at, address: null } : row));
        return Promise.resolve();
      },
    },
  });
}

beforeEach(() => {
  now = START;
  rows = [];
  told = [];
});

describe('blocks', () => {
  const request = { reason: 'spam', duration: 'hour', withAddress: false } as const;

  it('[A10] lasts for its time and not a millisecond longer, and is forgotten by the sweep', async () => {
    const blocks = open();
    await blocks.block(held(1), ANA, { ...request, withAddress: true });
    now = START + HOUR_MS - 1;
    await blocks.sweep();
    expect(blocks.ofVisitor(id(1))).toMatchObject({ until: START + HOUR_MS });
    now = START + HOUR_MS;
    expect(blocks.ofVisitor(id(1))).toBeNull();
    await blocks.sweep();
    expect(told.at(-1)).toEqual([1, undefined]);
    expect(rows).toMatchObject([{ endedAt: now, address: null }]);
  });

  it('[A10] of several the longest holds, and one for ever outlives all', async () => {
    const blocks = open();
    await blocks.block(held(1), ANA, { ...request, duration: 'week' });
    await blocks.block(held(1), ANA, request);
    expect(blocks.ofVisitor(id(1))?.until).toBe(START + 7 * 24 * HOUR_MS);
    await blocks.block(held(1), ANA, { ...request, duration: 'forever' });
    now = START + 365 * 24 * HOUR_MS;
    expect(blocks.ofVisitor(id(1))).toMatchObject({ until: null });
  });

  it('[A10] survives a restart, and reaches nobody else and no other site', async () => {
    await open().block(held(1), ANA, { ...request, withAddress: true });
    const blocks = open();
    await blocks.begin();
    expect(blocks.ofVisitor(id(1))).not.toBeNull();
    expect(blocks.ofVisitor(id(2))).toBeNull();
    expect(blocks.ofVisitor(null)).toBeNull();
    expect(blocks.ofContact(id(1), null, '192.0.2.1')).not.toBeNull();
    expect(blocks.ofContact(id(2), null, '192.0.2.1')).toBeNull();
    expect(blocks.ofContact(id(1), id(2), '192.0.2.9')).toBeNull();
    expect(blocks.ofContact(id(1), null, '')).toBeNull();
  });
});
