import { describe, expect, it } from 'vitest';

import type { InteractionId } from '../../../../plugins/attendance/protocol/schemas/ids';
import { createIndexing } from '../../../../plugins/attendance/server/src/application/search/index-past';

/** So many are over and not in the index; each round of reading takes `readingMs`. */
function world(count: number, readingMs: number, isBusy = false) {
  let missing = Array.from({ length: count }, (_, place) => (count - place) as InteractionId);
  let time = 0;
  const added: InteractionId[] = [];
  const bringUpToDate = createIndexing({
    elapsed: () => time,
    index: {
      missing: () => Promise.resolve(missing.slice(0, 10)),
      add: (interactions) => {
        const ids = interactions.map(({ id }) => id);
        added.push(...ids);
        missing = missing.filter((id) => !ids.includes(id));
        return Promise.resolve();
      },
    },
    wordsOf: (ids) => {
      time += readingMs;
      return Promise.resolve(
        isBusy
          ? { ok: false, code: 'unavailable' }
          : { ok: true, data: ids.map((id) => ({ id, words: ['boleto'] })) },
      );
    },
  });
  return { added, bringUpToDate };
}

describe('the index is brought up to date', () => {
  it('[Z77] wholly, where there is little', async () => {
    const { added, bringUpToDate } = world(25, 1);
    await bringUpToDate();
    expect(added).toEqual(Array.from({ length: 25 }, (_, place) => 25 - place));
  });

  it('[Z77] little by little, where there is much: none is left out and none comes twice', async () => {
    const { added, bringUpToDate } = world(1_000, 50);
    await bringUpToDate();
    expect(added).toHaveLength(50);
    for (let round = 0; round < 30; round += 1) await bringUpToDate();
    expect(added).toHaveLength(1_000);
    expect(new Set(added).size).toBe(1_000);
  });

  it('[Z77] [Z78] another time, where others read', async () => {
    const { added, bringUpToDate } = world(25, 1, true);
    await bringUpToDate();
    expect(added).toEqual([]);
  });
});
