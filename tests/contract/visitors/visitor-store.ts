import { beforeEach, describe, expect, it } from 'vitest';

import { CAPTURED, openScene, START, type OpenPeopleWorld, type PeopleScene } from '../world';

const MINUTE_MS = 60_000;
const DAY_MS = 24 * 60 * MINUTE_MS;

export function describeVisitorStore(open: OpenPeopleWorld): void {
  let scene: PeopleScene;
  beforeEach(async () => {
    scene = await openScene(open);
  });
  const create = (startKey: string | null = null, now = START) =>
    scene.visitors.create(scene.siteId, { name: 'Carla', email: 'carla@example.com' }, startKey, now);
  const present = (token: string, now: number, siteId = scene.siteId) =>
    scene.visitors.present(siteId, token, now);

  describe('visitors', () => {
    it('[A4] hold what the form said; an update changes the fields given and empties none', async () => {
      const { visitor } = await create();
      expect(visitor).toMatchObject({ name: 'Carla', email: 'carla@example.com', phone: '', document: '' });
      await scene.visitors.update(visitor.id, { phone: '+55 11 4002-8922', name: undefined });
      const { siteId } = scene;
      const request = { siteId, visitorId: visitor.id, departmentId: null, captured: CAPTURED };
      const { stored } = await scene.interactions.start({ ...request, channel: 'chat' }, START);
      expect(stored.visitor).toEqual({ ...visitor, phone: '+55 11 4002-8922' });
      expect(await scene.visitors.find(visitor.id)).toEqual(stored.visitor);
      expect(await scene.visitors.find((visitor.id + 1) as typeof visitor.id)).toBeNull();
    });

    it('[Z43] who is no more is not changed, and nothing begins for them', async () => {
      const { siteId } = scene;
      const { visitor } = await create();
      const goneId = (visitor.id + 1) as typeof visitor.id;
      expect(await scene.visitors.update(visitor.id, {})).toBe(true);
      expect(await scene.visitors.update(visitor.id, { name: 'Carla Dias' })).toBe(true);
      expect(await scene.visitors.update(goneId, {})).toBe(false);
      expect(await scene.visitors.update(goneId, { name: 'Dora' })).toBe(false);
      const request = { siteId, visitorId: goneId, departmentId: null, captured: CAPTURED };
      await expect(scene.interactions.start({ ...request, channel: 'chat' }, START)).rejects.toThrow(
        'no more',
      );
      expect(await scene.interactions.findLive(siteId, goneId)).toBeNull();
    });

    it('[P3] [Z17] the start key of two tabs gives one visitor, for ten minutes and on its own site only', async () => {
      const key = 'start-key-of-one-browser-01';
      const [first, second] = await Promise.all([create(key), create(key)]);
      expect(second.visitor).toEqual(first.visitor);
      expect(second.token).not.toBe(first.token);
      expect((await create(key, START + 10 * MINUTE_MS)).visitor.id).toBe(first.visitor.id);
      const elsewhere = await scene.site('Outra');
      const other = await scene.visitors.create(elsewhere, {}, key, START);
      expect(other.visitor.id).not.toBe(first.visitor.id);
      expect((await create(key, START + 10 * MINUTE_MS + 1)).visitor.id).not.toBe(first.visitor.id);
      expect((await create()).visitor.id).not.toBe((await create()).visitor.id);
    });
  });

  describe('resume tokens', () => {
    it('[P2] name their visitor on their own site; another’s and an unknown one are worth nothing', async () => {
      const { token, visitor } = await create();
      const elsewhere = await scene.site('Outra');
      expect(await present(token, START, elsewhere)).toBeNull();
      expect(await present('unknown', START)).toBeNull();
      expect(await present(token, START)).toEqual({ visitorId: visitor.id, freshToken: null });
    });

    it('[P2] [Z16] one older than 15 minutes is replaced, and stays good until 60 s after the new one was presented', async () => {
      const { token, visitor } = await create();
      expect((await present(token, START + 15 * MINUTE_MS))?.freshToken).toBeNull();
      const rotated = await present(token, START + 15 * MINUTE_MS + 1);
      const fresh = rotated?.freshToken ?? '';
      expect(fresh).not.toBe('');
      // The answer may have been lost: the old one still works, and is replaced again.
      expect((await present(token, START + 20 * MINUTE_MS))?.freshToken).toEqual(expect.any(String));
      const usedAt = START + 21 * MINUTE_MS;
      expect(await present(fresh, usedAt)).toEqual({ visitorId: visitor.id, freshToken: null });
      expect(await present(token, usedAt + MINUTE_MS - 1)).toEqual({
        visitorId: visitor.id,
        freshToken: null,
      });
      expect(await present(fresh, usedAt + MINUTE_MS)).not.toBeNull();
    });

    it('[Z16] one presented after it retired was stolen, or its successor was: the whole family is revoked', async () => {
      const { token } = await create();
      const now = START + 16 * MINUTE_MS;
      const fresh = (await present(token, now))?.freshToken ?? '';
      await present(fresh, now);
      expect(await present(token, now + MINUTE_MS)).toBeNull();
      expect(await present(fresh, now + MINUTE_MS)).toBeNull();
      expect(await present(token, now + MINUTE_MS)).toBeNull();
    });

    it('[P3] the family of one visitor is not that of another', async () => {
      const { token } = await create();
      const other = await create();
      const now = START + 16 * MINUTE_MS;
      const fresh = (await present(token, now))?.freshToken ?? '';
      await present(fresh, now);
      await present(token, now + MINUTE_MS);
      expect(await present(other.token, now + MINUTE_MS)).toMatchObject({ visitorId: other.visitor.id });
    });

    it('[P3] one that nobody presented for 180 days is worth nothing; presenting it within them keeps it alive', async () => {
      const { token } = await create();
      expect(await present(token, START + 180 * DAY_MS + 1)).toBeNull();
      const kept = await create();
      const first = await present(kept.token, START + 100 * DAY_MS);
      const second = await present(first?.freshToken ?? '', START + 250 * DAY_MS);
      expect(second).toMatchObject({ visitorId: kept.visitor.id });
    });
  });
}
