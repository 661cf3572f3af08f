import { beforeEach, describe, expect, it } from 'vitest';

import type { InteractionId } from '../../plugins/attendance/protocol/ids';
import type { TransitionCommand } from '../../plugins/attendance/server/src/application/ports';
import { CAPTURED, codeOf, dataOf, openScene, START, type OpenWorld, type Scene } from './world';

const PERSISTENCE_MS = 90_000;

export function describeInteractionStore(open: OpenWorld): void {
  let scene: Scene;
  beforeEach(async () => {
    scene = await openScene(open);
  });
  const apply = (id: InteractionId, command: TransitionCommand, now = scene.clock.time) =>
    scene.interactions.transition(id, command, now);
  const find = async (id: InteractionId) => {
    const stored = await scene.interactions.find(id);
    if (stored === null) throw new Error('no such interaction');
    return stored;
  };

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
      dataOf(await apply(first.stored.interaction.id, { kind: 'visitor-end' }));
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
      const stored = await find(id);
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

  describe('interactions: transitions', () => {
    it('[C3] writes the lines of a life in one dense order, and each step grows the revision', async () => {
      const ana = await scene.online('Ana');
      const id = await scene.assigned(ana);
      const revisions = [(await find(id)).revision];
      for (const command of [
        { kind: 'open', agentId: ana },
        { kind: 'leave', persistenceMs: PERSISTENCE_MS },
        { kind: 'return' },
        { kind: 'visitor-end' },
        { kind: 'agent-end', agentId: ana },
      ] as const) {
        const { hasChanged, stored } = dataOf(await apply(id, command));
        expect(hasChanged).toBe(true);
        expect(stored).toEqual(await find(id));
        revisions.push(stored.revision);
      }
      expect(revisions).toEqual([2, 3, 4, 5, 6, 7]);
      const { messages } = await scene.messages.after(id, 0, 100);
      expect(messages).toEqual([
        { sequence: 1, sentAt: START, side: 'system', line: { kind: 'agent-joined', agentName: 'Ana' } },
        {
          sequence: 2,
          sentAt: START,
          side: 'system',
          line: { kind: 'visitor-ended', reason: 'visitor-ended' },
        },
        { sequence: 3, sentAt: START, side: 'system', line: { kind: 'agent-ended' } },
      ]);
      expect((await find(id)).lastSequence).toBe(3);
    });

    it('[K7] a command that has had its effect changes and tells nothing', async () => {
      const ana = await scene.online('Ana');
      const id = await scene.assigned(ana);
      for (const command of [
        { kind: 'open', agentId: ana },
        { kind: 'leave', persistenceMs: PERSISTENCE_MS },
        { kind: 'return' },
        { kind: 'visitor-end' },
        { kind: 'agent-end', agentId: ana },
      ] as const) {
        dataOf(await apply(id, command));
        const before = await find(id);
        expect(dataOf(await apply(id, command, START + 1_000))).toMatchObject({
          hasChanged: false,
          lines: [],
        });
        expect(await find(id)).toEqual(before);
      }
    });

    it('[P5] the visitor cancels, and an unknown id is not found', async () => {
      const id = await scene.waiting();
      expect(dataOf(await apply(id, { kind: 'cancel' }, START + 9)).stored.interaction).toMatchObject({
        status: 'abandoned',
        endedAt: START + 9,
      });
      expect(codeOf(await apply((id + 1) as InteractionId, { kind: 'cancel' }))).toBe('not_found');
    });

    it('[P1] [P3] [R10] away rests the ring, the return runs it on, and the deadline ends the visitor’s side', async () => {
      const ana = await scene.online('Ana');
      const id = await scene.assigned(ana);
      dataOf(await apply(id, { kind: 'leave', persistenceMs: PERSISTENCE_MS }, START + 10_000));
      const away = (await find(id)).interaction;
      expect(away).toMatchObject({
        away: { since: START + 10_000, until: START + 100_000 },
        ring: { leftMs: 20_000 },
      });
      dataOf(await apply(id, { kind: 'return' }, START + 50_000));
      expect((await find(id)).interaction).toMatchObject({ away: null, ring: { until: START + 70_000 } });
      dataOf(await apply(id, { kind: 'leave', persistenceMs: PERSISTENCE_MS }, START + 60_000));
      expect(codeOf(await apply(id, { kind: 'expire' }, START + 149_999))).toBe('conflict');
      dataOf(await apply(id, { kind: 'expire' }, START + 150_000));
      expect((await find(id)).interaction).toMatchObject({
        status: 'assigned',
        away: null,
        ring: null,
        visitorEnd: { at: START + 150_000, reason: 'visitor-gone' },
      });
    });

    it.each([
      ['missed', 'missed', [1]],
      ['lost', 'reassigned', []],
    ] as const)(
      '[R10] [R14] put back as %s: the place stays, the slots are free, the assignment says so',
      async (reason, outcome, missedBy) => {
        const ana = await scene.online('Ana');
        const id = await scene.assigned(ana, 'video');
        const command = { kind: 'put-back', agentId: ana, agentName: 'Ana', reason } as const;
        const { lines, releasedBy, stored } = dataOf(await apply(id, command, START + 30_000));
        expect(releasedBy).toBe(ana);
        expect(stored.interaction).toMatchObject({
          status: 'waiting',
          waitingSince: START,
          missedBy: missedBy.map(() => ana),
        });
        expect(lines).toMatchObject([{ line: { kind: 'agent-left', agentName: 'Ana', reason } }]);
        expect(await scene.slotsOf(ana)).toEqual([]);
        expect(await scene.assignments()).toEqual([
          {
            interactionId: id,
            agentId: ana,
            assignedAt: START,
            openedAt: null,
            releasedAt: START + 30_000,
            outcome,
          },
        ]);
      },
    );

    it('[R5] [A6] only the agent’s end frees the slots; it keeps tag and note', async () => {
      const ana = await scene.online('Ana');
      const id = await scene.assigned(ana);
      dataOf(await apply(id, { kind: 'open', agentId: ana }, START + 1));
      dataOf(await apply(id, { kind: 'visitor-end' }, START + 2));
      expect(await scene.slotsOf(ana)).toEqual([0]);
      const closing = { closingTag: 'Resolvido', closingNote: 'Trocou o tamanho.' };
      const end = { kind: 'agent-end', agentId: ana } as const;
      const ended = dataOf(await scene.interactions.transition(id, end, START + 3, closing));
      expect(ended.releasedBy).toBe(ana);
      expect(await scene.slotsOf(ana)).toEqual([]);
      expect(await scene.assignments()).toMatchObject([
        { openedAt: START + 1, releasedAt: START + 3, outcome: 'ended' },
      ]);
      const visitorId = await scene.visitorOf(id);
      expect(await scene.interactions.history(visitorId, (id + 1) as InteractionId, 10)).toMatchObject([
        { id, agentName: 'Ana', startedAt: START, durationMs: 2, ...closing },
      ]);
      expect(await scene.interactions.history(visitorId, id, 10)).toEqual([]);
    });

    it('[K9] another agent can neither open nor end it', async () => {
      const ana = await scene.online('Ana');
      const bruno = await scene.online('Bruno');
      const id = await scene.assigned(ana);
      const before = await find(id);
      expect(codeOf(await apply(id, { kind: 'open', agentId: bruno }))).toBe('not_found');
      expect(codeOf(await apply(id, { kind: 'agent-end', agentId: bruno }))).toBe('not_found');
      expect(await find(id)).toEqual(before);
    });
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
      dataOf(await apply(held, { kind: 'visitor-end' }));
      expect(idsOf(await scene.interactions.heldBy(ana))).toEqual([held]);
      dataOf(await apply(held, { kind: 'agent-end', agentId: ana }));
      expect(idsOf(await scene.interactions.heldBy(ana))).toEqual([]);
    });

    it('[R7] [R10] requests carry what routing decides by', async () => {
      const ana = await scene.online('Ana');
      const departmentId = await scene.department('vendas');
      const id = await scene.waiting('voice', departmentId);
      dataOf(await scene.interactions.claim(id, ana, START));
      dataOf(
        await apply(
          id,
          { kind: 'put-back', agentId: ana, agentName: 'Ana', reason: 'missed' },
          START + 30_000,
        ),
      );
      dataOf(await apply(id, { kind: 'leave', persistenceMs: PERSISTENCE_MS }, START + 31_000));
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
        if (time === START + 20) dataOf(await apply(id, { kind: 'agent-end', agentId: ana }));
      }
      expect(await interactions.recentAssignments(START + 15)).toEqual([START + 20, START + 30]);
    });
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
      dataOf(await apply(id, { kind: 'cancel' }));
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
      expect((await find(id)).unreadCount).toBe(2);
      expect((await advance('delivered', 2))?.agent).toEqual({ delivered: 2, read: 0 });
      expect(await advance('delivered', 1)).toBeNull();
      expect((await advance('read', 2))?.agent).toEqual({ delivered: 2, read: 2 });
      expect((await find(id)).unreadCount).toBe(1);
      expect((await advance('read', 99))?.agent).toEqual({ delivered: 3, read: 3 });
      expect(await advance('read', 1)).toBeNull();
      expect(await find(id)).toMatchObject({
        unreadCount: 0,
        receipts: { agent: { delivered: 3, read: 3 }, visitor: { delivered: 0, read: 0 } },
      });
    });
  });
}
