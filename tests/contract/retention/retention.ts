import type { Knex } from 'knex';
import { beforeEach, describe, expect, it } from 'vitest';

import type { RetentionCounts, RetentionDays } from '../../../plugins/attendance/protocol/settings/retention';
import { createRetentionSteps } from '../../../plugins/attendance/server/src/adapters/retention/retention-steps';
import { createRetentionStore } from '../../../plugins/attendance/server/src/adapters/retention/retention-store';
import type { AuditRecord } from '../../../plugins/attendance/server/src/application/audit/audit';
import {
  createRetention,
  type Retention,
} from '../../../plugins/attendance/server/src/application/retention/retention';
import { byNumber } from '../../support/by-number';
import { noSearch } from '../../support/no-search';
import type { OpenRowsWorld } from '../world';

const DAY = 86_400_000;
const NOW = Date.UTC(2026, 10, 26);
const KEPT: RetentionDays = { interactions: 0, offlineMessages: 0, visitors: 0, addresses: 0, audit: 0 };
const NONE: RetentionCounts = KEPT;

/** What retention deletes, and what it leaves, as the rows tell it. */
export function describeRetention(open: OpenRowsWorld): void {
  let knex: Knex;
  let retention: Retention;
  let noted: AuditRecord[];
  const clock = { time: NOW, now: () => clock.time };

  beforeEach(async () => {
    const world = await open();
    knex = world.knex;
    clock.time = NOW;
    noted = [];
    const store = createRetentionStore(world.sql);
    await store.ensure();
    retention = createRetention({
      store,
      steps: createRetentionSteps(world.sql, noSearch),
      clock,
      audit: {
        record: (record) => {
          noted.push(record);
          return Promise.resolve();
        },
      },
    });
    await keep({});
  });

  async function keep(days: Partial<RetentionDays>): Promise<void> {
    const { version } = await retention.get();
    await retention.update({ version, days: { ...KEPT, ...days } });
  }

  const insert = async (table: string, row: object): Promise<number> => {
    const [inserted] = (await knex(`attendance_${table}`).insert(row).returning('id')) as { id: number }[];
    if (inserted === undefined) throw new Error(`nothing was inserted into ${table}`);
    return inserted.id;
  };
  const visitor = async (seenAt = NOW) => {
    const id = await insert('visitors', { site_id: 1, name: 'Carla' });
    await insert('visitor_tokens', { visitor_id: id, hash: `h${id}`, issued_at: seenAt });
    return id;
  };
  async function interaction(status: string, endedAt: number | null, visitorId?: number): Promise<number> {
    const owner = visitorId ?? (await visitor());
    const id = await insert('interactions', {
      site_id: 1,
      visitor_id: owner,
      live_key: status === 'waiting' ? `1/${owner}` : null,
      status,
      channel: 'chat',
      waiting_since: endedAt ?? NOW - 900 * DAY,
      ended_at: endedAt,
      captured: JSON.stringify({ ip: '192.0.2.7', browser: 'Firefox' }),
    });
    await insert('messages', { interaction_id: id, sequence: 1, side: 'visitor', body: 'oi', sent_at: NOW });
    await insert('assignments', { interaction_id: id, agent_id: 1, assigned_at: NOW, outcome: '' });
    return id;
  }
  const idsIn = async (table: string) =>
    ((await knex(`attendance_${table}`).orderBy('id').select('id')) as { id: number }[]).map(({ id }) => id);

  describe('retention', () => {
    it('[Z43] keeps everything for ever at first', async () => {
      await interaction('ended', NOW - 3_000 * DAY);
      await retention.purgeWhenDue();
      expect(await idsIn('interactions')).toHaveLength(1);
      expect((await retention.get()).lastRun).toEqual({ at: NOW, counts: NONE });
      expect(noted).toEqual([]);
    });

    it('[Z43] forgets what ended longer ago, with all that is its own, and nothing else', async () => {
      const old = await interaction('ended', NOW - 31 * DAY);
      const given = await interaction('abandoned', NOW - 31 * DAY);
      const young = await interaction('ended', NOW - 29 * DAY);
      const waiting = await interaction('waiting', null);
      await keep({ interactions: 30 });
      expect(await retention.preview({ ...KEPT, interactions: 30 })).toEqual({ ...NONE, interactions: 2 });
      await retention.purgeWhenDue();
      expect(await idsIn('interactions')).toEqual([young, waiting]);
      for (const table of ['messages', 'assignments']) {
        const left = (await knex(`attendance_${table}`).select('interaction_id')) as {
          interaction_id: number;
        }[];
        expect(left.map((row) => row.interaction_id).sort(byNumber)).toEqual([young, waiting]);
        expect(left.some((row) => [old, given].includes(row.interaction_id))).toBe(false);
      }
      expect((await retention.get()).lastRun?.counts).toEqual({ ...NONE, interactions: 2 });
      expect(noted).toMatchObject([
        { by: null, action: 'retention.purge', changes: [{ field: 'interactions', before: 2, after: null }] },
      ]);
    });

    it('[Z43] never touches what is live, however old', async () => {
      const kept = [await interaction('waiting', null)];
      await keep({ interactions: 1, addresses: 1, visitors: 1 });
      await retention.purgeWhenDue();
      expect(await idsIn('interactions')).toEqual(kept);
      expect(await idsIn('visitors')).toHaveLength(1);
      const row = (await knex('attendance_interactions').first()) as { captured: string };
      expect(row.captured).toContain('192.0.2.7');
    });

    it('[Z43] blanks addresses and leaves the rest', async () => {
      await interaction('ended', NOW - 10 * DAY);
      const young = await interaction('ended', NOW - DAY);
      await keep({ addresses: 7 });
      await retention.purgeWhenDue();
      const rows = (await knex('attendance_interactions').orderBy('id')) as {
        id: number;
        captured: string;
      }[];
      expect(rows.map(({ captured }) => (JSON.parse(captured) as { ip: string }).ip)).toEqual([
        '',
        '192.0.2.7',
      ]);
      expect(rows[1]?.id).toBe(young);
      expect(JSON.parse(rows[0]?.captured ?? '{}')).toMatchObject({ browser: 'Firefox' });
      expect(await retention.preview({ ...KEPT, addresses: 7 })).toEqual(NONE);
    });

    it('[Z43] forgets visitors with nothing left who did not come back, and answered messages alone', async () => {
      const gone = await visitor(NOW - 40 * DAY);
      const back = await visitor(NOW - 2 * DAY);
      const known = await visitor(NOW - 40 * DAY);
      await interaction('ended', NOW - 40 * DAY, known);
      const left = { site_id: 1, name: 'A', email: 'a@b.c', body: 'x', left_at: NOW - 40 * DAY };
      const open = await insert('offline_messages', { ...left, status: 'open' });
      await insert('offline_messages', { ...left, status: 'answered' });
      await keep({ visitors: 30, offlineMessages: 30 });
      await retention.purgeWhenDue();
      expect(await idsIn('visitors')).toEqual([back, known]);
      expect(await knex('attendance_visitor_tokens').where('visitor_id', gone)).toEqual([]);
      expect(await idsIn('offline_messages')).toEqual([open]);
    });

    it('[Z43] runs once an hour, and takes many in small steps', async () => {
      const visitorId = await visitor();
      for (let turn = 0; turn < 230; turn += 1) await interaction('ended', NOW - 50 * DAY, visitorId);
      await keep({ interactions: 30 });
      await retention.purgeWhenDue();
      expect((await retention.get()).lastRun?.counts.interactions).toBe(230);
      await interaction('ended', NOW - 50 * DAY, visitorId);
      clock.time = NOW + 3_599_000;
      await retention.purgeWhenDue();
      expect(await idsIn('interactions')).toHaveLength(1);
      clock.time = NOW + 3_600_000;
      await retention.purgeWhenDue();
      expect(await idsIn('interactions')).toEqual([]);
    });
  });
}
