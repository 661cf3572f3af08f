import { beforeEach, describe, expect, it } from 'vitest';

import type { AgentId, InteractionId } from '../../../plugins/attendance/protocol/schemas/ids';
import type { Channel } from '../../../plugins/attendance/protocol/shared/choices';
import type { Outcome } from '../../../plugins/attendance/server/src/application/outcome';
import { setOffline } from '../../../plugins/attendance/server/src/application/supervision/set-offline';
import { takeOver } from '../../../plugins/attendance/server/src/application/supervision/take-over';
import { whisper } from '../../../plugins/attendance/server/src/application/supervision/whisper';
import { writeNote } from '../../../plugins/attendance/server/src/application/tools/write-note';
import { SLOT_COUNT } from '../../../plugins/attendance/server/src/domain/routing/capacity';
import { asUpdate, codeOf, dataOf, openScene, START, type ChatScene, type OpenChatWorld } from '../world';

const ALL = Array.from({ length: SLOT_COUNT }, (_, slot) => slot);
const AWAY = { kind: 'leave', persistenceMs: 90_000 } as const;

/** What supervisors do, by the scripts that the product runs, and what the board reads [R17, D3]. */
export function describeSupervision(open: OpenChatWorld): void {
  let scene: ChatScene;
  let ana: AgentId;
  let sofia: AgentId;
  beforeEach(async () => {
    scene = await openScene(open);
    ana = await scene.online('Ana');
    sofia = await scene.online('Sofia');
  });
  const take = (id: InteractionId, by = sofia) =>
    scene.database.transact((tx) => takeOver(tx, id, by, scene.clock.time));
  const obstacleOf = (outcome: Outcome<unknown>) => (outcome.ok ? 'ok' : (outcome.obstacle ?? outcome.code));
  const change = async (update: { channels?: Channel[]; departmentIds?: number[] }) => {
    const profile = (await scene.agents.profiles()).find(({ id }) => id === sofia);
    if (profile === undefined) throw new Error('no such agent');
    dataOf(await scene.agents.update(sofia, { ...asUpdate(profile), ...(update as object) }));
  };

  describe('supervision', () => {
    it('[R17] [R6] [Z170] a chat is taken over from its agent: slots, record, line, department, and new to the supervisor', async () => {
      const department = await scene.department('vendas');
      const id = await scene.waiting('chat', department);
      dataOf(await scene.interactions.claim(id, ana, START));
      dataOf(await scene.apply(id, { kind: 'open', agentId: ana }));
      scene.clock.time = START + 50_000;
      const { lines, releasedBy, stored } = dataOf(await take(id));
      expect(releasedBy).toBe(ana);
      expect(lines).toMatchObject([
        { line: { kind: 'transferred', from: 'Ana', toKind: 'agent', to: 'Sofia', note: '' } },
      ]);
      expect(stored).toEqual(await scene.stored(id));
      expect(stored.interaction).toMatchObject({
        status: 'assigned',
        agentId: sofia,
        openedAt: null,
        assignedAt: START + 50_000,
        waitingSince: START,
        departmentId: department,
        ring: { until: START + 80_000 },
      });
      expect(await scene.slotsOf(ana)).toEqual([]);
      expect(await scene.slotsOf(sofia)).toEqual([0]);
      expect(await scene.assignments()).toMatchObject([
        { agentId: ana, outcome: 'transferred', releasedAt: START + 50_000 },
        { agentId: sofia, outcome: 'held', assignedAt: START + 50_000, openedAt: null },
      ]);
    });

    it('[R17] [R7] [Z170] what waits is taken out of turn, of a department that is not the supervisor’s too', async () => {
      const department = await scene.department('vendas');
      await scene.waiting();
      const id = await scene.waiting('voice', department);
      const { lines, releasedBy, stored } = dataOf(await take(id));
      expect(releasedBy).toBeNull();
      expect(lines).toMatchObject([{ line: { kind: 'agent-joined', agentName: 'Sofia' } }]);
      expect(stored.interaction).toMatchObject({ agentId: sofia, departmentId: department });
      expect(await scene.slotsOf(sofia)).toEqual(ALL);
      expect(await scene.assignments()).toMatchObject([{ agentId: sofia, outcome: 'held' }]);
      expect(await scene.interactions.waiting()).toHaveLength(1);
    });

    it('[R17] [R14] [Z170] what an agent who is lost or Offline holds is taken over too', async () => {
      const id = await scene.assigned(ana);
      await scene.agents.setLost(ana, START);
      await scene.agents.setPresence(ana, 'offline');
      expect(dataOf(await take(id)).stored.interaction).toMatchObject({ agentId: sofia });
    });

    it.each([
      ['offline', 'chat', () => scene.agents.setPresence(sofia, 'offline')],
      ['offline', 'chat', () => scene.agents.setLost(sofia, START)],
      ['channel', 'video', () => change({ channels: ['chat'] })],
      [
        'full',
        'chat',
        async () => {
          for (let held = 0; held < 4; held += 1) await scene.assigned(sofia);
        },
      ],
      ['busy', 'voice', () => scene.assigned(sofia)],
      ['full', 'chat', () => scene.assigned(sofia, 'voice')],
      ['reserved', 'chat', async () => scene.agents.reserve(sofia, await scene.waiting('voice'))],
    ] as const)(
      '[R17] [R16] [Z170] refused where the supervisor is %s for a %s, held or waiting, and nothing changes',
      async (reason, channel, arrange) => {
        const held = await scene.assigned(ana, channel);
        const waiting = await scene.waiting(channel);
        await arrange();
        const before = [await scene.stored(held), await scene.stored(waiting), await scene.slots()];
        expect(obstacleOf(await take(held))).toBe(reason);
        expect(obstacleOf(await take(waiting))).toBe(reason);
        expect([await scene.stored(held), await scene.stored(waiting), await scene.slots()]).toEqual(before);
      },
    );

    it('[R17] [Z170] refused where the visitor is away or has ended it, and where it is over', async () => {
      const [away, yellow, over, gone] = [
        await scene.assigned(ana),
        await scene.assigned(ana),
        await scene.assigned(ana),
        await scene.waiting(),
      ];
      dataOf(await scene.apply(away, AWAY));
      dataOf(await scene.apply(yellow, { kind: 'visitor-end' }));
      dataOf(await scene.apply(over, { kind: 'agent-end', agentId: ana }));
      dataOf(await scene.apply(gone, AWAY));
      const reasons = [];
      for (const id of [away, yellow, over, gone]) reasons.push(obstacleOf(await take(id)));
      expect(reasons).toEqual(['away', 'ended', 'ended', 'away']);
      expect(codeOf(await take(999 as InteractionId))).toBe('not_found');
      expect(await scene.slotsOf(sofia)).toEqual([]);
    });

    it('[K7] [Z170] one’s own is harmless, and a call that was kept for the supervisor keeps them no more', async () => {
      const call = await scene.waiting('voice');
      await scene.agents.reserve(sofia, call);
      dataOf(await take(call));
      expect(await scene.agents.find(sofia)).toMatchObject({ reservedFor: null });
      expect(dataOf(await take(call))).toMatchObject({ hasChanged: false, lines: [] });
    });

    it('[R17] [Z171] put back by a supervisor: slots are free, the record says so, and not for the same agent', async () => {
      const id = await scene.assigned(ana);
      dataOf(await scene.apply(id, { kind: 'open', agentId: ana }));
      const command = { kind: 'put-back', agentId: ana, agentName: 'Ana', reason: 'supervisor' } as const;
      const { lines, stored } = dataOf(await scene.apply(id, command, START + 9));
      expect(lines).toMatchObject([{ line: { kind: 'agent-left', reason: 'supervisor' } }]);
      expect(stored.interaction).toMatchObject({
        status: 'waiting',
        waitingSince: START,
        transferredBy: ana,
      });
      expect(stored).toEqual(await scene.stored(id));
      expect(await scene.slotsOf(ana)).toEqual([]);
      expect(await scene.assignments()).toMatchObject([{ outcome: 'reassigned', releasedAt: START + 9 }]);
    });

    it('[R17] [R14] [Z172] ended by a supervisor, yellow too: slots are free, and who closed it is kept', async () => {
      const [plain, yellow, own] = [
        await scene.assigned(ana),
        await scene.assigned(ana),
        await scene.assigned(ana),
      ];
      dataOf(await scene.apply(yellow, { kind: 'visitor-end' }));
      for (const id of [plain, yellow]) dataOf(await scene.apply(id, { kind: 'supervisor-end' }, START + 9));
      dataOf(await scene.apply(own, { kind: 'agent-end', agentId: ana }));
      const interactions = [];
      for (const id of [plain, yellow, own]) interactions.push((await scene.stored(id)).interaction);
      expect(interactions).toMatchObject([
        { status: 'ended', closedBy: 'supervisor', endedAt: START + 9, visitorEnd: null },
        { status: 'ended', closedBy: 'supervisor', visitorEnd: { reason: 'visitor-ended' } },
        { status: 'ended', closedBy: 'agent' },
      ]);
      expect(await scene.slotsOf(ana)).toEqual([]);
      expect(dataOf(await scene.apply(plain, { kind: 'supervisor-end' }))).toMatchObject({
        hasChanged: false,
      });
    });

    it('[R17] [Z173] a whisper is written once, by who does not hold it, while somebody does', async () => {
      const id = await scene.assigned(ana);
      const line = { interactionId: id, agentId: sofia, agentName: 'Sofia', clientNoteId: 'whisper-1' };
      const say = (body: string, more: Partial<typeof line> = {}) =>
        scene.database.transact((tx) => whisper(tx, { ...line, body, ...more }, START));
      const { lastSequence, revision } = await scene.stored(id);
      const first = dataOf(await say('Ofereça o desconto.'));
      expect(first).toEqual({
        note: {
          ...line,
          id: first.note.id,
          body: 'Ofereça o desconto.',
          writtenAt: START,
          isWhisper: true,
        },
        heardBy: ana,
      });
      expect(dataOf(await say('Ofereça o desconto.'))).toEqual({ ...first, heardBy: null });
      expect(codeOf(await say('Outra coisa.'))).toBe('conflict');
      expect(codeOf(await say('Para mim.', { agentId: ana }))).toBe('conflict');
      expect(await scene.stored(id)).toMatchObject({ lastSequence, revision });
      // A note of the agent's own is none, under the same client id too.
      const note = { ...line, agentId: ana, agentName: 'Ana', body: 'Ligar.' };
      const written = dataOf(await scene.database.transact((tx) => writeNote(tx, note, START)));
      expect(written.note).not.toHaveProperty('isWhisper');
      dataOf(await scene.apply(id, { kind: 'supervisor-end' }));
      expect(dataOf(await say('Ofereça o desconto.'))).toEqual({ ...first, heardBy: null });
      expect(codeOf(await say('Tarde demais.', { clientNoteId: 'whisper-2' }))).toBe('conflict');
      const waits = await scene.waiting();
      expect(codeOf(await say('A ninguém.', { interactionId: waits }))).toBe('conflict');
      expect(codeOf(await say('A ninguém.', { interactionId: 999 as InteractionId }))).toBe('not_found');
    });

    it('[R17] [Z175] an agent set Offline keeps what they hold, with the reason until they are Online again', async () => {
      const id = await scene.assigned(ana);
      const set = () => scene.database.transact((tx) => setOffline(tx, ana, 'Almoço.', scene.clock.time));
      expect(dataOf(await set())).toEqual({ name: 'Ana' });
      expect(await scene.agents.find(ana)).toMatchObject({
        presence: 'offline',
        offlineReason: 'supervisor',
        offlineNote: 'Almoço.',
      });
      expect(codeOf(await set())).toBe('conflict');
      expect((await scene.stored(id)).interaction).toMatchObject({ status: 'assigned', agentId: ana });
      await scene.agents.setPresence(ana, 'online');
      expect(await scene.agents.find(ana)).toMatchObject({ offlineReason: null, offlineNote: null });
      const nobody = scene.database.transact((tx) =>
        setOffline(tx, 999 as AgentId, 'Almoço.', scene.clock.time),
      );
      expect(codeOf(await nobody)).toBe('not_found');
    });

    it('[D3] the board reads what waits and what is held, longest wait first, and nothing that is over', async () => {
      expect(await scene.board.open()).toEqual([]);
      expect(await scene.board.waiting()).toEqual({ waitingCount: 0, longestSince: null });
      const department = await scene.department('vendas');
      const away = await scene.waiting('chat', department);
      dataOf(await scene.apply(away, AWAY));
      scene.clock.time = START + 5_000;
      const [call, held, over] = [
        await scene.waiting('voice'),
        await scene.assigned(ana),
        await scene.assigned(ana),
      ];
      dataOf(await scene.apply(held, { kind: 'open', agentId: ana }));
      dataOf(await scene.apply(held, { kind: 'visitor-end' }));
      dataOf(await scene.apply(over, { kind: 'agent-end', agentId: ana }));
      expect(await scene.board.waiting()).toEqual({ waitingCount: 2, longestSince: START + 5_000 });
      const open = await scene.board.open();
      const [{ protocolNumber, visitor }] = [await scene.stored(held)];
      expect(open.map(({ id }) => id)).toEqual([away, call, held]);
      expect(open).toMatchObject([
        {
          awayUntil: START + 90_000,
          department: { id: department, key: 'vendas', name: 'vendas' },
          held: null,
          call: null,
        },
        { channel: 'voice', department: null, held: null, call: { state: 'ringing', by: 'visitor' } },
        { visitorName: 'Carla', awayUntil: null },
      ]);
      expect(open[2]).toEqual({
        id: held,
        protocolNumber,
        channel: 'chat',
        visitorId: visitor.id,
        visitorName: 'Carla',
        department: null,
        waitingSince: START + 5_000,
        awayUntil: null,
        held: {
          agentId: ana,
          agentName: 'Ana',
          assignedAt: START + 5_000,
          openedAt: START + 5_000,
          visitorEndedAt: START + 5_000,
        },
        call: null,
        callCount: 0,
        lastWriter: null,
      });
    });
  });
}
