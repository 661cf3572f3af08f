import { closeRegistration } from '../../../src/registration';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { z } from 'zod';

import { agentCommands } from '../../../plugins/attendance/protocol/wire/agent-events';
import type { CommandDefinition } from '../../../plugins/attendance/protocol/schemas/commands';
import { supervisionCommands } from '../../../plugins/attendance/protocol/supervision/supervision-events';
import { visitorCommands } from '../../../plugins/attendance/protocol/wire/visitor-events';
import {
  codeOf,
  connectAgent,
  connectVisitor,
  dataOf,
  recordFacts,
  sendRaw,
  SHOP,
  type AgentSocket,
  type VisitorSocket,
} from '../../support/wire/clients';
import { forgeToken, payloadOf } from '../../support/wire/forge-token';
import { handshake, TRANSPORTS } from '../../support/wire/handshakes';
import { expectChatWorks, post, startScene, type Scene } from '../../support/scene';

const OTHER_SHOP = 'http://other.example';

let scene: Scene;

beforeAll(async () => {
  scene = await startScene();
  const service = scene.server.strapi.plugin('attendance').service('attendance') as {
    ensureSite(site: { key: string; name: string; origins: string[] }): Promise<void>;
  };
  await service.ensureSite({ key: 'other-shop', name: 'Outra loja', origins: [OTHER_SHOP] });
});

afterEach(() => scene.reset());

afterAll(() => scene.stop());

const refusedWith = (code: string) => ({ data: { code } });

describe('an agent’s token', () => {
  const seconds = (): number => Math.floor(Date.now() / 1_000);

  it('[F4] is taken when it is what Strapi signed, so that the forgeries below fail for their fault alone', async () => {
    const neighbour = await scene.conversation();
    const { socket } = await connectAgent(scene.server.url, forgeToken(payloadOf(scene.tokens.bruno)));
    scene.close(socket);
    await expectChatWorks(neighbour);
  });

  it.each<[string, (payload: Record<string, unknown>) => string]>([
    ['random', () => 'c29tZSByYW5kb20gd29yZHM'],
    ['random, with three parts', () => 'a.b.c'],
    ['expired', (payload) => forgeToken({ ...payload, iat: seconds() - 7_200, exp: seconds() - 3_600 })],
    ['of the algorithm none', (payload) => forgeToken(payload, { algorithm: 'none', secret: null })],
    ['of HS256 without a signature', (payload) => forgeToken(payload, { secret: null })],
    ['signed with a guessed secret', (payload) => forgeToken(payload, { secret: 'tobemodified' })],
    ['that says RS256 and is signed as HS256', (payload) => forgeToken(payload, { algorithm: 'RS256' })],
    ['for refreshing', (payload) => forgeToken({ ...payload, type: 'refresh' })],
    ['of a session that never was', (payload) => forgeToken({ ...payload, sessionId: 'nobody' })],
  ])('[F4] [Z12] is refused when %s', async (_, forge) => {
    const neighbour = await scene.conversation();
    const token = forge(payloadOf(scene.tokens.bruno));
    await expect(connectAgent(scene.server.url, token)).rejects.toMatchObject(refusedWith('unauthorized'));
    await expectChatWorks(neighbour);
  });

  it('[F4] is refused when its payload was changed after it was signed', async () => {
    const neighbour = await scene.conversation();
    const [head, , signature] = scene.tokens.bruno.split('.');
    const body = Buffer.from(JSON.stringify({ ...payloadOf(scene.tokens.bruno), userId: '1' })).toString(
      'base64url',
    );
    await expect(connectAgent(scene.server.url, [head, body, signature].join('.'))).rejects.toMatchObject(
      refusedWith('unauthorized'),
    );
    await expectChatWorks(neighbour);
  });

  it('[F4] [Z12] is not there: refused', async () => {
    const neighbour = await scene.conversation();
    await expect(connectAgent(scene.server.url, '')).rejects.toMatchObject(refusedWith('bad_request'));
    await expectChatWorks(neighbour);
  });
});

describe('a token in the wrong place', () => {
  it('[F4] a visitor’s opens nothing for agents', async () => {
    const neighbour = await scene.conversation();
    await expect(connectAgent(scene.server.url, neighbour.token)).rejects.toMatchObject(
      refusedWith('unauthorized'),
    );
    await expectChatWorks(neighbour);
  });

  it('[K9] an agent’s makes nobody a known visitor', async () => {
    const neighbour = await scene.conversation();
    await expect(connectVisitor(scene.server.url, { token: scene.tokens.ana })).rejects.toMatchObject(
      refusedWith('bad_request'),
    );
    await expectChatWorks(neighbour);
  });

  it('[K9] [Z1] a visitor’s is worth nothing on another site, and a random one nowhere', async () => {
    const neighbour = await scene.conversation();
    const elsewhere = await scene.visitor({
      token: neighbour.token,
      siteKey: 'other-shop',
      origin: OTHER_SHOP,
    });
    expect(elsewhere.snapshot).toMatchObject({ isRecognised: false, interaction: null, messages: [] });
    const stranger = await scene.visitor({ token: 'x'.repeat(43) });
    expect(stranger.snapshot).toMatchObject({ isRecognised: false, interaction: null, messages: [] });
    await expectChatWorks(neighbour);
  });

  it('[Z1] is stored as a hash only', async () => {
    const { token } = await scene.conversation();
    expect(token.length).toBeGreaterThanOrEqual(43);
    const rows = await scene.knex('attendance_visitors');
    expect(JSON.stringify(rows)).not.toContain(token);
  });
});

