import { beforeEach, describe, expect, it } from 'vitest';

import { CAPTURED, dataOf, openScene, START, type ChatScene, type OpenChatWorld } from '../world';

export function describeRequests(open: OpenChatWorld): void {
  let scene: ChatScene;
  beforeEach(async () => {
    scene = await openScene(open);
  });

  describe('interactions: the request', () => {
    it('[P3] gives the live one back, and starts another after the visitor’s end', async () => {
      const { interactions, siteId } = scene;
      const visitorId = await scene.visitor();
      const request = { siteId, visitorId, departmentId: null, channel: 'chat' as const, captured: CAPTURED };
      const first = await interactions.start(request, START);
      const second = await interactions.start({ ...request, channel: 'voice' }, START + 5);
      expect(first.isNew).toBe(true);
      expect(second).toEqual({ stored: first.stored, isNew: false });
      expect(await interactions.findLive(siteId, visitorId)).toEqual(first.stored);
      dataOf(await scene.apply(first.stored.interaction.id, { kind: 'visitor-end' }));
      expect(await interactions.findLive(siteId, visitorId)).toBeNull();
      const third = await interactions.start(request, START + 10);
      expect(third.isNew).toBe(true);
      expect(third.stored.interaction.id).not.toBe(first.stored.interaction.id);
    });

    it('[P3] two tabs at once get the same one', async () => {
      const { interactions, siteId } = scene;
      const visitorId = await scene.visitor();
      const request = { siteId, visitorId, departmentId: null, channel: 'chat' as const, captured: CAPTURED };
      const both = await Promise.all([
        interactions.start(request, START),
        interactions.start(request, START),
      ]);
      expect(both.map(({ isNew }) => isNew)).toEqual([true, false]);
      expect(new Set(both.map(({ stored }) => stored.interaction.id)).size).toBe(1);
    });

    it('[A5] holds what was asked and seen, and the visitor behind it', async () => {
      const departmentId = await scene.department('vendas');
      const id = await scene.waiting('voice', departmentId);
      const stored = await scene.stored(id);
      expect(stored).toMatchObject({
        revision: 1,
        protocolNumber: `2025-${String(id).padStart(6, '0')}`,
        siteName: 'Loja',
        department: { id: departmentId, key: 'vendas', name: 'vendas' },
        visitor: { name: 'Carla', email: '', phone: '', document: '' },
        agentName: '',
        lastSequence: 0,
        pendingSince: null,
        unreadCount: 0,
        lastPreview: null,
        receipts: { visitor: { delivered: 0, read: 0 }, agent: { delivered: 0, read: 0 } },
        captured: CAPTURED,
      });
      expect(stored.interaction).toMatchObject({
        status: 'waiting',
        channel: 'voice',
        waitingSince: START,
        away: null,
        lastWriter: null,
        missedBy: [],
      });
    });
  });
}
