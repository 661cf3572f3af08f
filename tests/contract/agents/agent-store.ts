import { beforeEach, describe, expect, it } from 'vitest';

import { CHANNELS } from '../../../plugins/attendance/protocol/shared/choices';
import type { AgentId } from '../../../plugins/attendance/protocol/schemas/ids';
import { asUpdate, codeOf, dataOf, openScene, START, type OpenPeopleWorld, type PeopleScene } from '../world';
import { byNumber } from '../../support/by-number';

export function describeAgentStore(open: OpenPeopleWorld): void {
  let scene: PeopleScene;
  beforeEach(async () => {
    scene = await openScene(open);
  });

  describe('agents', () => {
    it('[R16] one for each user, Offline, on every channel, with the capacity of all', async () => {
      const { agents } = scene;
      const [first, again] = await Promise.all([agents.ensure(7, 'Ana'), agents.ensure(7, 'Outra')]);
      expect(again).toEqual(first);
      expect(first).toMatchObject({
        userId: 7,
        publicName: 'Ana',
        presence: 'offline',
        capacity: 4,
        channels: CHANNELS,
        departmentIds: [],
        offlineReason: null,
        reservedFor: null,
      });
      expect(await agents.find(first.id)).toMatchObject({ id: first.id });
    });

    it('[Z141] finding C8: is expected before the first connection, and set already then', async () => {
      const { agents } = scene;
      await agents.expect([{ userId: 7, name: 'Ana' }]);
      await agents.expect([{ userId: 7, name: 'Outra' }]);
      const [expected, ...others] = await agents.profiles();
      if (expected === undefined) throw new Error('nobody is expected');
      expect(others).toEqual([]);
      expect(expected).toMatchObject({ publicName: 'Ana', isNeverHere: true, presence: 'offline' });
      await agents.update(expected.id, { ...asUpdate(expected), capacity: 2, channels: ['chat'] });
      expect(await agents.ensure(7, 'Ana Lima')).toMatchObject({
        id: expected.id,
        publicName: 'Ana',
        capacity: 2,
        channels: ['chat'],
      });
      expect(await agents.profiles()).toMatchObject([{ isNeverHere: false }]);
      await agents.expect([{ userId: 7, name: 'Ana' }]);
      expect(await agents.profiles()).toMatchObject([{ isNeverHere: false }]);
    });

    it('[R2] [Z9] an update needs the version it was made from', async () => {
      const { agents } = scene;
      const ana = await scene.online('Ana');
      const [profile] = await agents.profiles();
      if (profile === undefined) throw new Error('no profile');
      const update = {
        ...asUpdate(profile),
        publicName: 'Ana Lima',
        capacity: 9,
        channels: ['chat' as const],
      };
      expect(dataOf(await agents.update(ana, update))).toMatchObject({
        version: profile.version + 1,
        publicName: 'Ana Lima',
        ownCapacity: 9,
        capacity: 9,
        channels: ['chat'],
        presence: 'online',
      });
      expect(codeOf(await agents.update(ana, update))).toBe('conflict');
      expect(codeOf(await agents.update((ana + 1) as typeof ana, update))).toBe('not_found');
    });

    it('[R1] [R5] routing sees who is Online, with what they hold, and whom the caller knows to be connected', async () => {
      const { agents } = scene;
      const ana = await scene.online('Ana', 2);
      const bruno = await scene.online('Bruno');
      const carla = await scene.online('Carla');
      const chat = await scene.assigned(ana);
      await scene.assigned(bruno, 'voice');
      await agents.setPresence(carla, 'offline');
      dataOf(await scene.interactions.transition(chat, { kind: 'visitor-end' }, START));
      const roster = await agents.routingAgents((id) => id === bruno);
      expect(roster.map(({ agentId }) => agentId).sort(byNumber)).toEqual([ana, bruno].sort(byNumber));
      expect(roster.find(({ agentId }) => agentId === ana)).toMatchObject({
        isOnline: true,
        isConnected: false,
        capacity: 2,
        heldSlots: [0],
        openInteractions: 1,
      });
      const held = roster.find(({ agentId }) => agentId === bruno);
      expect(held).toMatchObject({ isConnected: true, openInteractions: 1 });
      expect(held?.heldSlots).toHaveLength(20);
    });

    it('[R14] presence is stored with the service’s reason, and the own choice takes it away', async () => {
      const { agents } = scene;
      const ana = await scene.online('Ana');
      await agents.setPresence(ana, 'offline', 'lost');
      expect(await agents.find(ana)).toMatchObject({ presence: 'offline', offlineReason: 'lost' });
      await agents.setPresence(ana, 'online');
      expect(await agents.find(ana)).toMatchObject({ presence: 'online', offlineReason: null });
    });

    it('[R14] the lost are those without connection who are Online or hold something', async () => {
      const { agents } = scene;
      const ana = await scene.online('Ana');
      const bruno = await scene.online('Bruno');
      const carla = await scene.online('Carla');
      await scene.assigned(bruno);
      await agents.setPresence(bruno, 'offline');
      await agents.setPresence(carla, 'offline');
      await agents.setLost(ana, START);
      await agents.markAllLost(START + 5);
      const lost = [...(await agents.lost())].sort((left, right) => left.id - right.id);
      expect(lost).toEqual([
        { id: ana, publicName: 'Ana', lostAt: START },
        { id: bruno, publicName: 'Bruno', lostAt: START + 5 },
      ]);
      expect(await agents.offlineHolders()).toEqual([bruno]);
      await agents.setLost(ana, null);
      expect((await agents.lost()).map(({ id }) => id)).toEqual([bruno]);
    });

    it('[R13] somebody attends who is Online and connected, or was a moment ago', async () => {
      const { agents } = scene;
      expect(await agents.isAnybodyAttending(START)).toBe(false);
      const ana = await scene.online('Ana');
      expect(await agents.isAnybodyAttending(START)).toBe(true);
      await agents.setLost(ana, START + 10);
      expect(await agents.isAnybodyAttending(START + 9)).toBe(true);
      expect(await agents.isAnybodyAttending(START + 10)).toBe(false);
      await agents.setLost(ana, null);
      await agents.setPresence(ana, 'offline');
      expect(await agents.isAnybodyAttending(START)).toBe(false);
    });

    it('[R10] counts what was missed in a row: opening one, and the choice of presence, begin anew; the third is Offline at once', async () => {
      const { agents } = scene;
      const ana = await scene.online('Ana');
      const bruno = await scene.online('Bruno');
      const miss = async (agentId: AgentId, agentName: string) => {
        const id = await scene.assigned(agentId);
        const command = { kind: 'put-back', agentId, agentName, reason: 'missed' } as const;
        const { isSentOffline } = dataOf(await scene.interactions.transition(id, command, START + 30_000));
        expect((await agents.find(agentId))?.presence).toBe(isSentOffline ? 'offline' : 'online');
        return isSentOffline;
      };
      expect([await miss(ana, 'Ana'), await miss(ana, 'Ana')]).toEqual([false, false]);
      expect(await miss(bruno, 'Bruno')).toBe(false);
      await agents.clearMissed(ana);
      expect([await miss(ana, 'Ana'), await miss(ana, 'Ana')]).toEqual([false, false]);
      await agents.setPresence(ana, 'online');
      expect([await miss(ana, 'Ana'), await miss(ana, 'Ana')]).toEqual([false, false]);
      expect(await miss(ana, 'Ana')).toBe(true);
      expect(await agents.find(ana)).toMatchObject({ offlineReason: 'missed', reservedFor: null });
      expect((await agents.find(bruno))?.presence).toBe('online');
    });

    it('[R8] a reservation is for who is Online and unreserved; of two at once one is made; Offline ends it', async () => {
      const { agents } = scene;
      const ana = await scene.online('Ana');
      const [first, second] = [await scene.waiting('voice'), await scene.waiting('video')];
      const both = await Promise.all([agents.reserve(ana, first), agents.reserve(ana, second)]);
      expect(both).toEqual([true, false]);
      expect((await agents.find(ana))?.reservedFor).toBe(first);
      await agents.lapse(ana);
      expect((await agents.find(ana))?.reservedFor).toBeNull();
      expect(await agents.reserve(ana, second)).toBe(true);
      await agents.setPresence(ana, 'offline');
      expect((await agents.find(ana))?.reservedFor).toBeNull();
      expect(await agents.reserve(ana, first)).toBe(false);
    });
  });
}