describe('an origin', () => {
  const refused: [string, Record<string, string>][] = [
    ['absent', {}],
    ['null', { origin: 'null' }],
    ['not listed', { origin: 'http://evil.example' }],
    ['a longer name that begins the same', { origin: `${SHOP}.evil.com` }],
    ['a longer name that ends the same', { origin: 'http://evilshop.example' }],
    ['in capitals', { origin: 'http://SHOP.example' }],
    ['with a port', { origin: `${SHOP}:8080` }],
    ['of another scheme', { origin: 'https://shop.example' }],
    ['with a path', { origin: `${SHOP}/` }],
    ['with a dot at its end', { origin: `${SHOP}.` }],
    ['in punycode', { origin: 'http://xn--shp-fka.example' }],
    ['that names a forwarded host', { origin: 'http://evil.example', 'x-forwarded-host': 'evil.example' }],
  ];
  const cases = TRANSPORTS.flatMap((transport) =>
    refused.map(([name, headers]) => ({ name, headers, transport })),
  );

  it.each(cases)('[F5] [Z3] is refused over $transport when it is $name', async ({ headers, transport }) => {
    const neighbour = await scene.conversation();
    expect(await handshake(scene.server.url, transport, headers)).toBeOneOf([400, 403]);
    await expectChatWorks(neighbour);
  });

  it('[F5] [Z3] is taken over both transports when the site lists it, or when it is the server’s own', async () => {
    for (const origin of [SHOP, scene.server.url]) {
      expect(await handshake(scene.server.url, 'polling', { origin })).toBe(200);
      expect(await handshake(scene.server.url, 'websocket', { origin })).toBe(101);
    }
  });

  it('[F5] of one site opens no other', async () => {
    const neighbour = await scene.conversation();
    await expect(connectVisitor(scene.server.url, { origin: OTHER_SHOP })).rejects.toMatchObject(
      refusedWith('forbidden'),
    );
    await expectChatWorks(neighbour);
  });
});

/** The commands that name an interaction, each with a payload that would do something to one's own. */
function aimedAt(
  table: Readonly<Record<string, CommandDefinition>>,
  interactionId: number,
  visitorId: number,
) {
  const everything = {
    interactionId,
    visitorId,
    clientMessageId: 'hostile-0001',
    body: 'não é meu',
    sequence: 1,
    isTyping: true,
    name: 'Roubada',
    afterSequence: 0,
    closingTag: 'Engano',
    medium: 'voice',
    session: 'pairing',
    signal: { candidate: null },
    quality: { score: 1, roundTripMs: null, lossPercent: null, sentKbps: null, sentHeight: null },
    rating: { scale: 'thumbs', score: 1, comment: '' },
    locale: 'pt-BR',
    timeZone: 'America/Sao_Paulo',
    email: 'estranho@exemplo.com',
    clientNoteId: 'hostile-0002',
    tagId: 1,
    fieldId: 1,
    value: 'não é meu',
    to: { kind: 'agent', agentId: 1 },
    reason: 'não é meu',
    duration: 'hour',
    withAddress: false,
    otherId: 1,
    choices: { fieldValues: {} },
  };
  return Object.entries(table).flatMap(([name, { payload }]) => {
    const { properties = {} } = z.toJSONSchema(payload, { io: 'input' });
    if (!('interactionId' in properties)) return [];
    const fields = Object.entries(everything).filter(([field]) => field in properties);
    return [{ name, payload: Object.fromEntries(fields) }];
  });
}

async function everythingStored(): Promise<unknown> {
  const tables = ['interactions', 'messages', 'visitors', 'slots'];
  return Promise.all(tables.map((table) => scene.knex(`attendance_${table}`).orderBy('id')));
}

