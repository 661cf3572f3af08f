import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';

import { codeOf, dataOf, nextFact, PAGE } from '../../support/wire/clients';
import { expectChatWorks, post, startScene, type Conversation, type Scene } from '../../support/scene';

let scene: Scene;

beforeAll(async () => {
  scene = await startScene();
});

afterEach(async () => {
  // What is in force is in the service's memory too: lifted by whoever made it.
  const ana = await scene.agent();
  const { blocks } = dataOf(await ana.socket.emitWithAck('block:list', { interactionId: null }));
  for (const { id } of blocks) dataOf(await ana.socket.emitWithAck('visitor:unblock', { blockId: id }));
  await scene.knex('attendance_blocks').delete();
  await scene.reset();
});

afterAll(() => scene.stop());

const request = { channel: 'chat' as const, page: PAGE };

async function block({ ana, interactionId }: Conversation, withAddress = false) {
  const answer = await ana.socket.emitWithAck('visitor:block', {
    interactionId,
    reason: 'ofende a equipe',
    duration: 'hour',
    withAddress,
  });
  return dataOf(answer).block;
}

describe('a blocked visitor', () => {
  it('[A10] [R5] is told in every tab, their side is over, the agent still ends it, and it is noted', async () => {
    const conversation = await scene.conversation();
    const { ana, carla, interactionId, token } = conversation;
    const tab = await scene.visitor({ token });
    const told = [carla, tab].map(({ socket }) => nextFact(socket, 'block:changed'));
    const over = nextFact(
      ana.socket,
      'interaction:changed',
      (fact) => fact.interaction.visitorEndedAt !== null,
    );
    const startedAt = Date.now();
    const { until } = await block(conversation);
    expect(until).toBeGreaterThanOrEqual(startedAt + 3_600_000);
    for (const fact of await Promise.all(told)) expect(fact).toEqual({ block: { until } });
    expect((await over).interaction).toMatchObject({ visitorEndReason: 'visitor-blocked' });
    expect(await scene.knex('attendance_slots').where({ interaction_id: interactionId })).toHaveLength(1);
    dataOf(await ana.socket.emitWithAck('interaction:end', { interactionId }));
    const [noted] = (await scene
      .knex('attendance_audit_records')
      .where({ action: 'visitor.block' })) as object[];
    expect(JSON.stringify(noted)).toContain('ofende a equipe');
  });

  it('[A10] is refused with until-when, over reloads too, and by nothing that tells why', async () => {
    const conversation = await scene.conversation();
    const { carla, interactionId, token } = conversation;
    const { until } = await block(conversation);
    const message = { name: 'Carla', email: 'carla@exemplo.com', body: 'Alguém?', page: PAGE };
    const answers = [
      await carla.socket.emitWithAck('message:post', post(interactionId, 'ainda aqui')),
      await carla.socket.emitWithAck('interaction:request', request),
      await carla.socket.emitWithAck('offline-message:leave', message),
    ];
    for (const answer of answers) {
      expect(answer).toMatchObject({ ok: false, error: { code: 'forbidden', blockedUntil: until } });
      expect(JSON.stringify(answer)).not.toContain('ofende');
    }
    const again = await scene.visitor({ token });
    expect(again.snapshot.block).toEqual({ until });
    expect(JSON.stringify(again.snapshot)).not.toContain('ofende');
  });

  it('[A10] nobody else is affected: not at the same address either, unless it is blocked too', async () => {
    const conversation = await scene.conversation();
    await block(conversation);
    const other = await scene.visitor();
    expect(other.snapshot.block).toBeUndefined();
    const { interaction, token } = await scene.request(other);
    dataOf(await conversation.ana.socket.emitWithAck('interaction:open', { interactionId: interaction.id }));
    const theirs = { ana: conversation.ana, carla: other, interactionId: interaction.id, token };
    await expectChatWorks(theirs);
    // With the address, what goes on goes on, and new contacts are refused.
    const third = await scene.visitor();
    const asked = await scene.request(third);
    dataOf(
      await conversation.ana.socket.emitWithAck('interaction:open', { interactionId: asked.interaction.id }),
    );
    const { id, withAddress } = await block({ ...theirs, interactionId: asked.interaction.id }, true);
    expect(withAddress).toBe(true);
    await expectChatWorks(theirs);
    const stranger = await scene.visitor();
    expect(stranger.snapshot.block).toBeDefined();
    expect(codeOf(await stranger.socket.emitWithAck('interaction:request', request))).toBe('forbidden');
    dataOf(await conversation.ana.socket.emitWithAck('visitor:unblock', { blockId: id }));
    expect(await scene.knex('attendance_blocks').whereNotNull('address')).toEqual([]);
    dataOf(await stranger.socket.emitWithAck('interaction:request', request));
  });

  it('[A10] may write again once it is lifted or has run out, and is told so', async () => {
    const conversation = await scene.conversation();
    const { ana, carla } = conversation;
    const { id } = await block(conversation);
    const lifted = nextFact(carla.socket, 'block:changed');
    dataOf(await ana.socket.emitWithAck('visitor:unblock', { blockId: id }));
    expect(await lifted).toEqual({ block: null });
    expect(dataOf(await ana.socket.emitWithAck('visitor:unblock', { blockId: id }))).toEqual({});
    dataOf(await carla.socket.emitWithAck('interaction:request', request));
  });

  it('[A10] [K9] nobody blocks, lists or lifts what is not theirs', async () => {
    const conversation = await scene.conversation();
    const bruno = await scene.online('bruno');
    const wanted = {
      interactionId: conversation.interactionId,
      reason: 'não é meu',
      duration: 'forever' as const,
      withAddress: false,
    };
    expect(codeOf(await bruno.socket.emitWithAck('visitor:block', wanted))).toBe('not_found');
    await expectChatWorks(conversation);
    const { id } = await block(conversation);
    expect(codeOf(await bruno.socket.emitWithAck('visitor:unblock', { blockId: id }))).toBe('not_found');
    const { interactionId } = conversation;
    expect(codeOf(await bruno.socket.emitWithAck('block:list', { interactionId }))).toBe('not_found');
    expect(dataOf(await bruno.socket.emitWithAck('block:list', { interactionId: null }))).toEqual({
      blocks: [],
    });
    expect(codeOf(await conversation.carla.socket.emitWithAck('interaction:request', request))).toBe(
      'forbidden',
    );
  });
});
