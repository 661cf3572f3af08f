import { beforeEach, describe, expect, it } from 'vitest';

import type { InteractionId } from '../../../plugins/attendance/protocol/schemas/ids';
import { codeOf, dataOf, openScene, START, type ChatScene, type OpenChatWorld } from '../world';

const PERSISTENCE_MS = 90_000;

export function describeTransitions(open: OpenChatWorld): void {
  let scene: ChatScene;
  beforeEach(async () => {
    scene = await openScene(open);
  });

  describe('interactions: transitions', () => {
    it('[C3] writes the lines of a life in one dense order, and each step grows the revision', async () => {
      const ana = await scene.online('Ana');
      const id = await scene.assigned(ana);
      const revisions = [(await scene.stored(id)).revision];
      for (const command of [
        { kind: 'open', agentId: ana },
        { kind: 'leave', persistenceMs: PERSISTENCE_MS },
        { kind: 'return' },
        { kind: 'visitor-end' },
        { kind: 'agent-end', agentId: ana },
      ] as const) {
        const { hasChanged, stored } = dataOf(await scene.apply(id, command));
        expect(hasChanged).toBe(true);
        expect(stored).toEqual(await scene.stored(id));
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
      expect((await scene.stored(id)).lastSequence).toBe(3);
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
        dataOf(await scene.apply(id, command));
        const before = await scene.stored(id);
        expect(dataOf(await scene.apply(id, command, START + 1_000))).toMatchObject({
          hasChanged: false,
          lines: [],
        });
        expect(await scene.stored(id)).toEqual(before);
      }
    });

    it('[P5] the visitor cancels, and an unknown id is not found', async () => {
      const id = await scene.waiting();
      expect(dataOf(await scene.apply(id, { kind: 'cancel' }, START + 9)).stored.interaction).toMatchObject({
        status: 'abandoned',
        endedAt: START + 9,
        reason: 'visitor-ended',
      });
      expect(await scene.stored(id)).toMatchObject({ interaction: { reason: 'visitor-ended' } });
      expect(codeOf(await scene.apply((id + 1) as InteractionId, { kind: 'cancel' }))).toBe('not_found');
    });

    it('[P1] [P3] [R10] away rests the ring, the return runs it on, and the deadline ends the visitor’s side', async () => {
      const ana = await scene.online('Ana');
      const id = await scene.assigned(ana);
      dataOf(await scene.apply(id, { kind: 'leave', persistenceMs: PERSISTENCE_MS }, START + 10_000));
      const away = (await scene.stored(id)).interaction;
      expect(away).toMatchObject({
        away: { since: START + 10_000, until: START + 100_000 },
        ring: { leftMs: 20_000 },
      });
      dataOf(await scene.apply(id, { kind: 'return' }, START + 50_000));
      expect((await scene.stored(id)).interaction).toMatchObject({
        away: null,
        ring: { until: START + 70_000 },
      });
      dataOf(await scene.apply(id, { kind: 'leave', persistenceMs: PERSISTENCE_MS }, START + 60_000));
      expect(codeOf(await scene.apply(id, { kind: 'expire' }, START + 149_999))).toBe('conflict');
      dataOf(await scene.apply(id, { kind: 'expire' }, START + 150_000));
      expect((await scene.stored(id)).interaction).toMatchObject({
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
        const { lines, releasedBy, stored } = dataOf(await scene.apply(id, command, START + 30_000));
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
      dataOf(await scene.apply(id, { kind: 'open', agentId: ana }, START + 1));
      dataOf(await scene.apply(id, { kind: 'visitor-end' }, START + 2));
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
      const before = await scene.stored(id);
      expect(codeOf(await scene.apply(id, { kind: 'open', agentId: bruno }))).toBe('not_found');
      expect(codeOf(await scene.apply(id, { kind: 'agent-end', agentId: bruno }))).toBe('not_found');
      expect(await scene.stored(id)).toEqual(before);
    });
  });
}
