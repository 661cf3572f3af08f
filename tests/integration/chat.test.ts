import { randomUUID } from 'node:crypto';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';

import type { AgentFactPayload } from '../../plugins/attendance/protocol/events';
import {
  codeOf,
  connectAgent,
  connectVisitor,
  dataOf,
  nextFact,
  PAGE,
  signInAgent,
  SITE_KEY,
  SHOP,
  type AgentClient,
  type VisitorClient,
} from '../support/clients';
import { startStrapi, type StrapiServer } from '../support/strapi-server';

let server: StrapiServer;
let tokens: { ana: string; bruno: string };
const open: { socket: { disconnect(): unknown } }[] = [];

beforeAll(async () => {
  server = await startStrapi();
  const service = server.strapi.plugin('attendance').service('attendance') as {
    ensureSite(site: { key: string; name: string; origins: string[] }): Promise<void>;
  };
  await service.ensureSite({ key: SITE_KEY, name: 'Loja de teste', origins: [SHOP] });
  tokens = {
    ana: await signInAgent(server.strapi, server.url, 'Ana'),
    bruno: await signInAgent(server.strapi, server.url, 'Bruno'),
  };
});

afterEach(async () => {
  for (const { socket } of open.splice(0)) socket.disconnect();
  // Every test starts with nobody waiting, held or Online.
  const knex = server.strapi.db.connection;
  await knex('attendance_slots').delete();
  await knex('attendance_messages').delete();
  await knex('attendance_interactions').delete();
  await knex('attendance_agents').update({ presence: 'offline' });
});

afterAll(async () => {
  await server.stop();
});

async function visitor(overrides: Parameters<typeof connectVisitor>[1] = {}): Promise<VisitorClient> {
  const client = await connectVisitor(server.url, overrides);
  open.push(client);
  return client;
}

async function agent(name: 'ana' | 'bruno' = 'ana'): Promise<AgentClient> {
  const client = await connectAgent(server.url, tokens[name]);
  open.push(client);
  return client;
}

async function online(name: 'ana' | 'bruno' = 'ana'): Promise<AgentClient> {
  const client = await agent(name);
  dataOf(await client.socket.emitWithAck('presence:set', { presence: 'online' }));
  return client;
}

async function request({ socket }: VisitorClient) {
  return dataOf(await socket.emitWithAck('interaction:request', { channel: 'chat', page: PAGE }));
}

/** An agent Online and a visitor whose chat they have opened. */
async function conversation() {
  const ana = await online();
  const carla = await visitor();
  const { interaction, token } = await request(carla);
  const interactionId = interaction.id;
  dataOf(await ana.socket.emitWithAck('interaction:open', { interactionId }));
  return { ana, carla, interactionId, token: token ?? '' };
}

const post = (interactionId: number, body: string, clientMessageId: string = randomUUID()) =>
  ({ interactionId, body, clientMessageId }) as never;

