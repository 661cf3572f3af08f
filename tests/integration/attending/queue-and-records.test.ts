import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';

import {
  codeOf,
  dataOf,
  nextFact,
  PAGE,
  recordFacts,
  SHOP,
  type VisitorClient,
} from '../../support/wire/clients';
import { expectChatWorks, post, startScene, type Scene } from '../../support/scene';

let scene: Scene;

beforeAll(async () => {
  scene = await startScene();
});

afterEach(() => scene.reset());

afterAll(() => scene.stop());

const leaveMessage = (client: VisitorClient, name: string) =>
  client.socket.emitWithAck('offline-message:leave', {
    name,
    email: 'carla@exemplo.com.br',
    body: 'Liguem para mim',
    page: PAGE,
  });

describe('who waits', () => {
  it('[R12] is told the place, and the new one when it changes; may give up', async () => {
    const [first, second] = [await scene.visitor(), await scene.visitor()];
    const one = await scene.request(first);
    const two = await scene.request(second);
    expect(one.interaction).toMatchObject({
      status: 'waiting',
      place: { position: 1, estimatedWaitMs: null },
    });
    expect(two.interaction).toMatchObject({ status: 'waiting', place: { position: 2 } });
    const moved = nextFact(second.socket, 'queue:changed', ({ place }) => place.position === 1);
    dataOf(await first.socket.emitWithAck('interaction:cancel', { interactionId: one.interaction.id }));
    dataOf(await first.socket.emitWithAck('interaction:cancel', { interactionId: one.interaction.id }));
    expect(await moved).toMatchObject({ interactionId: two.interaction.id });
  });

  it('[R13] may leave a message and keeps the place', async () => {
    const visitor = await scene.visitor();
    const { interaction } = await scene.request(visitor);
    dataOf(await leaveMessage(visitor, 'Carla'));
    const row = (await scene.knex('attendance_interactions').where('id', interaction.id).first()) as {
      status: string;
    };
    expect(row.status).toBe('waiting');
  });
});

describe('a message left while nobody attends', () => {
  it('[R13] is listed for agents, taken by one of two, and leaves the list when answered', async () => {
    const [ana, bruno] = [await scene.agent('ana'), await scene.agent('bruno')];
    const left = nextFact(
      ana.socket,
      'offline-message:changed',
      ({ offlineMessage }) => offlineMessage.name === 'Dora',
    );
    dataOf(await leaveMessage(await scene.visitor(), 'Dora'));
    const { offlineMessage } = await left;
    expect(offlineMessage).toMatchObject({ status: 'open', takenBy: null, originUrl: PAGE.url });
    const offlineMessageId = offlineMessage.id;
    const answers = await Promise.all(
      [ana, bruno].map(({ socket }) => socket.emitWithAck('offline-message:take', { offlineMessageId })),
    );
    expect(answers.map((answer) => (answer.ok ? 'ok' : answer.error.code)).sort()).toEqual([
      'conflict',
      'ok',
    ]);
    const [holder, other] = answers[0]?.ok === true ? [ana, bruno] : [bruno, ana];
    expect(codeOf(await other.socket.emitWithAck('offline-message:answer', { offlineMessageId }))).toBe(
      'conflict',
    );
    dataOf(await holder.socket.emitWithAck('offline-message:answer', { offlineMessageId }));
    const answeredAt = async (): Promise<number> => {
      const row = (await scene
        .knex('attendance_offline_messages')
        .where({ id: offlineMessageId })
        .first()) as {
        answered_at: number | string;
        left_at: number | string;
      };
      return Number(row.answered_at) - Number(row.left_at);
    };
    // The reports count until the first answer, in milliseconds.
    const first = await answeredAt();
    expect(first).toBeGreaterThanOrEqual(0);
    expect(first).toBeLessThan(60_000);
    dataOf(await holder.socket.emitWithAck('offline-message:answer', { offlineMessageId }));
    expect(await answeredAt()).toBe(first);
    const { snapshot } = await scene.agent('bruno');
    expect(snapshot.offlineMessages.map(({ id }) => id)).not.toContain(offlineMessageId);
  });

  it.each([
    ['no name', { name: ' ' }],
    ['no e-mail', { email: 'carla' }],
    ['an e-mail with a line break', { email: 'a@b.co\r\nBcc: x@y.co' }],
    ['nothing visible', { body: '\u200b' }],
    ['a page that is none', { page: { url: 'javascript:1', title: '', referrer: '' } }],
  ])('[R13] [Z12] is refused with %s', async (_, wrong) => {
    const { socket } = await scene.visitor();
    const message = { name: 'Eva', email: 'eva@exemplo.com', body: 'Oi', page: PAGE, ...wrong };
    expect(codeOf(await socket.emitWithAck('offline-message:leave', message))).toBe('bad_request');
  });

  it('[Z12] a hostile e-mail of any length is judged at once', async () => {
    const { socket } = await scene.visitor();
    const email = `${'a@'.repeat(20_000)}b.c`;
    const startedAt = performance.now();
    const answer = await socket.emitWithAck('offline-message:leave', {
      name: 'Eva',
      email,
      body: 'Oi',
      page: PAGE,
    });
    expect(codeOf(answer)).toBe('too_large');
    expect(performance.now() - startedAt).toBeLessThan(250);
  });
});

