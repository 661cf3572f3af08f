import { beforeEach, describe, expect, it } from 'vitest';

import { CHANNELS, type Channel } from '../../../plugins/attendance/protocol/shared/choices';
import type { AgentId, DepartmentId, InteractionId } from '../../../plugins/attendance/protocol/schemas/ids';
import type { Outcome } from '../../../plugins/attendance/server/src/application/outcome';
import type { TransferRequest } from '../../../plugins/attendance/server/src/application/interactions/stored-interaction';
import { asUpdate, codeOf, dataOf, openScene, START, type ChatScene, type OpenChatWorld } from '../world';

const ALL = Array.from({ length: 20 }, (_, slot) => slot);

export function describeTransfers(open: OpenChatWorld): void {
  let scene: ChatScene;
  let ana: AgentId;
  let bruno: AgentId;
  beforeEach(async () => {
    scene = await openScene(open);
    ana = await scene.online('Ana');
    bruno = await scene.online('Bruno');
  });
  const transfer = (id: InteractionId, to: TransferRequest['to'], note = '') =>
    scene.interactions.transfer(id, { agentId: ana, agentName: 'Ana', to, note }, scene.clock.time);
  const toAgent = (agentId: AgentId) => ({ kind: 'agent', agentId }) as const;
  const toDepartment = (departmentId: DepartmentId) => ({ kind: 'department', departmentId }) as const;
  const obstacleOf = (outcome: Outcome<unknown>) => (outcome.ok ? 'ok' : (outcome.obstacle ?? outcome.code));
  const change = async (id: AgentId, update: { channels?: Channel[]; departmentIds?: DepartmentId[] }) => {
    const profile = (await scene.agents.profiles()).find((one) => one.id === id);
    if (profile === undefined) throw new Error('no such agent');
    dataOf(await scene.agents.update(id, { ...asUpdate(profile), ...update }));
  };

  describe('interactions: transfers', () => {
    it('[R15] [R6] changes hands in one step: slots, record, place, line, and new to whoever gets it', async () => {
      const id = await scene.assigned(ana);
      dataOf(await scene.apply(id, { kind: 'open', agentId: ana }));
      scene.clock.time = START + 50_000;
      const { lines, releasedBy, stored } = dataOf(await transfer(id, toAgent(bruno), 'quer trocar'));
      expect(releasedBy).toBe(ana);
      expect(lines).toMatchObject([
        {
          line: { kind: 'transferred', from: 'Ana', toKind: 'agent', to: 'Bruno', note: 'quer trocar' },
        },
      ]);
      expect(stored).toEqual(await scene.stored(id));
      expect(stored).toMatchObject({ agentName: 'Bruno', revision: 4 });
      expect(stored.interaction).toMatchObject({
        status: 'assigned',
        agentId: bruno,
        openedAt: null,
        assignedAt: START + 50_000,
        waitingSince: START,
        ring: { until: START + 80_000 },
      });
      expect(await scene.slotsOf(ana)).toEqual([]);
      expect(await scene.slotsOf(bruno)).toEqual([0]);
      expect(await scene.assignments()).toMatchObject([
        { agentId: ana, outcome: 'transferred', releasedAt: START + 50_000 },
        { agentId: bruno, outcome: 'held', assignedAt: START + 50_000, openedAt: null },
      ]);
    });

    it.each([
      ['offline', 'chat', () => scene.agents.setPresence(bruno, 'offline')],
      ['offline', 'chat', () => scene.agents.setLost(bruno, START)],
      ['channel', 'voice', () => change(bruno, { channels: ['chat'] })],
      [
        'full',
        'chat',
        async () => {
          for (let held = 0; held < 4; held += 1) await scene.assigned(bruno);
        },
      ],
      ['busy', 'voice', () => scene.assigned(bruno)],
      ['full', 'chat', () => scene.assigned(bruno, 'voice')],
      ['reserved', 'chat', async () => scene.agents.reserve(bruno, await scene.waiting('voice'))],
      ['not_found', 'chat', () => Promise.resolve(), 99],
      ['bad_request', 'chat', () => Promise.resolve(), 'self'],
    ] as const)('[R15] refuses a target who is %s for a %s, and nothing changes', async (...given) => {
      const [reason, channel, arrange, target] = given;
      const id = await scene.assigned(ana, channel);
      await arrange();
      const before = {
        stored: await scene.stored(id),
        slots: await scene.slots(),
        records: await scene.assignments(),
      };
      const goal = target === undefined ? bruno : target === 'self' ? ana : (target as AgentId);
      expect(obstacleOf(await transfer(id, toAgent(goal)))).toBe(reason);
      expect({
        stored: await scene.stored(id),
        slots: await scene.slots(),
        records: await scene.assignments(),
      }).toEqual(before);
    });

    it('[R15] refuses what is away or ended, and what is not the sender’s', async () => {
      const id = await scene.assigned(ana);
      dataOf(await scene.apply(id, { kind: 'leave', persistenceMs: 90_000 }));
      expect(obstacleOf(await transfer(id, toAgent(bruno)))).toBe('away');
      dataOf(await scene.apply(id, { kind: 'return' }));
      dataOf(await scene.apply(id, { kind: 'visitor-end' }));
      expect(obstacleOf(await transfer(id, toAgent(bruno)))).toBe('ended');
      const others = await scene.assigned(bruno);
      expect(codeOf(await transfer(others, toAgent(bruno)))).toBe('not_found');
      expect(codeOf(await transfer((id + 100) as InteractionId, toAgent(bruno)))).toBe('not_found');
    });

    it('[R15] [M2] a call takes all of its receiver, its attempt is over, and answering calls the visitor anew', async () => {
      const id = await scene.assigned(ana, 'video');
      const agentAna = { side: 'agent', agentId: ana } as const;
      dataOf(
        await scene.apply(id, { kind: 'call-answer', by: agentAna, room: 'room-1', provider: 'direct' }),
      );
      const { lines } = dataOf(await transfer(id, toAgent(bruno)));
      expect(lines.map((one) => one.side === 'system' && one.line.kind)).toEqual([
        'call-ended',
        'transferred',
      ]);
      expect(await scene.slotsOf(bruno)).toEqual(ALL);
      expect((await scene.stored(id)).interaction).toMatchObject({
        call: null,
        openedAt: null,
        channel: 'video',
      });
      const by = { side: 'agent', agentId: bruno } as const;
      const answer = { kind: 'call-answer', by, room: 'room-2', provider: 'direct' } as const;
      dataOf(await scene.apply(id, answer, START + 1));
      expect((await scene.stored(id)).interaction).toMatchObject({
        openedAt: START + 1,
        call: { state: 'ringing', by: 'agent', medium: 'video', until: START + 30_001 },
      });
      const visitor = { ...answer, by: { side: 'visitor' }, room: 'room-3' } as const;
      dataOf(await scene.apply(id, visitor, START + 2));
      expect((await scene.stored(id)).interaction.call).toMatchObject({
        state: 'connected',
        room: 'room-3',
        attempt: 2,
      });
    });

    it('[R15] a chat whose agent asks for a call takes one slot where it goes, and frees all it held', async () => {
      const id = await scene.assigned(ana);
      dataOf(await scene.apply(id, { kind: 'open', agentId: ana }));
      const by = { side: 'agent', agentId: ana } as const;
      dataOf(await scene.apply(id, { kind: 'call-ask', by, medium: 'voice' }));
      expect(await scene.slotsOf(ana)).toEqual(ALL);
      await scene.assigned(bruno);
      dataOf(await transfer(id, toAgent(bruno)));
      expect(await scene.slotsOf(ana)).toEqual([]);
      expect(await scene.slotsOf(bruno)).toEqual([0, 1]);
    });

    it('[R15] [R7] [R11] to a department it waits in its old place, and who sent it is known until somebody opens it', async () => {
      const support = await scene.department('suporte');
      await change(bruno, { departmentIds: [support] });
      const id = await scene.assigned(ana);
      scene.clock.time = START + 9_000;
      const { releasedBy, stored } = dataOf(await transfer(id, toDepartment(support)));
      expect(releasedBy).toBe(ana);
      expect(stored.department).toMatchObject({ id: support });
      expect(stored.interaction).toMatchObject({
        status: 'waiting',
        waitingSince: START,
        transferredBy: ana,
      });
      expect(await scene.slots()).toEqual([]);
      expect(await scene.interactions.routingRequests()).toMatchObject([
        { interactionId: id, departmentId: support, waitingSince: START, transferredBy: ana },
      ]);
      dataOf(await scene.interactions.claim(id, bruno, START + 10_000));
      expect((await scene.stored(id)).interaction.transferredBy).toBe(ana);
      dataOf(await scene.apply(id, { kind: 'open', agentId: bruno }));
      expect((await scene.stored(id)).interaction.transferredBy).toBeNull();
    });

    it('[R15] refuses a department where nobody attends, or nobody on this channel', async () => {
      const support = await scene.department('suporte');
      const id = await scene.assigned(ana, 'voice');
      expect(obstacleOf(await transfer(id, toDepartment(support)))).toBe('offline');
      await change(bruno, { departmentIds: [support], channels: ['chat'] });
      expect(obstacleOf(await transfer(id, toDepartment(support)))).toBe('channel');
      expect(obstacleOf(await transfer(id, toDepartment((support + 9) as DepartmentId)))).toBe('not_found');
      await change(bruno, { channels: [...CHANNELS] });
      await scene.agents.setPresence(bruno, 'offline');
      expect(obstacleOf(await transfer(id, toDepartment(support)))).toBe('offline');
      expect((await scene.stored(id)).interaction).toMatchObject({ status: 'assigned', agentId: ana });
    });

    it('[Z60] [R1] given to somebody of another department, it is in theirs; of several or none, in none', async () => {
      const [sales, support, billing] = [
        await scene.department('vendas'),
        await scene.department('suporte'),
        await scene.department('cobranca'),
      ];
      for (const [theirs, after] of [
        [[sales, support], sales],
        [[support], support],
        [[support, billing], null],
        [[], null],
      ] as const) {
        await change(bruno, { departmentIds: [...theirs] });
        const id = await scene.waiting('chat', sales);
        dataOf(await scene.interactions.claim(id, ana, START));
        const { stored } = dataOf(await transfer(id, toAgent(bruno)));
        expect(stored.interaction.departmentId).toBe(after);
      }
    });

    it('[R15] [R2] ten transfers at once to an agent with room for two: exactly two go', async () => {
      const carla = await scene.online('Carla', 2);
      const senders = [ana, bruno, await scene.online('Davi')];
      const held: { id: InteractionId; agentId: AgentId }[] = [];
      for (let index = 0; index < 10; index += 1) {
        const agentId = senders[index % 3] as AgentId;
        held.push({ agentId, id: await scene.assigned(agentId) });
      }
      const outcomes = await Promise.all(
        held.map(({ agentId, id }) =>
          scene.interactions.transfer(
            id,
            { agentId, agentName: 'X', note: '', to: toAgent(carla) },
            START + 1,
          ),
        ),
      );
      expect(outcomes.filter(({ ok }) => ok)).toHaveLength(2);
      expect(outcomes.flatMap((outcome) => (outcome.ok ? [] : [outcome.obstacle]))).toEqual(
        Array.from({ length: 8 }, () => 'full'),
      );
      expect(await scene.slotsOf(carla)).toEqual([0, 1]);
    });

    it('[R15] [K7] two transfers of one at once, or one and the end: one of them is done', async () => {
      const carla = await scene.online('Carla');
      const id = await scene.assigned(ana);
      const both = await Promise.all([transfer(id, toAgent(bruno)), transfer(id, toAgent(carla))]);
      expect(both.map(codeOf).sort()).toEqual(['not_found', 'ok']);
      const other = await scene.assigned(ana);
      const end = { kind: 'agent-end', agentId: ana } as const;
      const [ended, moved] = await Promise.all([scene.apply(other, end), transfer(other, toAgent(bruno))]);
      expect([codeOf(ended), codeOf(moved)]).toEqual(['ok', 'not_found']);
      const third = await scene.assigned(ana);
      const leave = { kind: 'leave', persistenceMs: 90_000 } as const;
      const [, late] = await Promise.all([scene.apply(third, leave), transfer(third, toAgent(bruno))]);
      expect(obstacleOf(late)).toBe('away');
      expect((await scene.stored(third)).interaction).toMatchObject({ agentId: ana });
    });
  });
}
