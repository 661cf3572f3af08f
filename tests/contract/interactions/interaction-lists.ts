import { beforeEach, describe, expect, it } from 'vitest';

import type { InteractionId } from '../../../plugins/attendance/protocol/schemas/ids';
import { dataOf, openScene, START, type ChatScene, type OpenChatWorld } from '../world';

const PERSISTENCE_MS = 90_000;

export function describeInteractionLists(open: OpenChatWorld): void {
  let scene: ChatScene;
  beforeEach(async () => {
    scene = await openScene(open);
  });

  describe('interactions: lists', () => {
    it('[R5] [R7] held ones by agent and waiting ones by longest wait', async () => {
      const ana = await scene.online('Ana');
      const held = await scene.assigned(ana);
      scene.clock.time = START + 20;
      const later = await scene.waiting();
      scene.clock.time = START + 10;
      const earlier = await scene.waiting('video');
      const idsOf = (all: { interaction: { id: InteractionId } }[]) =>
        all.map(({ interaction }) => interaction.id);
      expect(idsOf(await scene.interactions.heldBy(ana))).toEqual([held]);
      expect(idsOf(await scene.interactions.waiting())).toEqual([earlier, later]);
      dataOf(await scene.apply(held, { kind: 'visitor-end' }));
      expect(idsOf(await scene.interactions.heldBy(ana))).toEqual([held]);
      dataOf(await scene.apply(held, { kind: 'agent-end', agentId: ana }));
      expect(idsOf(await scene.interactions.heldBy(ana))).toEqual([]);
    });

    it('[R7] [R10] requests carry what routing decides by', async () => {
      const ana = await scene.online('Ana');
      const departmentId = await scene.department('vendas');
      const id = await scene.waiting('voice', departmentId);
      dataOf(await scene.interactions.claim(id, ana, START));
      dataOf(
        await scene.apply(
          id,
          { kind: 'put-back', agentId: ana, agentName: 'Ana', reason: 'missed' },
          START + 30_000,
        ),
      );
      dataOf(await scene.apply(id, { kind: 'leave', persistenceMs: PERSISTENCE_MS }, START + 31_000));
      expect(await scene.interactions.routingRequests()).toEqual([
        {
          interactionId: id,
          visitorId: await scene.visitorOf(id),
          channel: 'voice',
          departmentId,
          waitingSince: START,
          isAway: true,
          previousAgentId: ana,
          missedBy: [ana],
          transferredBy: null,
        },
      ]);
    });

    it('[R12] assignments since a time, ascending, ended ones too', async () => {
      const ana = await scene.online('Ana');
      const { clock, interactions } = scene;
      const times = [START + 30, START + 10, START + 20];
      for (const time of times) {
        clock.time = time;
        const id = await scene.assigned(ana);
        if (time === START + 20) dataOf(await scene.apply(id, { kind: 'agent-end', agentId: ana }));
      }
      expect(await interactions.recentAssignments(START + 15)).toEqual([START + 20, START + 30]);
    });
  });
}