describe('another’s interaction', () => {
  /** Over several connections of theirs by turns: one would be slowed down before it has tried everything. */
  const attack = async (
    sockets: readonly [VisitorSocket | AgentSocket, ...(VisitorSocket | AgentSocket)[]],
    table: Readonly<Record<string, CommandDefinition>>,
    target: { interactionId: number; visitorId: number },
  ): Promise<number> => {
    const commands = aimedAt(table, target.interactionId, target.visitorId);
    for (const [index, { name, payload }] of commands.entries()) {
      const socket = sockets[index % sockets.length] ?? sockets[0];
      const answer = await sendRaw(socket, name, payload);
      const refusal = Object.hasOwn(supervisionCommands, name) ? 'forbidden' : 'not_found';
      expect([name, codeOf(answer)]).toEqual([name, refusal]);
      // The same as of one that does not exist: an attacker learns nothing.
      const nowhere = await sendRaw(socket, name, { ...payload, interactionId: 999_999 });
      expect(nowhere).toEqual(answer);
    }
    return commands.length;
  };

  it('[K9] [Z4] is not found by another visitor, known or not, with any command, and nothing changes', async () => {
    const neighbour = await scene.conversation();
    const target = { interactionId: neighbour.interactionId, visitorId: 1 };
    const stranger = await scene.visitor();
    const known = await scene.visitor();
    await scene.request(known);
    const before = await everythingStored();
    expect(await attack([stranger.socket], visitorCommands, target)).toBeGreaterThanOrEqual(7);
    await attack([known.socket], visitorCommands, target);
    expect(await everythingStored()).toEqual(before);
    await expectChatWorks(neighbour);
  });

  it('[K9] [Z4] is not found by another agent with any command, and nothing changes', async () => {
    const neighbour = await scene.conversation();
    const bruno = [await scene.online('bruno'), await scene.agent('bruno')] as const;
    const row = (await scene.knex('attendance_interactions').first()) as { visitor_id: number };
    const target = { interactionId: neighbour.interactionId, visitorId: row.visitor_id };
    const before = await everythingStored();
    expect(await attack([bruno[0].socket, bruno[1].socket], agentCommands, target)).toBeGreaterThanOrEqual(8);
    expect(await everythingStored()).toEqual(before);
    await expectChatWorks(neighbour);
  });

  it('[K9] is told to nobody else', async () => {
    const stranger = await scene.visitor();
    await scene.request(stranger);
    const strangerFacts = recordFacts(stranger.socket);
    const bruno = await scene.agent('bruno');
    const brunoFacts = recordFacts(bruno.socket);
    const neighbour = await scene.conversation();
    const { ana, carla, interactionId } = neighbour;
    await expectChatWorks(neighbour);
    dataOf(await carla.socket.emitWithAck('typing:set', { interactionId, isTyping: true }));
    dataOf(await ana.socket.emitWithAck('message:read', { interactionId, sequence: 2 }));
    dataOf(await ana.socket.emitWithAck('visitor:update', { interactionId, name: 'Carla Souza' }));
    dataOf(await carla.socket.emitWithAck('message:post', post(interactionId, 'segredo de carla')));
    dataOf(await carla.socket.emitWithAck('interaction:end', { interactionId }));
    dataOf(await ana.socket.emitWithAck('interaction:end', { interactionId }));
    // An answer of their own comes after every fact that was sent to them before.
    await sendRaw(stranger.socket, 'message:list', { interactionId });
    await sendRaw(bruno.socket, 'message:list', { interactionId });
    for (const { name, payload } of [...strangerFacts, ...brunoFacts]) {
      if (name === 'queue:changed' || name === 'availability:changed' || name === 'self:changed') continue;
      expect(JSON.stringify({ name, payload })).not.toMatch(/carla|pergunta|resposta/i);
      expect(payload).not.toMatchObject({ interactionId });
      expect(payload).not.toMatchObject({ interaction: { id: interactionId } });
    }
    expect(brunoFacts.filter(({ name }) => name.startsWith('message:'))).toEqual([]);
  });

  it('[K9] [F4] has no address over HTTP', async () => {
    const neighbour = await scene.conversation();
    const { interactionId } = neighbour;
    const headers = { authorization: `Bearer ${scene.tokens.bruno}` };
    for (const path of [
      `/api/attendance/interactions/${interactionId}`,
      `/api/attendance/interactions/${interactionId}/messages`,
      `/attendance/interactions/${interactionId}`,
      `/content-manager/collection-types/plugin::attendance.interaction/${interactionId}`,
      `/content-manager/collection-types/plugin::attendance.message`,
    ]) {
      const response = await fetch(`${scene.server.url}${path}`, { headers });
      expect(response.status).toBeOneOf([401, 403, 404]);
    }
    await expectChatWorks(neighbour);
  });
});

describe('A: users of the website', () => {
  const register = (username: string) =>
    fetch(`${scene.server.url}/api/auth/local/register`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ username, email: `${username}@exemplo.com`, password: 'Senha-de-teste-1' }),
    });

  it('[Z112] finding A14: nobody makes themselves one on a fresh installation', async () => {
    expect((await register('intruso')).status).toBe(400);
  });

  it('[Z112] finding A14: who opened it has it open, and an older installation is told', async () => {
    const { strapi } = scene.server;
    const advanced = strapi.store({ type: 'plugin', name: 'users-permissions', key: 'advanced' });
    const mark = strapi.store({ type: 'core', name: 'atende', key: 'registration' });
    await advanced.set({ value: { ...((await advanced.get({})) as object), allow_register: true } });
    expect(await closeRegistration(strapi)).toBe('theirs');
    expect((await register('cliente')).status).toBe(200);
    await mark.delete({});
    expect(await closeRegistration(strapi)).toBe('told');
    expect(await advanced.get({})).toMatchObject({ allow_register: true });
  });
});
