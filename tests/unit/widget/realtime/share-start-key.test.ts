import { afterEach, expect, it, vi } from 'vitest';

import { shareStartKey } from '../../../../widget/app/realtime/share-start-key';

/** A browser's register of locks: exclusive ones wait for their turn; what is shared is held beside others. */
function createLocks() {
  const held: string[] = [];
  const turns = new Map<string, Promise<unknown>>();
  const run = async (name: string, act: () => Promise<unknown>) => {
    held.push(name);
    try {
      return await act();
    } finally {
      held.splice(held.indexOf(name), 1);
    }
  };
  return {
    query: () => Promise.resolve({ held: held.map((name) => ({ name })) }),
    request: (name: string, ...rest: unknown[]) => {
      const act = rest.at(-1) as () => Promise<unknown>;
      if (rest.length > 1) return run(name, act);
      const turn = (turns.get(name) ?? Promise.resolve()).then(() => run(name, act));
      turns.set(name, turn);
      return turn;
    },
  };
}

afterEach(() => {
  vi.unstubAllGlobals();
});

it('[P3] gives all tabs that start at once the key of the first', async () => {
  vi.stubGlobal('navigator', { locks: createLocks() });
  const keys = await Promise.all(['one', 'two', 'three'].map((own) => shareStartKey('shop', own)));
  expect(keys).toEqual(['one', 'one', 'one']);
  expect(await shareStartKey('shop', 'later')).toBe('one');
});

it('[P3] keeps the sites of one origin apart', async () => {
  vi.stubGlobal('navigator', { locks: createLocks() });
  expect(await shareStartKey('shop', 'one')).toBe('one');
  expect(await shareStartKey('blog', 'two')).toBe('two');
});

it.each([
  ['there is no register of locks', {}],
  ['it refuses', { locks: { request: () => Promise.reject(new Error('SecurityError')) } }],
])('[P3] starts with its own key where %s', async (_, navigator) => {
  vi.stubGlobal('navigator', navigator);
  expect(await shareStartKey('shop', 'own')).toBe('own');
});
