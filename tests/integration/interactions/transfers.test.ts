import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';

import { codeOf, connectAgent, dataOf, nextFact, recordFacts, signInAgent } from '../../support/wire/clients';
import { expectChatWorks, post, startScene, type Scene } from '../../support/scene';

let scene: Scene;
let carlosToken: string;

beforeAll(async () => {
  scene = await startScene();
  carlosToken = await signInAgent(scene.server.strapi, 'Carlos');
});

afterEach(() => scene.reset());

afterAll(() => scene.stop());

const toAgent = (agentId: number) => ({ kind: 'agent' as const, agentId: agentId as never });

describe('a transfer', () => {
  it('[R15] [S2] [K9] is new to the receiver with the whole transcript, leaves the sender, and the visitor is told without the note', async () => {
    const { ana, carla, interactionId, token } = await scene.conversation();
    dataOf(await carla.socket.emitWithAck('message:post', post(interactionId, 'Comprei o tamanho errado')));
    const bruno = await scene.online('bruno');
    const toldCarla = recordFacts(carla.socket);
    const gone = nextFact(ana.socket, 'interaction:removed');
    const received = nextFact(bruno.socket, 'interaction:changed');
    const attended = nextFact(
      carla.socket,
      'interaction:changed',
      ({ interaction }) => interaction.status === 'assigned' && interaction.agent.name === 'Bruno Teste',
    );
    const note = 'cliente antigo, é a segunda troca';
    dataOf(
      await ana.socket.emitWithAck('interaction:transfer', {
        interactionId,
        to: toAgent(bruno.snapshot.self.id),
        note,
      }),
    );
    expect(await gone).toEqual({ interactionId, reason: 'reassigned' });
    expect((await received).interaction).toMatchObject({ id: interactionId, openedAt: null });
    await attended;
    const opened = dataOf(await bruno.socket.emitWithAck('interaction:open', { interactionId }));
    expect(JSON.stringify(opened.messages)).toContain(note);
    expect(opened.messages.map(({ side }) => side)).toEqual(['system', 'visitor', 'system']);
    expect(codeOf(await ana.socket.emitWithAck('message:post', post(interactionId, 'ainda eu')))).toBe(
      'not_found',
    );
    await expectChatWorks({ ana: bruno, carla, interactionId, token });
    const listed = dataOf(await carla.socket.emitWithAck('message:list', { interactionId }));
    const again = await scene.visitor({ token });
    for (const seen of [toldCarla, listed, again.snapshot]) {
      expect(JSON.stringify(seen)).toContain('transferred');
      expect(JSON.stringify(seen)).not.toContain(note);
    }
  });

  it('[R15] [K9] [Z61] every command about it is not_found for who does not hold it, and changes nothing', async () => {
    const { carla, ana, interactionId, token } = await scene.conversation();
    const bruno = await scene.online('bruno');
    const to = toAgent(bruno.snapshot.self.id);
    expect(codeOf(await bruno.socket.emitWithAck('interaction:transfer', { interactionId, to }))).toBe(
      'not_found',
    );
    expect(codeOf(await bruno.socket.emitWithAck('transfer:list', { interactionId }))).toBe('not_found');
    const list = dataOf(await ana.socket.emitWithAck('transfer:list', { interactionId }));
    const [colleague] = list.agents.filter(({ id }) => id === bruno.snapshot.self.id);
    expect(Object.keys(colleague ?? {}).sort()).toEqual(
      'capacity channels departmentIds id isAttending isInCall load name obstacle photo'.split(' '),
    );
    expect(colleague).toMatchObject({ isAttending: true, load: 0, obstacle: null });
    expect(list.agents.map(({ id }) => id)).not.toContain(ana.snapshot.self.id);
    await expectChatWorks({ ana, carla, interactionId, token });
  });

  it('[R15] a full or offline target is refused with the reason, and the chat goes on where it was', async () => {
    const conversation = await scene.conversation();
    const { ana, interactionId } = conversation;
    const bruno = await scene.agent('bruno');
    const ask = () =>
      ana.socket.emitWithAck('interaction:transfer', { interactionId, to: toAgent(bruno.snapshot.self.id) });
    expect(await ask()).toMatchObject({ ok: false, error: { code: 'conflict', obstacle: 'offline' } });
    dataOf(await bruno.socket.emitWithAck('presence:set', { presence: 'online' }));
    await scene.knex('attendance_agents').where({ id: bruno.snapshot.self.id }).update({ capacity: 0 });
    expect(await ask()).toMatchObject({ ok: false, error: { code: 'conflict', obstacle: 'full' } });
    await expectChatWorks(conversation);
  });

  it('[R15] [R2] of ten at once to somebody with room for four, exactly four go', async () => {
    const ana = await scene.online();
    await scene.knex('attendance_agents').where({ id: ana.snapshot.self.id }).update({ capacity: 10 });
    const ids = [];
    for (let count = 0; count < 10; count += 1) {
      const { interaction } = await scene.request(await scene.visitor());
      ids.push(interaction.id);
    }
    const bruno = await scene.online('bruno');
    const to = toAgent(bruno.snapshot.self.id);
    const answers = await Promise.all(
      ids.map((interactionId) => ana.socket.emitWithAck('interaction:transfer', { interactionId, to })),
    );
    expect(answers.filter(({ ok }) => ok)).toHaveLength(4);
    expect(await scene.knex('attendance_slots').where({ agent_id: bruno.snapshot.self.id })).toHaveLength(4);
    expect(await scene.knex('attendance_slots').where({ agent_id: ana.snapshot.self.id })).toHaveLength(6);
  });

  it('[R15] [R7] to a department it waits in its old place, goes to a colleague there and not back to the sender', async () => {
    const [department] = (await scene
      .knex('attendance_departments')
      .insert({ key: 'suporte', name: 'Suporte' })
      .returning('*')) as { id: number }[];
    const departmentId = department?.id as never;
    const { ana, carla, interactionId, token } = await scene.conversation();
    const carlos = await connectAgent(scene.server.url, carlosToken);
    scene.close(carlos.socket);
    const refused = await ana.socket.emitWithAck('interaction:transfer', {
      interactionId,
      to: { kind: 'department', departmentId },
    });
    expect(refused).toMatchObject({ ok: false, error: { code: 'conflict', obstacle: 'offline' } });
    const both = [ana.snapshot.self.id, carlos.snapshot.self.id];
    await scene
      .knex('attendance_agents')
      .whereIn('id', both)
      .update({ department_ids: JSON.stringify([departmentId]) });
    dataOf(await carlos.socket.emitWithAck('presence:set', { presence: 'online' }));
    const received = nextFact(carlos.socket, 'interaction:changed');
    dataOf(
      await ana.socket.emitWithAck('interaction:transfer', {
        interactionId,
        to: { kind: 'department', departmentId },
      }),
    );
    expect((await received).interaction).toMatchObject({
      id: interactionId,
      department: { name: 'Suporte' },
    });
    dataOf(await carlos.socket.emitWithAck('interaction:open', { interactionId }));
    await expectChatWorks({ ana: carlos, carla, interactionId, token });
    const records = await scene
      .knex('attendance_assignments')
      .where({ interaction_id: interactionId })
      .orderBy('id');
    expect(records.map(({ outcome }) => outcome as string)).toEqual(['transferred', 'held']);
    await scene.knex('attendance_departments').delete();
    await scene.knex('attendance_agents').update({ department_ids: '[]' });
  });
});
