import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';

import {
  codeOf,
  connectAgent,
  connectVisitor,
  dataOf,
  nextFact,
  PAGE,
  sendRaw,
  type VisitorClient,
} from '../../support/wire/clients';
import { post, startScene, type Scene } from '../../support/scene';

let scene: Scene;

beforeAll(async () => {
  scene = await startScene();
});

afterEach(() => scene.reset());

afterAll(() => scene.stop());

describe('a chat over real sockets', () => {
  it('[R1] [S2] gives the request to the agent Online, as new and with what was captured', async () => {
    const ana = await scene.online();
    const arrived = nextFact(ana.socket, 'interaction:changed');
    const answer = await scene.request(await scene.visitor());
    expect(answer.interaction).toMatchObject({ status: 'assigned', agent: { name: 'Ana Teste' } });
    const { interaction } = await arrived;
    expect(interaction).toMatchObject({ openedAt: null, captured: { originUrl: PAGE.url, ip: '127.0.0.1' } });
  });

  it('[C2] [C3] acknowledges what is stored, in one order, and a retry changes nothing', async () => {
    const { ana, carla, interactionId } = await scene.conversation();
    const seen = nextFact(ana.socket, 'message:posted');
    const first = post(interactionId, 'Bom dia! 😀');
    const { sequence } = dataOf(await carla.socket.emitWithAck('message:post', first));
    const again = dataOf(await carla.socket.emitWithAck('message:post', first));
    expect(again.sequence).toBe(sequence);
    expect(await seen).toMatchObject({ message: { sequence, side: 'visitor', body: 'Bom dia! 😀' } });
    const stored = await scene.knex('attendance_messages').where({ side: 'visitor' });
    expect(stored).toHaveLength(1);
    const other = { ...first, body: 'outra coisa' };
    expect(codeOf(await carla.socket.emitWithAck('message:post', other))).toBe('conflict');
  });

  it('[C3] gives a burst dense sequences in the order of sending', async () => {
    const { carla, interactionId } = await scene.conversation();
    const bodies = Array.from({ length: 15 }, (_, index) => `linha ${index}`);
    await Promise.all(
      bodies.map(async (body) =>
        dataOf(await carla.socket.emitWithAck('message:post', post(interactionId, body))),
      ),
    );
    const { messages } = dataOf(
      await carla.socket.emitWithAck('message:list', { interactionId, afterSequence: 0 }),
    );
    expect(messages.map(({ sequence }) => sequence)).toEqual(messages.map((_, index) => index + 1));
    expect(messages.flatMap((message) => (message.side === 'visitor' ? [message.body] : []))).toEqual(bodies);
  });

  it('[C2] [C5] shows typing, delivered and read to the other side', async () => {
    const { ana, carla, interactionId } = await scene.conversation();
    const { sequence } = dataOf(await ana.socket.emitWithAck('message:post', post(interactionId, 'Olá!')));
    const read = nextFact(ana.socket, 'receipt:advanced', ({ side }) => side === 'visitor');
    dataOf(await carla.socket.emitWithAck('message:read', { interactionId, sequence }));
    expect((await read).watermark).toEqual({ delivered: sequence, read: sequence });
    const typing = nextFact(ana.socket, 'typing:changed');
    dataOf(await carla.socket.emitWithAck('typing:set', { interactionId, isTyping: true }));
    expect(await typing).toEqual({ interactionId, isTyping: true });
  });

  it('[R2] [R5] [R9] lets the fifth chat wait, yellow ones counting, until the agent ends one', async () => {
    const ana = await scene.online();
    const five: { client: VisitorClient; id: number; status: string }[] = [];
    for (let count = 0; count < 5; count += 1) {
      const client = await scene.visitor();
      const { interaction } = await scene.request(client);
      five.push({ client, id: interaction.id, status: interaction.status });
    }
    expect(five.map(({ status }) => status)).toEqual([
      'assigned',
      'assigned',
      'assigned',
      'assigned',
      'waiting',
    ]);
    const [first] = five;
    const last = five[4];
    if (first === undefined || last === undefined) throw new Error('five were made');
    dataOf(await first.client.socket.emitWithAck('interaction:end', { interactionId: first.id }));
    const held = await scene.knex('attendance_slots').count({ count: '*' });
    expect(held).toEqual([{ count: 4 }]);
    const assigned = nextFact(
      last.client.socket,
      'interaction:changed',
      ({ interaction }) => interaction.status === 'assigned',
    );
    dataOf(await ana.socket.emitWithAck('interaction:end', { interactionId: first.id }));
    await assigned;
  });

  it('[R5] [S1] the visitor ends, and the agent still must; ending twice is harmless', async () => {
    const { ana, carla, interactionId } = await scene.conversation();
    const yellow = nextFact(
      ana.socket,
      'interaction:changed',
      ({ interaction }) => interaction.visitorEndedAt !== null,
    );
    dataOf(await carla.socket.emitWithAck('interaction:end', { interactionId }));
    dataOf(await carla.socket.emitWithAck('interaction:end', { interactionId }));
    expect((await yellow).interaction.visitorEndReason).toBe('visitor-ended');
    expect(codeOf(await carla.socket.emitWithAck('message:post', post(interactionId, 'tarde')))).toBe(
      'conflict',
    );
    dataOf(await ana.socket.emitWithAck('interaction:end', { interactionId }));
    dataOf(await ana.socket.emitWithAck('interaction:end', { interactionId }));
    expect(await scene.knex('attendance_slots')).toEqual([]);
  });

  it('[R1] gives the waiting chat to the agent who comes Online', async () => {
    const carla = await scene.visitor();
    expect((await scene.request(carla)).interaction.status).toBe('waiting');
    const assigned = nextFact(
      carla.socket,
      'interaction:changed',
      ({ interaction }) => interaction.status === 'assigned',
    );
    await scene.online('bruno');
    await assigned;
  });

  it('[P2] [P3] the same token gets the same interaction back, with its transcript', async () => {
    const { carla, interactionId, token } = await scene.conversation();
    dataOf(await carla.socket.emitWithAck('message:post', post(interactionId, 'já volto')));
    carla.socket.disconnect();
    const back = await scene.visitor({ token });
    expect(back.snapshot.interaction?.id).toBe(interactionId);
    expect(
      back.snapshot.messages.some((message) => message.side === 'visitor' && message.body === 'já volto'),
    ).toBe(true);
  });

  it('[K9] another visitor and another agent can read and touch nothing of it', async () => {
    const { interactionId } = await scene.conversation();
    const stranger = await scene.visitor();
    await scene.request(stranger);
    const bruno = await scene.agent('bruno');
    const list = { interactionId, afterSequence: 0 };
    expect(codeOf(await stranger.socket.emitWithAck('message:list', list))).toBe('not_found');
    expect(codeOf(await stranger.socket.emitWithAck('message:post', post(interactionId, 'oi')))).toBe(
      'not_found',
    );
    expect(codeOf(await stranger.socket.emitWithAck('interaction:end', { interactionId }))).toBe('not_found');
    expect(codeOf(await bruno.socket.emitWithAck('message:list', list))).toBe('not_found');
    expect(codeOf(await bruno.socket.emitWithAck('interaction:open', { interactionId }))).toBe('not_found');
    expect(codeOf(await bruno.socket.emitWithAck('interaction:end', { interactionId }))).toBe('not_found');
  });
});