describe('what the agent knows of the visitor', () => {
  it('[A4] fields are saved as typed, absent ones stay, and every tab sees them', async () => {
    const { ana, interactionId } = await scene.conversation();
    const tab = await scene.agent();
    const told = nextFact(
      tab.socket,
      'interaction:changed',
      ({ interaction }) => interaction.visitor.name === 'Carla D’Ávila',
    );
    dataOf(
      await ana.socket.emitWithAck('visitor:update', {
        interactionId,
        name: 'Carla D’Ávila',
        document: '123',
      }),
    );
    await told;
    const update = { interactionId, phone: '+55 11 91234-5678' };
    const { visitor } = dataOf(await ana.socket.emitWithAck('visitor:update', update));
    expect(visitor).toMatchObject({
      name: 'Carla D’Ávila',
      document: '123',
      phone: '+55 11 91234-5678',
      email: '',
    });
  });

  it('[A5] [S8] where the visitor goes is told, and is no answer of anybody', async () => {
    const { ana, carla, interactionId } = await scene.conversation();
    dataOf(await ana.socket.emitWithAck('message:post', post(interactionId, 'Olá')));
    const page = { url: `${SHOP}/carrinho`, title: 'Carrinho', referrer: PAGE.url };
    const moved = nextFact(
      ana.socket,
      'interaction:changed',
      ({ interaction }) => interaction.captured.currentUrl === page.url,
    );
    dataOf(await carla.socket.emitWithAck('page:report', { page }));
    const { interaction } = await moved;
    expect(interaction).toMatchObject({
      lastWriter: 'agent',
      captured: { originUrl: PAGE.url, currentTitle: 'Carrinho' },
    });
  });

  it('[A5] [Z10] earlier interactions are listed and readable while the visitor is attended, and not after', async () => {
    const { ana, carla, interactionId } = await scene.conversation();
    dataOf(await carla.socket.emitWithAck('message:post', post(interactionId, 'da primeira vez')));
    dataOf(
      await ana.socket.emitWithAck('interaction:end', {
        interactionId,
        closingTag: 'Resolvido',
        closingNote: 'ok',
      }),
    );
    const list = { interactionId };
    const bruno = await scene.agent('bruno');
    expect(codeOf(await bruno.socket.emitWithAck('message:list', list))).toBe('not_found');
    dataOf(await ana.socket.emitWithAck('presence:set', { presence: 'offline' }));
    dataOf(await bruno.socket.emitWithAck('presence:set', { presence: 'online' }));
    const next = (await scene.request(carla)).interaction.id;
    const row = (await scene.knex('attendance_interactions').where('id', next).first()) as {
      visitor_id: number;
    };
    const ask = { interactionId: next, visitorId: row.visitor_id };
    const { interactions } = dataOf(await bruno.socket.emitWithAck('visitor:history', ask));
    expect(interactions).toMatchObject([{ id: interactionId, closingTag: 'Resolvido', closingNote: 'ok' }]);
    const { messages } = dataOf(await bruno.socket.emitWithAck('message:list', list));
    expect(JSON.stringify(messages)).toContain('da primeira vez');
    dataOf(await bruno.socket.emitWithAck('interaction:end', { interactionId: next }));
    expect(codeOf(await bruno.socket.emitWithAck('message:list', list))).toBe('not_found');
    // Whoever opened it reads it still, and writes nothing into it.
    expect(dataOf(await ana.socket.emitWithAck('message:list', list)).messages).toEqual(messages);
    expect(codeOf(await ana.socket.emitWithAck('message:post', post(interactionId, 'tarde')))).toBe(
      'conflict',
    );
  });

  it('[S9] [A6] opening twice is harmless, and the end keeps tag and note', async () => {
    const { ana, interactionId } = await scene.conversation();
    const once = dataOf(await ana.socket.emitWithAck('interaction:open', { interactionId }));
    const twice = dataOf(await ana.socket.emitWithAck('interaction:open', { interactionId }));
    expect(twice.interaction.openedAt).toBe(once.interaction.openedAt);
    const end = { interactionId, closingTag: 'Engano', closingNote: 'era outro\nsite' };
    dataOf(await ana.socket.emitWithAck('interaction:end', end));
    const row: unknown = await scene.knex('attendance_interactions').where('id', interactionId).first();
    expect(row).toMatchObject({ closing_tag: 'Engano', closing_note: 'era outro\nsite', status: 'ended' });
    expect(codeOf(await ana.socket.emitWithAck('interaction:open', { interactionId }))).toBe('not_found');
  });

  it('[K8] a snapshot taken later is the snapshot before and the facts between', async () => {
    const { ana, carla, interactionId, token } = await scene.conversation();
    // Another tab of hers: the one that writes has its own messages by their acknowledgements.
    const facts = recordFacts((await scene.agent()).socket);
    await expectChatWorks({ ana, carla, interactionId, token });
    dataOf(await carla.socket.emitWithAck('interaction:end', { interactionId }));
    await scene.agent();
    const { snapshot } = await scene.agent();
    const told = facts.flatMap(({ name, payload }) =>
      name === 'interaction:changed' ? [(payload as { interaction: { revision: number } }).interaction] : [],
    );
    expect(told.at(-1)?.revision).toBe(snapshot.interactions[0]?.revision);
    const sequences = facts.flatMap(({ name, payload }) =>
      name === 'message:posted' ? [(payload as { message: { sequence: number } }).message.sequence] : [],
    );
    expect(sequences.at(-1)).toBe(snapshot.interactions[0]?.lastSequence);
    expect(sequences).toEqual(sequences.map((_, index) => (sequences[0] ?? 0) + index));
  });
});
