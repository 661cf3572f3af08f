import { beforeEach, describe, expect, it } from 'vitest';

import { CHANNELS } from '../../../plugins/attendance/protocol/shared/choices';
import type { AgentId, InteractionId } from '../../../plugins/attendance/protocol/schemas/ids';
import { SLOT_COUNT } from '../../../plugins/attendance/server/src/domain/routing/capacity';
import { codeOf, dataOf, openScene, START, type ChatScene, type OpenChatWorld } from '../world';

const ALL_SLOTS = Array.from({ length: SLOT_COUNT }, (_, slot) => slot);

export function describeClaim(open: OpenChatWorld): void {
  let scene: ChatScene;
  beforeEach(async () => {
    scene = await openScene(open);
  });
  const claim = (id: InteractionId, agentId: AgentId) =>
    scene.interactions.claim(id, agentId, scene.clock.time);

  describe('the claim', () => {
    it('[R2] [R6] assigns with its line, its slot, its ring and its record', async () => {
      const ana = await scene.online('Ana');
      const id = await scene.waiting();
      const claimed = dataOf(await scene.interactions.claim(id, ana, START + 5));
      expect(claimed).toMatchObject({
        hasChanged: true,
        releasedBy: null,
        lines: [{ sequence: 1, line: { kind: 'agent-joined', agentName: 'Ana' } }],
        stored: {
          revision: 2,
          agentName: 'Ana',
          interaction: {
            status: 'assigned',
            agentId: ana,
            assignedAt: START + 5,
            openedAt: null,
            ring: { until: START + 30_005 },
            visitorEnd: null,
          },
        },
      });
      expect(await scene.slots()).toEqual([{ agentId: ana, slot: 0, interactionId: id }]);
      expect(await scene.assignments()).toEqual([
        {
          interactionId: id,
          agentId: ana,
          assignedAt: START + 5,
          openedAt: null,
          releasedAt: null,
          outcome: 'held',
        },
      ]);
      const [agent] = await scene.agents.routingAgents(() => true);
      expect(agent).toMatchObject({ heldSlots: [0], openInteractions: 1, lastAssignedAt: START + 5 });
    });

    it('[R10] rings for no time at all where the setting is 0: it never passes on', async () => {
      const settings = await scene.settings.get();
      dataOf(await scene.settings.update({ ...settings, ringMs: 0 }));
      const id = await scene.assigned(await scene.online('Ana'));
      expect((await scene.interactions.find(id))?.interaction).toMatchObject({ ring: null });
    });

    it('[R2] takes the lowest free slot, and refuses one more than the capacity', async () => {
      const ana = await scene.online('Ana', 2);
      const first = await scene.assigned(ana);
      await scene.assigned(ana);
      const late = await scene.waiting();
      expect(codeOf(await claim(late, ana))).toBe('conflict');
      expect((await scene.interactions.find(late))?.interaction.status).toBe('waiting');
      dataOf(await scene.interactions.transition(first, { kind: 'agent-end', agentId: ana }, START));
      dataOf(await claim(late, ana));
      expect(await scene.slots()).toContainEqual({ agentId: ana, slot: 0, interactionId: late });
    });

    it('[R2] a capacity lowered below what is held takes nothing away, 0 means none, and the default holds for the others', async () => {
      const ana = await scene.online('Ana', 0);
      expect(codeOf(await claim(await scene.waiting(), ana))).toBe('conflict');
      const bruno = await scene.online('Bruno');
      for (let held = 0; held < 4; held += 1) await scene.assigned(bruno);
      expect(codeOf(await claim(await scene.waiting(), bruno))).toBe('conflict');
      const settings = await scene.settings.get();
      dataOf(await scene.settings.update({ ...settings, defaultCapacity: 5 }));
      await scene.assigned(bruno);
      expect(await scene.slotsOf(bruno)).toEqual([0, 1, 2, 3, 4]);
    });

    it('[R3] [R4] a call takes every slot, of an agent who holds nothing, and nothing fits beside it', async () => {
      const ana = await scene.online('Ana');
      const chat = await scene.assigned(ana);
      const call = await scene.waiting('voice');
      expect(codeOf(await claim(call, ana))).toBe('conflict');
      dataOf(await scene.interactions.transition(chat, { kind: 'agent-end', agentId: ana }, START));
      dataOf(await claim(call, ana));
      expect(await scene.slotsOf(ana)).toEqual(ALL_SLOTS);
      expect(codeOf(await claim(await scene.waiting(), ana))).toBe('conflict');
      expect(codeOf(await claim(await scene.waiting('video'), ana))).toBe('conflict');
    });

    it('[R6] of many at once for the last free slot one wins, and the losers leave nothing behind', async () => {
      const ana = await scene.online('Ana', 1);
      const ids = [await scene.waiting(), await scene.waiting(), await scene.waiting()];
      const outcomes = await Promise.all(ids.map((id) => claim(id, ana)));
      expect(outcomes.map(codeOf).sort()).toEqual(['conflict', 'conflict', 'ok']);
      expect(await scene.slotsOf(ana)).toEqual([0]);
      expect(await scene.assignments()).toHaveLength(1);
      expect(await scene.interactions.waiting()).toHaveLength(2);
    });

    it('[R6] of two agents who are given the same one, one gets it', async () => {
      const ana = await scene.online('Ana');
      const bruno = await scene.online('Bruno');
      const id = await scene.waiting();
      const outcomes = await Promise.all([claim(id, ana), claim(id, bruno)]);
      expect(outcomes.map(codeOf)).toEqual(['ok', 'conflict']);
      expect(await scene.slotsOf(bruno)).toEqual([]);
      const roster = await scene.agents.routingAgents(() => true);
      expect(roster.find(({ agentId }) => agentId === bruno)).toMatchObject({ lastAssignedAt: 0 });
    });

    it('[R1] [P5] not for an agent Offline, and not for a visitor who is away', async () => {
      const ana = await scene.online('Ana');
      const id = await scene.waiting();
      await scene.agents.setPresence(ana, 'offline');
      expect(codeOf(await claim(id, ana))).toBe('conflict');
      await scene.agents.setPresence(ana, 'online');
      dataOf(await scene.interactions.transition(id, { kind: 'leave', persistenceMs: 90_000 }, START));
      expect(codeOf(await claim(id, ana))).toBe('conflict');
      expect(await scene.slots()).toEqual([]);
    });

    it('[R8] an agent kept for a call takes nothing else, and the call ends the reservation', async () => {
      const ana = await scene.online('Ana');
      const call = await scene.waiting('video');
      expect(await scene.agents.reserve(ana, call)).toBe(true);
      expect(codeOf(await claim(await scene.waiting(), ana))).toBe('conflict');
      expect(codeOf(await claim(await scene.waiting('voice'), ana))).toBe('conflict');
      dataOf(await claim(call, ana));
      expect((await scene.agents.find(ana))?.reservedFor).toBeNull();
    });

    it('[R6] the capacity holds for every channel alike', async () => {
      for (const channel of CHANNELS) {
        const agentId = await scene.online(channel);
        await scene.assigned(agentId, channel);
        expect(await scene.slotsOf(agentId)).toHaveLength(channel === 'chat' ? 1 : SLOT_COUNT);
      }
    });
  });
}
