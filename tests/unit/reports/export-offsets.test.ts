import { expect, it } from 'vitest';

import { offsetIn } from '../../../plugins/attendance/server/src/adapters/strapi/time-zone';
import {
  createInteractionSource,
  type ExportPageOrder,
} from '../../../plugins/attendance/server/src/application/reports/interaction-source';
import { periodOf } from '../../../plugins/attendance/server/src/domain/reports/calendar';
import { zonedTime } from '../../../plugins/attendance/server/src/presenters/reports/zoned-time';

it('[D4] [Z161] an export tells the local time of what ended after its period, and after the clocks were changed', async () => {
  const offsetAt = offsetIn('Europe/Lisbon');
  const orders: ExportPageOrder[] = [];
  const source = createInteractionSource({
    cutNow: () =>
      Promise.resolve({
        timeZone: 'Europe/Lisbon',
        now: Date.UTC(2026, 4, 1),
        offsetAt,
        select: ({ from, to }) => ({
          ...periodOf({ from, to }, offsetAt),
          chatLevelMs: 30_000,
          callLevelMs: 20_000,
        }),
        scopeOf: () => Promise.reject(new Error('an export says nothing beside it')),
      }),
    reader: {
      head: () => Promise.resolve({ ok: true, data: { rows: 0, lastId: 0, fields: [] } }),
      questions: () => Promise.resolve({ ok: true, data: { questions: [], next: null } }),
      page: (order) => {
        orders.push(order);
        return Promise.resolve({ ok: true, data: { text: '', rows: 0, next: null } });
      },
    },
  });
  const form = { table: 'interactions', format: 'csv', separator: ',', locale: 'en' } as const;
  const outcome = await source({ query: { ...form, from: '2026-03-27', to: '2026-03-28' }, seesIp: false });
  if (!outcome.ok) throw new Error(outcome.code);
  for await (const piece of outcome.data.pieces()) expect(piece.rows).toBe(0);
  const told = (at: string) => zonedTime(Date.parse(at), orders[0]?.offsets ?? []);
  expect(told('2026-03-28T12:00:00Z')).toContain('12:00:00');
  expect(told('2026-03-29T12:00:00Z')).toContain('13:00:00');
});
