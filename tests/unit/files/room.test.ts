import { beforeEach, expect, it } from 'vitest';

import type { AttachmentSettings } from '../../../plugins/attendance/protocol/attachments/attachments';
import { createRoom, type Room } from '../../../plugins/attendance/server/src/application/attachments/room';

const MEGABYTE = 1_048_576;

let stored: number;
let quotaMegabytes: number;
let told: string[];
let room: Room;

beforeEach(async () => {
  [stored, quotaMegabytes, told] = [0, 100, []];
  room = await createRoom({
    attachments: { usedBytes: () => Promise.resolve(stored) },
    settings: { get: () => Promise.resolve({ quotaMegabytes } as AttachmentSettings) },
    onFill: (fill) => void told.push(fill),
  });
});

it('[Z113] finding A16: of many who want the last place at once, one has it', async () => {
  expect(await room.take(95 * MEGABYTE)).toBe(true);
  const taken = await Promise.all(Array.from({ length: 10 }, () => room.take(4 * MEGABYTE)));
  expect(taken.filter(Boolean)).toHaveLength(1);
  expect(await room.usage()).toEqual({ usedBytes: 99 * MEGABYTE, quotaBytes: 100 * MEGABYTE });
});

it('[Z113] finding A16: it is told once that it is nearly full, once that it is full, and again after it was not', async () => {
  await room.take(79 * MEGABYTE);
  expect(told).toEqual([]);
  await room.take(MEGABYTE);
  await room.take(MEGABYTE);
  expect(told).toEqual(['near']);
  for (const size of [30, 1, 30, 1]) await room.take(size * MEGABYTE);
  expect(told).toEqual(['near', 'full']);
  await room.recount();
  expect(told).toEqual(['near', 'full', 'fine']);
  await room.take(90 * MEGABYTE);
  expect(told.at(-1)).toBe('near');
});

it('[Z113] finding A16: more room is room at once', async () => {
  await room.take(100 * MEGABYTE);
  expect(await room.has(1)).toBe(false);
  quotaMegabytes = 200;
  expect(await room.has(1)).toBe(true);
});
