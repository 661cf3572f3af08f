import { beforeEach, describe, expect, it } from 'vitest';

import { CAPTURED, dataOf, openScene, START, type ChatScene, type OpenChatWorld } from '../world';

export function describePagesAndWatermarks(open: OpenChatWorld): void {
  let scene: ChatScene;
  beforeEach(async () => {
    scene = await openScene(open);
  });

  describe('interactions: pages and watermarks', () => {
    it('[A5] a page of another address writes a line; its title alone does not; after the end nothing is noted', async () => {
      const id = await scene.waiting();
      const { interactions } = scene;
      const page = { url: 'https://shop.example/b', title: '', referrer: '' };
      const moved = dataOf(await interactions.recordPage(id, page, START + 1));
      expect(moved).toMatchObject({ hasChanged: true, stored: { revision: 2, lastSequence: 1 } });
      expect(moved.lines).toEqual([
        {
          sequence: 1,
          sentAt: START + 1,
          side: 'system',
          line: { kind: 'page-changed', url: page.url, title: '' },
        },
      ]);
      const named = dataOf(await interactions.recordPage(id, { ...page, title: 'B' }, START + 2));
      expect(named).toMatchObject({
        hasChanged: true,
        lines: [],
        stored: { captured: { originUrl: CAPTURED.originUrl, currentUrl: page.url, currentTitle: 'B' } },
      });
      expect(dataOf(await interactions.recordPage(id, { ...page, title: 'B' }, START + 3)).hasChanged).toBe(
        false,
      );
      dataOf(await scene.apply(id, { kind: 'cancel' }));
      const after = { ...page, url: 'https://shop.example/c' };
      expect(dataOf(await interactions.recordPage(id, after, START + 4)).hasChanged).toBe(false);
    });

    it('[C2] watermarks only rise, stop at the last line, and reading is receiving', async () => {
      const ana = await scene.online('Ana');
      const id = await scene.assigned(ana);
      const visitorId = await scene.visitorOf(id);
      for (const clientMessageId of ['message-1', 'message-2'])
        await scene.messages.post({
          interactionId: id,
          clientMessageId,
          body: 'Oi',
          author: { side: 'visitor', visitorId },
        });
      const advance = (mark: 'delivered' | 'read', sequence: number) =>
        scene.interactions.advanceWatermark(id, 'agent', mark, sequence);
      expect((await scene.stored(id)).unreadCount).toBe(2);
      expect((await advance('delivered', 2))?.agent).toEqual({ delivered: 2, read: 0 });
      expect(await advance('delivered', 1)).toBeNull();
      expect((await advance('read', 2))?.agent).toEqual({ delivered: 2, read: 2 });
      expect((await scene.stored(id)).unreadCount).toBe(1);
      expect((await advance('read', 99))?.agent).toEqual({ delivered: 3, read: 3 });
      expect(await advance('read', 1)).toBeNull();
      expect(await scene.stored(id)).toMatchObject({
        unreadCount: 0,
        receipts: { agent: { delivered: 3, read: 3 }, visitor: { delivered: 0, read: 0 } },
      });
    });
  });
}