describe('bad input', () => {
  it('[C1] answers a code to every wrong payload, and the next good one works', async () => {
    const { carla, interactionId } = await scene.conversation();
    const send = (payload: unknown) => sendRaw(carla.socket, 'message:post', payload);
    expect(codeOf(await send(null))).toBe('bad_request');
    expect(codeOf(await send({ interactionId: '1', body: {}, clientMessageId: 7 }))).toBe('bad_request');
    expect(codeOf(await send(post(interactionId, 'x'.repeat(4_001))))).toBe('too_large');
    expect(codeOf(await send(post(interactionId, '\u200b')))).toBe('bad_request');
    dataOf(await send(post(interactionId, '😀'.repeat(4_000))));
  });

  it('[F5] refuses an origin that the site does not list, an unknown site and another protocol', async () => {
    await expect(
      connectVisitor(scene.server.url, { origin: 'http://shop.example.evil.com' }),
    ).rejects.toThrow();
    await expect(connectVisitor(scene.server.url, { siteKey: 'nobody' })).rejects.toMatchObject({
      data: { code: 'not_found' },
    });
    await expect(connectVisitor(scene.server.url, { protocol: 99 })).rejects.toMatchObject({
      data: { code: 'bad_request' },
    });
  });

  it('[F4] refuses an agent without a valid token', async () => {
    await expect(connectAgent(scene.server.url, 'nonsense')).rejects.toMatchObject({
      data: { code: 'unauthorized' },
    });
  });
});
