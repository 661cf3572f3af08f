import { describe, expect, it } from 'vitest';

import { createDismissedDuplicates } from '../../../../admin/src/visitors/dismissed-duplicates';
import { id } from '../builders';

/** Returns as much of a browser's storage as is used. */
function createStorage(): Storage {
  const held = new Map<string, string>();
  return {
    getItem: (key: string) => held.get(key) ?? null,
    setItem: (key: string, value: string) => void held.set(key, value),
  } as unknown as Storage;
}

describe('two visitors who are not one person', () => {
  it('[Z81] stay so over a reload, from either side, and for this agent alone', () => {
    const storage = createStorage();
    createDismissedDuplicates(() => storage).add(7, id(1), id(2));
    const reloaded = createDismissedDuplicates(() => storage);
    expect(reloaded.has(7, id(1), id(2))).toBe(true);
    expect(reloaded.has(7, id(2), id(1))).toBe(true);
    expect(reloaded.has(7, id(1), id(3))).toBe(false);
    expect(reloaded.has(8, id(1), id(2))).toBe(false);
  });

  it('[Z81] of very many, the newest are kept', () => {
    const storage = createStorage();
    const first = createDismissedDuplicates(() => storage);
    for (let other = 2; other <= 202; other += 1) first.add(7, id(1), id(other));
    // Said again, it is the newest.
    first.add(7, id(3), id(1));
    first.add(7, id(1), id(300));
    const reloaded = createDismissedDuplicates(() => storage);
    expect([2, 3, 4, 5, 300].map((other) => reloaded.has(7, id(1), id(other)))).toEqual([
      false,
      true,
      false,
      true,
      true,
    ]);
  });

  it('[Z81] a storage that is blocked or spoilt is no fault: the page remembers', () => {
    const blocked = createDismissedDuplicates(() => {
      throw new Error('blocked');
    });
    blocked.add(7, id(1), id(2));
    expect(blocked.has(7, id(1), id(2))).toBe(true);
    const storage = createStorage();
    for (const spoilt of ['{', '{"a":1}', 'null', '[1,2]']) {
      storage.setItem('atende.toldApart', spoilt);
      const pairs = createDismissedDuplicates(() => storage);
      expect(pairs.has(7, id(1), id(2))).toBe(false);
      pairs.add(7, id(1), id(2));
      expect(createDismissedDuplicates(() => storage).has(7, id(1), id(2))).toBe(true);
    }
  });
});
