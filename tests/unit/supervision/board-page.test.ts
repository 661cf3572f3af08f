import { describe, expect, it } from 'vitest';

import { createToldOffline } from '../../../admin/src/shell/told-offline';
import { setOffline } from '../../../admin/src/supervision/board/agents/set-offline';
import { followedId } from '../../../admin/src/supervision/board/followed-id';
import type { ErrorCode } from '../../../plugins/attendance/protocol/shared/errors';
import { id } from '../admin/builders';

describe('what the address follows', () => {
  const followed = (query: string, isWall = false) => followedId(new URLSearchParams(query), isWall);

  it('[R17] is one interaction, or none', () => {
    expect(followed('interaction=12')).toBe(12);
    expect(
      ['', 'interaction=', 'interaction=0', 'interaction=-3', 'interaction=1.5', 'interaction=x'].map(
        (query) => followed(query),
      ),
    ).toEqual(Array(6).fill(null));
  });

  it('[R17] [Z185] is nothing on a wall, where nobody reads it', () => {
    expect(followed('interaction=12', true)).toBeNull();
  });
});

describe('setting an agent Offline', () => {
  const outcome = (code: ErrorCode | null) =>
    setOffline(
      { setOffline: () => Promise.resolve(code === null ? null : { code, message: '' }) },
      id(3),
      'Sofia: almoço',
    );

  it('[R17] [Z184] tells who was Offline already from who is Offline by it', async () => {
    expect(await outcome(null)).toBe('done');
    expect(await outcome('conflict')).toBe('already');
  });

  it('[R17] [Z184] is refused without a session, and where the server refuses', async () => {
    expect(await setOffline(null, id(3), 'Sofia: almoço')).toMatchObject({ code: 'unavailable' });
    expect(await outcome('forbidden')).toMatchObject({ code: 'forbidden' });
  });
});

describe('the word that a supervisor set one Offline', () => {
  /** Returns as much of a browser's storage as is used. */
  function createStorage(): Storage {
    const held = new Map<string, string>();
    return {
      getItem: (key: string) => held.get(key) ?? null,
      setItem: (key: string, value: string) => void held.set(key, value),
    } as unknown as Storage;
  }

  it('[R17] [Z184] is told once, over reloads too, and again the next time', () => {
    const storage = createStorage();
    const first = createToldOffline(() => storage);
    expect(first.isNews(7, null)).toBe(false);
    expect(first.isNews(7, 'Sofia: almoço')).toBe(true);
    expect(first.isNews(7, 'Sofia: almoço')).toBe(false);
    const reloaded = createToldOffline(() => storage);
    expect(reloaded.isNews(7, 'Sofia: almoço')).toBe(false);
    expect(reloaded.isNews(7, 'Sofia: reunião')).toBe(true);
    expect(reloaded.isNews(7, null)).toBe(false);
    expect(reloaded.isNews(7, 'Sofia: reunião')).toBe(true);
  });

  it('[R17] [Z184] is told without a reason too, to each agent, and where nothing can be stored', () => {
    const blocked = createToldOffline(() => {
      throw new Error('blocked');
    });
    expect(blocked.isNews(7, '')).toBe(true);
    expect(blocked.isNews(7, '')).toBe(false);
    expect(blocked.isNews(8, '')).toBe(true);
  });
});