describe('a chat over real sockets', () => {
  it('[R1] [S2] gives the request to the agent Online, as new and with what was captured', async () => {
    const ana = await online();
    const arrived = nextFact<typeof ana.socket, AgentFactPayload<'interaction:changed'>>(
      ana.socket,
      'interaction:changed',
    );
    const answer = await request(await visitor());
    expect(answer.interaction).toMatchObject({ status: 'assigned', agent: { name: 'Ana Teste' } });
    const { interaction } = await arrived;
    expect(interaction).toMatchObject({ openedAt: null, captured: { originUrl: PAGE.url, ip: '127.0.0.1' } });
  });

  it('[C2] [C3] acknowledges what is stored, in one order, and a retry changes nothing', async () => {
    const { ana, carla, interactionId } = await conversation();
    const seen = nextFact<typeof ana.socket, AgentFactPayload<'message:posted'>>(
      ana.socket,
      'message:posted',
    );
    const first = post(interactionId, 'Bom dia! 😀');
    const { sequence } = dataOf(await carla.socket.emitWithAck('message:post', first));
    const again = dataOf(await carla.socket.emitWithAck('message:post', first));
    expect(again.sequence).toBe(sequence);
    expect(await seen).toMatchObject({ message: { sequence, side: 'visitor', body: 'Bom dia! 😀' } });
    const stored = await server.strapi.db.connection('attendance_messages').where({ side: 'visitor' });
    expect(stored).toHaveLength(1);
    const other = { ...(first as object), body: 'outra coisa' } as never;
    expect(codeOf(await carla.socket.emitWithAck('message:post', other))).toBe('conflict');
  });

  it('[C3] gives a burst dense sequences in the order of sending', async () => {
    const { carla, interactionId } = await conversation();
    const bodies = Array.from({ length: 15 }, (_, index) => `linha ${index}`);
    await Promise.all(
      bodies.map(async (body) =>
        dataOf(await carla.socket.emitWithAck('message:post', post(interactionId, body))),
      ),
    );
    const { messages } = dataOf(
      await carla.socket.emitWithAck('message:list', { interactionId, afterSequence: 0 } as never),
    );
    expect(messages.map(({ sequence }) => sequence)).toEqual(messages.map((_, index) => index + 1));
    expect(messages.flatMap((message) => (message.side === 'visitor' ? [message.body] : []))).toEqual(bodies);
  });

  it('[C2] [C5] shows typing, delivered and read to the other side', async () => {
    const { ana, carla, interactionId } = await conversation();
    const { sequence } = dataOf(await ana.socket.emitWithAck('message:post', post(interactionId, 'Olá!')));
    const read = nextFact<typeof ana.socket, AgentFactPayload<'receipt:advanced'>>(
      ana.socket,
      'receipt:advanced',
      ({ side }) => side === 'visitor',
    );
    dataOf(await carla.socket.emitWithAck('message:read', { interactionId, sequence } as never));
    expect((await read).watermark).toEqual({ delivered: sequence, read: sequence });
    const typing = nextFact<typeof ana.socket, AgentFactPayload<'typing:changed'>>(
      ana.socket,
      'typing:changed',
    );
    dataOf(await carla.socket.emitWithAck('typing:set', { interactionId, isTyping: true } as never));
    expect(await typing).toEqual({ interactionId, isTyping: true });
  });

  it('[R2] [R5] [R9] lets the fifth chat wait, yellow ones counting, until the agent ends one', async () => {
    const ana = await online();
    const five: { client: VisitorClient; id: number; status: string }[] = [];
    for (let count = 0; count < 5; count += 1) {
      const client = await visitor();
      const { interaction } = await request(client);
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
    dataOf(await first.client.socket.emitWithAck('interaction:end', { interactionId: first.id } as never));
    const held = await server.strapi.db.connection('attendance_slots').count({ count: '*' });
    expect(held).toEqual([{ count: 4 }]);
    const assigned = nextFact(
      last.client.socket,
      'interaction:changed',
      ({ interaction }: { interaction: { status: string } }) => interaction.status === 'assigned',
    );
    dataOf(await ana.socket.emitWithAck('interaction:end', { interactionId: first.id } as never));
    await assigned;
  });

  it('[R5] [S1] the visitor ends, and the agent still must; ending twice is harmless', async () => {
    const { ana, carla, interactionId } = await conversation();
    const yellow = nextFact<typeof ana.socket, AgentFactPayload<'interaction:changed'>>(
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
    expect(await server.strapi.db.connection('attendance_slots')).toEqual([]);
  });

  it('[R1] gives the waiting chat to the agent who comes Online', async () => {
    const carla = await visitor();
    expect((await request(carla)).interaction.status).toBe('waiting');
    const assigned = nextFact(
      carla.socket,
      'interaction:changed',
      ({ interaction }: { interaction: { status: string } }) => interaction.status === 'assigned',
    );
    await online('bruno');
    await assigned;
  });

  it('[P2] [P3] the same token gets the same interaction back, with its transcript', async () => {
    const { carla, interactionId, token } = await conversation();
    dataOf(await carla.socket.emitWithAck('message:post', post(interactionId, 'já volto')));
    carla.socket.disconnect();
    const back = await visitor({ token });
    expect(back.snapshot.interaction?.id).toBe(interactionId);
    expect(
      back.snapshot.messages.some((message) => message.side === 'visitor' && message.body === 'já volto'),
    ).toBe(true);
  });

  it('[K9] another visitor and another agent can read and touch nothing of it', async () => {
    const { interactionId } = await conversation();
    const stranger = await visitor();
    await request(stranger);
    const bruno = await agent('bruno');
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
    const { carla, interactionId } = await conversation();
    const send = (payload: unknown) => carla.socket.emitWithAck('message:post', payload as never);
    expect(codeOf(await send(null))).toBe('bad_request');
    expect(codeOf(await send({ interactionId: '1', body: {}, clientMessageId: 7 }))).toBe('bad_request');
    expect(codeOf(await send(post(interactionId, 'x'.repeat(4_001))))).toBe('too_large');
    expect(codeOf(await send(post(interactionId, '\u200b')))).toBe('bad_request');
    dataOf(await send(post(interactionId, '😀'.repeat(4_000))));
  });

  it('[F5] refuses an origin that the site does not list, an unknown site and another protocol', async () => {
    await expect(connectVisitor(server.url, { origin: 'http://shop.example.evil.com' })).rejects.toThrow();
    await expect(connectVisitor(server.url, { siteKey: 'nobody' })).rejects.toMatchObject({
      data: { code: 'not_found' },
    });
    await expect(connectVisitor(server.url, { protocol: 99 })).rejects.toMatchObject({
      data: { code: 'bad_request' },
    });
  });

  it('[F4] refuses an agent without a valid token', async () => {
    await expect(connectAgent(server.url, 'nonsense')).rejects.toMatchObject({
      data: { code: 'unauthorized' },
    });
  });

  it('[R6] the database refuses rows that break the capacity, whoever writes them', async () => {
    const { ana, interactionId } = await conversation();
    const knex = server.strapi.db.connection;
    const row = { agent_id: ana.snapshot.self.id, interaction_id: interactionId };
    await expect(knex('attendance_slots').insert({ ...row, slot: 0 })).rejects.toThrow();
    await expect(knex('attendance_slots').insert({ ...row, slot: 1 })).rejects.toThrow(/one capacity slot/);
    await expect(knex('attendance_slots').insert({ ...row, interaction_id: 999, slot: 20 })).rejects.toThrow(
      /no such/,
    );
    const assignment = {
      status: 'assigned',
      agent_id: row.agent_id,
      channel: 'video',
      visitor_id: 1,
      site_id: 1,
    };
    await expect(knex('attendance_interactions').insert(assignment)).rejects.toThrow(/without its capacity/);
  });
});
