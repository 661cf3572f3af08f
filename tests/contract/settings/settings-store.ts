import { beforeEach, describe, expect, it } from 'vitest';

import { codeOf, dataOf, type OpenWorld, type World } from '../world';

export function describeSettingsStore(open: OpenWorld): void {
  let world: World;
  beforeEach(async () => {
    world = await open();
  });

  describe('settings', () => {
    it('[R2] [R8] [R10] [R14] [P1] begin with the product’s defaults, and a second start changes nothing', async () => {
      const before = await world.settings.get();
      expect(before).toMatchObject({
        version: 0,
        defaultCapacity: 4,
        persistenceMs: 90_000,
        ringMs: 30_000,
        missedMax: 3,
        graceMs: 300_000,
        reserveAfterMs: 30_000,
      });
      await world.settings.ensure();
      expect(await world.settings.get()).toEqual(before);
    });

    it('[Z9] an update needs the version it was made from', async () => {
      const settings = await world.settings.get();
      const update = { ...settings, ringMs: 0, missedMax: 0 };
      expect(dataOf(await world.settings.update(update))).toEqual({ ...update, version: 1 });
      expect(await world.settings.get()).toEqual({ ...update, version: 1 });
      expect(codeOf(await world.settings.update(update))).toBe('conflict');
    });
  });
}
