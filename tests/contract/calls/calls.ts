import { beforeEach, describe, expect, it } from 'vitest';

import type { AgentId, InteractionId } from '../../../plugins/attendance/protocol/schemas/ids';
import { LIMITS } from '../../../plugins/attendance/protocol/shared/limits';
import type { CallCommand, Caller } from '../../../plugins/attendance/server/src/domain/interactions/call';
import { SLOT_COUNT } from '../../../plugins/attendance/server/src/domain/routing/capacity';
import { codeOf, dataOf, openScene, START, type ChatScene, type OpenChatWorld } from '../world';

const VISITOR: Caller = { side: 'visitor' };
let rooms = 0;

const asks = (by: Caller): CallCommand => ({ kind: 'call-ask', by, medium: 'video' });
const answers = (by: Caller): CallCommand => {
  rooms += 1;
  return { kind: 'call-answer', by, room: `room-${rooms}`, provider: 'direct' };
};

export function describeCalls(open: OpenChatWorld): void {
  let scene: ChatScene;
  let ana: AgentId;
  let agent: Caller;
  beforeEach(async () => {
    scene = await openScene(open);
    ana = await scene.online('Ana');
    agent = { side: 'agent', agentId: ana };
  });
  const act = (id: InteractionId, command: CallCommand, now = START) =>
    scene.interactions.transition(id, command, now);
  const openedChat = async (): Promise<InteractionId> => {
    const id = await scene.assigned(ana);
    dataOf(await scene.interactions.transition(id, { kind: 'open', agentId: ana }, START));
    return id;
  };

  describe('calls', () => {
    it('[M1] [R6] the asking agent keeps nothing for anybody else, and gets it back when it was in vain', async () => {
      const id = await openedChat();
      dataOf(await act(id, asks(agent)));
      expect(await scene.slotsOf(ana)).toHaveLength(SLOT_COUNT);
      const late = await scene.waiting();
      expect(codeOf(await scene.interactions.claim(late, ana, START))).toBe('conflict');
      const silent = dataOf(await act(id, { kind: 'call-decline', by: VISITOR }));
      expect(silent.lines).toMatchObject([
        { line: { kind: 'call-unanswered', by: 'agent', reason: 'declined' } },
      ]);
      expect(await scene.slotsOf(ana)).toHaveLength(1);
      dataOf(await scene.interactions.claim(late, ana, START));
    });

    it('[M1] refuses to raise beside other chats, says how many must end, and changes nothing', async () => {
      const id = await openedChat();
      await scene.assigned(ana);
      await scene.assigned(ana);
      const before = await scene.slots();
      expect(await act(id, asks(agent))).toEqual({ ok: false, code: 'conflict', mustEnd: 2 });
      dataOf(await act(id, asks(VISITOR)));
      expect(await act(id, answers(agent))).toEqual({ ok: false, code: 'conflict', mustEnd: 2 });
      expect(await scene.slots()).toEqual(before);
      expect((await scene.interactions.find(id))?.interaction).toMatchObject({
        channel: 'chat',
        callCount: 0,
      });
    });

    it('[M1] [R4] an answered raise is a call for good, with its beginning kept', async () => {
      const id = await openedChat();
      dataOf(await act(id, asks(VISITOR)));
      dataOf(await act(id, answers(agent), START + 5_000));
      const ended = dataOf(await act(id, { kind: 'call-hang-up', by: VISITOR }, START + 65_000));
      expect(ended.lines).toMatchObject([
        { line: { kind: 'call-ended', by: 'visitor', durationMs: 60_000 } },
      ]);
      expect(ended.stored.interaction).toMatchObject({ channel: 'video', beganAs: 'chat', call: null });
      expect(await scene.slotsOf(ana)).toHaveLength(SLOT_COUNT);
      expect(codeOf(await scene.interactions.claim(await scene.waiting(), ana, START))).toBe('conflict');
      dataOf(await scene.interactions.transition(id, { kind: 'agent-end', agentId: ana }, START));
      expect(await scene.slotsOf(ana)).toEqual([]);
    });

    it('[M1] [P4] what nobody answers in time is found, and not before', async () => {
      const id = await openedChat();
      dataOf(await act(id, asks(agent), START));
      expect(await scene.interactions.unansweredCalls(START + LIMITS.callAskMs - 1)).toEqual([]);
      expect(codeOf(await act(id, { kind: 'call-lapse' }, START + LIMITS.callAskMs - 1))).toBe('conflict');
      expect(await scene.interactions.unansweredCalls(START + LIMITS.callAskMs)).toEqual([id]);
      dataOf(await act(id, { kind: 'call-lapse' }, START + LIMITS.callAskMs));
      expect(await scene.interactions.unansweredCalls(START + LIMITS.callAskMs)).toEqual([]);
      expect(await scene.slotsOf(ana)).toHaveLength(1);
    });

    it('[S9] the call for which a visitor came rings until it is answered, and selecting its row does not open it', async () => {
      const id = await scene.assigned(ana, 'voice');
      const looked = dataOf(await scene.interactions.transition(id, { kind: 'open', agentId: ana }, START));
      expect(looked).toMatchObject({
        hasChanged: false,
        stored: { interaction: { openedAt: null, call: { state: 'ringing', by: 'visitor', until: null } } },
      });
      const answered = dataOf(await act(id, answers(agent), START + 9));
      expect(answered.stored.interaction).toMatchObject({
        openedAt: START + 9,
        ring: null,
        callCount: 1,
        call: { state: 'connected', attempt: 1, medium: 'voice', since: START + 9 },
      });
      expect(dataOf(await act(id, answers(agent))).hasChanged).toBe(false);
    });

    it('[R14] a call put back rings for the next agent, who takes it in a new room', async () => {
      const id = await scene.assigned(ana, 'voice');
      const first = dataOf(await act(id, answers(agent)));
      const lost = { kind: 'put-back', agentId: ana, agentName: 'Ana', reason: 'lost' } as const;
      const back = dataOf(await scene.interactions.transition(id, lost, START));
      expect(back.lines.map((one) => one.side === 'system' && one.line.kind)).toEqual([
        'call-ended',
        'agent-left',
      ]);
      expect(back.stored.interaction.call).toMatchObject({ state: 'ringing', by: 'visitor', until: null });
      const bruno = await scene.online('Bruno');
      dataOf(await scene.interactions.claim(id, bruno, START));
      const second = dataOf(await act(id, answers({ side: 'agent', agentId: bruno })));
      expect(roomOf(second)).not.toBe(roomOf(first));
      expect(second.stored.interaction.callCount).toBe(2);
    });

    it('[M5] the visitor’s end hangs up first', async () => {
      const id = await scene.assigned(ana, 'video');
      dataOf(await act(id, answers(agent)));
      const over = dataOf(await scene.interactions.transition(id, { kind: 'visitor-end' }, START));
      expect(over.lines.map((one) => one.side === 'system' && one.line.kind)).toEqual([
        'call-ended',
        'visitor-ended',
      ]);
      expect(codeOf(await act(id, asks(agent)))).toBe('conflict');
    });

    it('[K9] a call is nobody else’s to answer or to end', async () => {
      const bruno = await scene.online('Bruno');
      const id = await scene.assigned(ana, 'voice');
      const other: Caller = { side: 'agent', agentId: bruno };
      for (const command of [
        answers(other),
        asks(other),
        { kind: 'call-decline', by: other } as const,
        { kind: 'call-hang-up', by: other } as const,
      ])
        expect(codeOf(await act(id, command))).toBe('not_found');
    });
  });
}

function roomOf({ stored }: { stored: { interaction: { call: unknown } } }): unknown {
  return (stored.interaction.call as { room?: string } | null)?.room;
}
