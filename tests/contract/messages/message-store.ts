import { beforeEach, describe, expect, it } from 'vitest';

import type { InteractionId, VisitorId } from '../../../plugins/attendance/protocol/schemas/ids';
import { LIMITS } from '../../../plugins/attendance/protocol/shared/limits';
import type { NewMessage } from '../../../plugins/attendance/server/src/application/messages/ports';
import { codeOf, dataOf, openScene, START, type ChatScene, type OpenChatWorld } from '../world';

export function describeMessageStore(open: OpenChatWorld): void {
  let scene: ChatScene;
  let ana: Awaited<ReturnType<ChatScene['online']>>;
  let id: InteractionId;
  let visitorId: VisitorId;
  beforeEach(async () => {
    scene = await openScene(open);
    ana = await scene.online('Ana');
    id = await scene.assigned(ana);
    visitorId = await scene.visitorOf(id);
  });
  const fromVisitor = (clientMessageId: string, body = clientMessageId): NewMessage => ({
    interactionId: id,
    clientMessageId,
    body,
    author: { side: 'visitor', visitorId },
  });
  const fromAgent = (clientMessageId: string, body = clientMessageId): NewMessage => ({
    ...fromVisitor(clientMessageId, body),
    author: { side: 'agent', agentId: ana, agentName: 'Ana' },
  });
  const post = (...messages: NewMessage[]) => Promise.all(messages.map(scene.messages.post));
  const bodies = async () =>
    (await scene.messages.after(id, 0, 100)).messages.flatMap((message) =>
      message.side === 'system' ? [] : [`${message.sequence} ${message.side} ${message.body}`],
    );

  describe('messages', () => {
    it('[C2] [C3] take the next sequence and move the facts of the interaction', async () => {
      scene.clock.time = START + 5;
      const [first] = await post(fromVisitor('question-1', 'Tem em azul?'));
      expect(first).toEqual({
        ok: true,
        data: {
          isNew: true,
          participants: { visitorId, agentId: ana },
          message: {
            sequence: 2,
            sentAt: START + 5,
            side: 'visitor',
            clientMessageId: 'question-1',
            body: 'Tem em azul?',
          },
        },
      });
      scene.clock.time = START + 9;
      await post(fromVisitor('question-2', 'E em verde?'));
      expect(await scene.interactions.find(id)).toMatchObject({
        revision: 4,
        lastSequence: 3,
        pendingSince: START + 5,
        unreadCount: 2,
        lastPreview: { side: 'visitor', body: 'E em verde?', sentAt: START + 9 },
        interaction: { lastWriter: 'visitor' },
      });
      await post(fromAgent('answer-01', 'Temos.'));
      expect(await scene.interactions.find(id)).toMatchObject({
        pendingSince: null,
        lastPreview: { side: 'agent', body: 'Temos.' },
        interaction: { lastWriter: 'agent' },
      });
    });

    it('[C3] a group keeps its order, and duplicates within it are one message', async () => {
      const outcomes = await post(
        fromVisitor('message-1', 'um'),
        fromAgent('message-1', 'dois'),
        fromVisitor('message-1', 'um'),
        fromVisitor('message-2', 'três'),
        fromVisitor('message-1', 'outro texto'),
      );
      expect(outcomes.map((outcome) => (outcome.ok ? outcome.data.message.sequence : outcome.code))).toEqual([
        2,
        3,
        2,
        4,
        'conflict',
      ]);
      expect(outcomes.map((outcome) => outcome.ok && outcome.data.isNew)).toEqual([
        true,
        true,
        false,
        true,
        false,
      ]);
      expect(await bodies()).toEqual(['2 visitor um', '3 agent dois', '4 visitor três']);
    });

    it('[C3] a retry is harmless, also after the end; with another body it is refused', async () => {
      const [first] = await post(fromVisitor('message-1', 'um'));
      const again = await post(fromVisitor('message-1', 'um'), fromVisitor('message-1', 'dois'));
      expect(again.map(codeOf)).toEqual(['ok', 'conflict']);
      dataOf(await scene.interactions.transition(id, { kind: 'visitor-end' }, START));
      const [late, fresh, answer] = await post(
        fromVisitor('message-1', 'um'),
        fromVisitor('message-2', 'tarde'),
        fromAgent('message-3', 'tarde'),
      );
      if (first === undefined || late === undefined) throw new Error('no outcome');
      expect(dataOf(late)).toEqual({ ...dataOf(first), isNew: false });
      expect([fresh, answer].map((outcome) => outcome && codeOf(outcome))).toEqual(['conflict', 'conflict']);
      expect(await bodies()).toEqual(['2 visitor um']);
    });

    it('[K9] somebody else’s interaction does not exist for who writes', async () => {
      const bruno = await scene.online('Bruno');
      const other = await scene.visitor('Davi');
      const outcomes = await post(
        { ...fromVisitor('message-1'), author: { side: 'visitor', visitorId: other } },
        { ...fromVisitor('message-2'), author: { side: 'agent', agentId: bruno, agentName: 'Bruno' } },
        { ...fromVisitor('message-3'), interactionId: (id + 1) as InteractionId },
      );
      expect(outcomes.map(codeOf)).toEqual(['not_found', 'not_found', 'not_found']);
    });

    it('[C3] one group over several interactions numbers each by itself', async () => {
      const other = await scene.assigned(ana);
      const otherVisitor = await scene.visitorOf(other);
      const elsewhere = (clientMessageId: string): NewMessage => ({
        interactionId: other,
        clientMessageId,
        body: clientMessageId,
        author: { side: 'visitor', visitorId: otherVisitor },
      });
      const outcomes = await post(
        elsewhere('message-1'),
        fromVisitor('message-1'),
        elsewhere('message-2'),
        fromVisitor('message-2'),
      );
      expect(outcomes.map((outcome) => dataOf(outcome).message.sequence)).toEqual([2, 2, 3, 3]);
    });

    it('[C3] a page after or before a sequence ascends, and says whether there is more', async () => {
      await post(...['message-2', 'message-3', 'message-4', 'message-5'].map((name) => fromVisitor(name)));
      const { messages } = scene;
      const pageOf = async (page: ReturnType<typeof messages.after>) => {
        const { hasMore, messages: found } = await page;
        return [found.map(({ sequence }) => sequence), hasMore];
      };
      expect(await pageOf(messages.after(id, 2, 2))).toEqual([[3, 4], true]);
      expect(await pageOf(messages.after(id, 2, 3))).toEqual([[3, 4, 5], false]);
      expect(await pageOf(messages.after(id, 5, 3))).toEqual([[], false]);
      expect(await pageOf(messages.before(id, 4, 2))).toEqual([[2, 3], true]);
      expect(await pageOf(messages.before(id, 4, 3))).toEqual([[1, 2, 3], false]);
      expect(await pageOf(messages.before(id, Number.MAX_SAFE_INTEGER, 2))).toEqual([[4, 5], true]);
    });

    it('[Z103] [C3] finding A3: a page is bounded in bytes, holds one line at least, and reading on finds all', async () => {
      const long = '😀'.repeat(4_000);
      for (let line = 2; line <= 12; line += 1) await post(fromVisitor(`message-${line}`, long));
      const { messages } = scene;
      const readOn = async (direction: 'after' | 'before') => {
        const found: number[] = [];
        let at = direction === 'after' ? 0 : Number.MAX_SAFE_INTEGER;
        for (;;) {
          const page = await messages[direction](id, at, 100);
          const sequences = page.messages.map(({ sequence }) => sequence);
          expect(sequences.length).toBeGreaterThan(0);
          expect(page.bytes).toBeLessThanOrEqual(LIMITS.transcriptPageBytes);
          found.push(...(direction === 'after' ? sequences : sequences.reverse()));
          at = found.at(-1) ?? expect.fail();
          if (!page.hasMore) return found;
          expect(page.bytes).toBeGreaterThan(LIMITS.transcriptPageBytes / 2);
        }
      };
      const all = Array.from({ length: 12 }, (_, index) => index + 1);
      expect(await readOn('after')).toEqual(all);
      expect(await readOn('before')).toEqual(all.reverse());
    });

    it('[C1] a preview holds the beginning of a long body, cut between code points', async () => {
      await post(fromVisitor('message-1', '😀'.repeat(200)));
      expect((await scene.interactions.find(id))?.lastPreview?.body).toBe('😀'.repeat(140));
    });
  });
}
