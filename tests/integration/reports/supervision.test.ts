import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';

import type { InteractionId } from '../../../plugins/attendance/protocol/schemas/ids';
import type { supervisionCommands } from '../../../plugins/attendance/protocol/supervision/supervision-events';
import type { AgentFactPayload } from '../../../plugins/attendance/protocol/wire/events';
import { visitorFacts } from '../../../plugins/attendance/protocol/wire/visitor-events';
import { adminFetch, signInAs } from '../../support/strapi/admin';
import { expectChatWorks, post, startScene, type Scene } from '../../support/scene';
import {
  codeOf,
  connectAgent,
  dataOf,
  nextFact,
  recordFacts,
  sendRaw,
  SITE_KEY,
  type AgentClient,
  type RecordedFact,
  type VisitorClient,
} from '../../support/wire/clients';

let scene: Scene;
let sofiaToken: string;
let tiagoToken: string;

beforeAll(async () => {
  scene = await startScene();
  sofiaToken = await signInAs(scene.server, 'Sofia', 'attendance-supervisor');
  tiagoToken = await signInAs(scene.server, 'Tiago', 'attendance-supervisor');
});

afterEach(async () => {
  await scene.knex('attendance_report_settings').update({ shows_followers: true });
  await scene.knex('attendance_notes').delete();
  await scene.knex('attendance_audit_records').delete();
  await scene.reset();
});
afterAll(() => scene.stop());

async function supervisor(token = sofiaToken): Promise<AgentClient> {
  const client = await connectAgent(scene.server.url, token);
  scene.close(client.socket);
  return client;
}

async function supervisorOnline(token = sofiaToken): Promise<AgentClient> {
  const client = await supervisor(token);
  dataOf(await client.socket.emitWithAck('presence:set', { presence: 'online' }));
  return client;
}

const follow = async ({ socket }: AgentClient, interactionId: InteractionId) =>
  dataOf(await socket.emitWithAck('supervision:follow', { interactionId }));
const whisper = (interactionId: InteractionId, body: string, clientNoteId = 'whisper-000001') => ({
  interactionId,
  body,
  clientNoteId,
});
const say = async (
  { socket }: { socket: AgentClient['socket'] | VisitorClient['socket'] },
  id: InteractionId,
  text: string,
) => dataOf(await (socket as AgentClient['socket']).emitWithAck('message:post', post(id, text)));

/** Waits until what was sent before has arrived: facts and answers of a socket come in order. */
const settled = async ({ socket }: VisitorClient, interactionId: InteractionId) =>
  dataOf(await socket.emitWithAck('message:list', { interactionId }));
const heard = async ({ socket }: AgentClient) =>
  void dataOf(await socket.emitWithAck('interaction:agents', {}));

async function audited(): Promise<object[]> {
  const rows = (await scene
    .knex('attendance_audit_records')
    .where('action', 'like', 'interaction.%')
    .orWhere('action', 'agent.set-offline')
    .orderBy('id')) as { action: string; subject: string; user_name: string; changes: string | object }[];
  return rows.map(({ action, changes, subject, user_name: by }) => ({
    by,
    action,
    subject,
    changes: typeof changes === 'string' ? (JSON.parse(changes) as object) : changes,
  }));
}

/** The paths of all keys of a payload, whatever their values; those of lists once. */
function keysOf(value: unknown, path = ''): string[] {
  if (Array.isArray(value)) return [...new Set(value.flatMap((item) => keysOf(item, `${path}[]`)))];
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, inner]) => {
    const own = path === '' ? key : `${path}.${key}`;
    return [own, ...keysOf(inner, own)];
  });
}

/** The key sets that a visitor's facts have, by name: of what may be absent, all that was seen. */
function keySets(facts: readonly RecordedFact[]): Readonly<Record<string, string[]>> {
  const sets = new Map<string, Set<string>>();
  for (const { name, payload } of facts) {
    const keys = sets.get(name) ?? new Set();
    for (const key of keysOf(payload)) keys.add(key);
    sets.set(name, keys);
  }
  return Object.fromEntries([...sets].map(([name, keys]) => [name, [...keys].sort()]));
}

const WATERMARKS = ['agent', 'visitor'].flatMap((side) =>
  ['', '.delivered', '.read'].map((key) => `interaction.receipts.${side}${key}`),
);
const INTERACTION = [
  'interaction',
  ...['call', 'channel', 'id', 'lastSequence', 'protocolNumber', 'receipts', 'revision', 'status'].map(
    (key) => `interaction.${key}`,
  ),
  ...WATERMARKS,
  'interaction.waitingSince',
];
const AGENT = ['', '.id', '.isAway', '.isOnline', '.name'].map((key) => `interaction.agent${key}`);
const MESSAGE = ['interactionId', 'message', 'message.sentAt', 'message.sequence', 'message.side'];
const WRITTEN = ['agentId', 'agentName', 'body', 'clientMessageId'].map((key) => `message.${key}`);
const sorted = (...keys: string[]) => [...keys].sort();

describe('following', () => {
  it('[R17] [Z174] [C3] reads a live interaction without opening it, and all that comes in it', async () => {
    const ana = await scene.online();
    const carla = await scene.visitor();
    const { interaction } = await scene.request(carla);
    const interactionId = interaction.id;
    await say(carla, interactionId, 'Olá?');
    const sofia = await supervisor();
    const read = await follow(sofia, interactionId);
    expect(read.interaction).toMatchObject({
      id: interactionId,
      status: 'assigned',
      agentId: ana.snapshot.self.id,
      agentName: 'Ana Teste',
      openedAt: null,
    });
    expect(read.messages.map(({ side }) => side)).toEqual(['system', 'visitor']);
    expect(read).toMatchObject({ hasMore: false, notes: [] });
    const facts = recordFacts(sofia.socket);
    const opened = nextFact(
      sofia.socket,
      'supervision:changed',
      (fact) => fact.interaction.openedAt !== null,
    );
    dataOf(await ana.socket.emitWithAck('interaction:open', { interactionId }));
    await opened;
    dataOf(await carla.socket.emitWithAck('typing:set', { interactionId, isTyping: true }));
    dataOf(await ana.socket.emitWithAck('typing:set', { interactionId, isTyping: true }));
    await say(ana, interactionId, 'Bom dia!');
    dataOf(await carla.socket.emitWithAck('message:read', { interactionId, sequence: 3 }));
    await say(carla, interactionId, 'Comprei ontem.');
    const note = { interactionId, clientNoteId: 'note-00000001', body: 'Cliente antiga.' };
    dataOf(await ana.socket.emitWithAck('note:write', note));
    dataOf(await ana.socket.emitWithAck('visitor:update', { interactionId, name: 'Carla Dias' }));
    const over = nextFact(sofia.socket, 'supervision:released');
    dataOf(await ana.socket.emitWithAck('interaction:end', { interactionId }));
    expect(await over).toEqual({ interactionId, reason: 'over' });
    const followed = facts.filter(({ name }) => name.startsWith('supervision:'));
    expect(followed).toMatchObject([
      { name: 'supervision:changed' },
      { name: 'supervision:typing-changed', payload: { interactionId, side: 'visitor', isTyping: true } },
      { name: 'supervision:typing-changed', payload: { interactionId, side: 'agent', isTyping: true } },
      { name: 'supervision:message-posted', payload: { message: { sequence: 3, body: 'Bom dia!' } } },
      {
        name: 'supervision:receipt-advanced',
        payload: { interactionId, side: 'visitor', watermark: { delivered: 3, read: 3 } },
      },
      { name: 'supervision:message-posted', payload: { message: { sequence: 4, body: 'Comprei ontem.' } } },
      { name: 'supervision:note-written', payload: { note: { body: 'Cliente antiga.' } } },
      { name: 'supervision:changed', payload: { interaction: { visitor: { name: 'Carla Dias' } } } },
      { name: 'supervision:message-posted', payload: { message: { line: { kind: 'agent-ended' } } } },
      { name: 'supervision:released' },
    ]);
    // Nothing of it is the supervisor's own: what their list shows is untouched.
    const own = facts.map(({ name }) => name).filter((name) => !name.startsWith('supervision:'));
    expect(own.filter((name) => name.startsWith('interaction:') || name.startsWith('message:'))).toEqual([]);
    expect(codeOf(await sofia.socket.emitWithAck('supervision:follow', { interactionId }))).toBe('conflict');
    expect(await audited()).toEqual([
      {
        by: 'Sofia Teste',
        action: 'interaction.follow',
        subject: read.interaction.protocolNumber,
        changes: [],
      },
    ]);
  });

  it('[R17] one that waits is read too, and who takes it', async () => {
    const carla = await scene.visitor();
    const { interaction } = await scene.request(carla);
    const sofia = await supervisor();
    const read = await follow(sofia, interaction.id);
    expect(read.interaction).toMatchObject({
      status: 'waiting',
      agentId: null,
      agentName: '',
      assignedAt: null,
    });
    const taken = nextFact(
      sofia.socket,
      'supervision:changed',
      (fact) => fact.interaction.status === 'assigned',
    );
    const ana = await scene.agent();
    const shown = nextFact(ana.socket, 'followers:changed');
    dataOf(await ana.socket.emitWithAck('presence:set', { presence: 'online' }));
    expect((await taken).interaction).toMatchObject({ agentName: 'Ana Teste' });
    expect(await shown).toEqual({ interactionId: interaction.id, names: ['Sofia Teste'] });
  });

  it('[R17] [Z174] its agent reads who follows, each once, in a new tab too, and that they went', async () => {
    const { ana, interactionId } = await scene.conversation();
    const [sofia, sofiaToo, tiago] = [await supervisor(), await supervisor(), await supervisor(tiagoToken)];
    const told = recordFacts(ana.socket);
    for (const one of [sofia, sofiaToo]) await follow(one, interactionId);
    const both = nextFact(ana.socket, 'followers:changed', ({ names }) => names.length === 2);
    await follow(tiago, interactionId);
    expect(await both).toEqual({ interactionId, names: ['Sofia Teste', 'Tiago Teste'] });
    const inNewTab = new Promise<AgentFactPayload<'followers:changed'>>((resolve, reject) => {
      connectAgent(scene.server.url, scene.tokens.ana, (socket) => {
        scene.close(socket);
        socket.once('followers:changed', resolve);
      }).catch(reject);
    });
    expect((await inNewTab).names).toEqual(['Sofia Teste', 'Tiago Teste']);
    const left = nextFact(ana.socket, 'followers:changed', ({ names }) => names.length === 1);
    tiago.socket.disconnect();
    expect((await left).names).toEqual(['Sofia Teste']);
    const stays = nextFact(ana.socket, 'followers:changed');
    dataOf(await sofiaToo.socket.emitWithAck('supervision:unfollow', { interactionId }));
    expect((await stays).names).toEqual(['Sofia Teste']);
    const gone = nextFact(ana.socket, 'followers:changed', ({ names }) => names.length === 0);
    dataOf(await sofia.socket.emitWithAck('supervision:unfollow', { interactionId }));
    await gone;
    dataOf(await sofia.socket.emitWithAck('supervision:unfollow', { interactionId }));
    expect(told.filter(({ name }) => name === 'followers:changed').length).toBeGreaterThan(3);
    // Noted once for each supervisor, not for each tab.
    expect(await audited()).toMatchObject([{ by: 'Sofia Teste' }, { by: 'Tiago Teste' }]);
  });

  it('[R17] [Z174] its agent reads nothing of it where the setting says so', async () => {
    await scene.knex('attendance_report_settings').update({ shows_followers: false });
    const { ana, carla, interactionId, token } = await scene.conversation();
    const told = recordFacts(ana.socket);
    const sofia = await supervisor();
    await follow(sofia, interactionId);
    await expectChatWorks({ ana, carla, interactionId, token });
    dataOf(await sofia.socket.emitWithAck('supervision:unfollow', { interactionId }));
    await heard(ana);
    expect(told.filter(({ name }) => name === 'followers:changed')).toEqual([]);
  });

  it('[R17] [Z10] what goes on is read by the connection that follows it, and by no other of a supervisor', async () => {
    const { ana, carla, interactionId } = await scene.conversation();
    const [sofia, sofiaToo] = [await supervisor(), await supervisor()];
    await say(carla, interactionId, 'Só para a Ana.');
    const read = async ({ socket }: AgentClient) => [
      await socket.emitWithAck('message:list', { interactionId }),
      await socket.emitWithAck('note:list', { interactionId }),
    ];
    for (const answer of await read(sofia)) expect(codeOf(answer)).toBe('not_found');
    expect(await audited()).toEqual([]);
    await follow(sofia, interactionId);
    for (const answer of await read(sofia)) dataOf<unknown>(answer);
    for (const answer of await read(sofiaToo)) expect(codeOf(answer)).toBe('not_found');
    dataOf(await sofia.socket.emitWithAck('supervision:unfollow', { interactionId }));
    for (const answer of await read(sofia)) expect(codeOf(answer)).toBe('not_found');
    dataOf(await ana.socket.emitWithAck('interaction:end', { interactionId }));
    for (const answer of await read(sofia)) dataOf<unknown>(answer);
  });

  it('[A5] [R17] the address needs its own permission, in what is read and in what comes', async () => {
    const { ana, interactionId } = await scene.conversation();
    const sofia = await supervisor();
    await follow(sofia, interactionId);
    const changed = nextFact(sofia.socket, 'supervision:changed');
    dataOf(await ana.socket.emitWithAck('visitor:update', { interactionId, name: 'Carla D.' }));
    expect((await changed).interaction.captured.ip).not.toBe('');
    await withoutPermission('see-ip', async () => {
      const without = await supervisor(tiagoToken);
      expect((await follow(without, interactionId)).interaction.captured.ip).toBe('');
      const news = nextFact(without.socket, 'supervision:changed');
      dataOf(await ana.socket.emitWithAck('visitor:update', { interactionId, name: 'Carla Dias' }));
      expect((await news).interaction.captured.ip).toBe('');
    });
  });
});

const PERMISSIONS = ['attend', 'see-ip', 'supervise', 'reports', 'export-reports'];

/** While it runs, the supervisors' role lacks a permission. */
async function withoutPermission(name: string, act: () => Promise<void>): Promise<void> {
  const { strapi } = scene.server;
  const role = (await strapi.db
    .query('admin::role')
    .findOne({ where: { code: 'attendance-supervisor' } })) as { id: number };
  const roles = strapi.service('admin::role') as unknown as {
    assignPermissions(id: number, permissions: readonly object[]): Promise<unknown>;
  };
  const grant = (names: readonly string[]) =>
    roles.assignPermissions(
      role.id,
      names.map((one) => ({ action: `plugin::attendance.${one}`, properties: {}, conditions: [] })),
    );
  await grant(PERMISSIONS.filter((one) => one !== name));
  try {
    await act();
  } finally {
    await grant(PERMISSIONS);
  }
}

/** A payload of the right shape for each command. */
const payloadsFor = (interactionId: InteractionId, agentId: number) =>
  ({
    'board:watch': {},
    'board:unwatch': {},
    'supervision:search': { text: '' },
    'supervision:follow': { interactionId },
    'supervision:unfollow': { interactionId },
    'supervision:whisper': whisper(interactionId, 'Não.'),
    'supervision:take-over': { interactionId },
    'supervision:put-back': { interactionId },
    'supervision:end': { interactionId },
    'supervision:set-offline': { agentId, reason: 'Não.' },
  }) as const satisfies Readonly<Record<keyof typeof supervisionCommands, object>>;

describe('who may', () => {
  it('[R17] [F4] an agent is refused each command, sent by hand, and nothing has happened', async () => {
    const conversation = await scene.conversation();
    const { interactionId } = conversation;
    const bruno = await scene.online('bruno');
    const waiting = await scene.request(await scene.visitor());
    const before = [
      await scene.knex('attendance_interactions').orderBy('id'),
      await scene.knex('attendance_slots').orderBy('id'),
      await scene.knex('attendance_agents').orderBy('id').select('presence', 'offline_reason'),
    ];
    const told = recordFacts(bruno.socket);
    for (const id of [interactionId, waiting.interaction.id])
      for (const [name, payload] of Object.entries(payloadsFor(id, conversation.ana.snapshot.self.id)))
        expect([name, codeOf(await sendRaw(bruno.socket, name, payload))]).toEqual([name, 'forbidden']);
    expect([
      await scene.knex('attendance_interactions').orderBy('id'),
      await scene.knex('attendance_slots').orderBy('id'),
      await scene.knex('attendance_agents').orderBy('id').select('presence', 'offline_reason'),
    ]).toEqual(before);
    await expectChatWorks(conversation);
    await heard(bruno);
    expect(told.filter(({ name }) => /^(board|supervision|followers):/.test(name))).toEqual([]);
    expect(await scene.knex('attendance_notes')).toEqual([]);
    expect(await audited()).toEqual([]);
  });

  it('[R17] [Z174] who may not supervise any more follows and watches nothing from then on', async () => {
    const conversation = await scene.conversation();
    const { ana, interactionId } = conversation;
    const sofia = await supervisor();
    dataOf(await sofia.socket.emitWithAck('board:watch', {}));
    await follow(sofia, interactionId);
    const shown = nextFact(ana.socket, 'followers:changed', ({ names }) => names.length === 0);
    const released = nextFact(sofia.socket, 'supervision:released');
    const self = nextFact(sofia.socket, 'self:changed', (fact) => !fact.self.isSupervisor);
    const back = nextFact(sofia.socket, 'self:changed', (fact) => fact.self.isSupervisor);
    await withoutPermission('supervise', async () => {
      expect(await released).toEqual({ interactionId, reason: 'forbidden' });
      await self;
      await shown;
      const told = recordFacts(sofia.socket);
      await expectChatWorks(conversation);
      for (const [name, payload] of Object.entries(payloadsFor(interactionId, ana.snapshot.self.id)))
        expect([name, codeOf(await sendRaw(sofia.socket, name, payload))]).toEqual([name, 'forbidden']);
      // The next board would come within a second: somebody who may watch it sees that it has.
      expect(told.filter(({ name }) => /^(board|supervision):/.test(name))).toEqual([]);
      expect(sofia.socket.connected).toBe(true);
    });
    // The recheck gives it back to the open connection too.
    await back;
    await follow(sofia, interactionId);
  });

  it('[D3] [F4] the home page’s figures are for whoever may attend, and for nobody else', async () => {
    const { url } = scene.server;
    const ask = (token?: string) =>
      adminFetch<object>(`${url}/attendance/board/summary`, token === undefined ? {} : { token });
    const { ana } = await scene.conversation();
    await scene.knex('attendance_agents').where({ id: ana.snapshot.self.id }).update({ capacity: 1 });
    const waiting = await scene.request(await scene.visitor());
    const { data, status } = await ask(scene.tokens.bruno);
    const [row] = (await scene.knex('attendance_interactions').where({ id: waiting.interaction.id })) as {
      waiting_since: number;
    }[];
    expect(status).toBe(200);
    expect(data).toMatchObject({
      waitingCount: 1,
      longestSince: row?.waiting_since,
      online: 1,
      today: { requested: 2, answered: 1, abandoned: 0 },
    });
    expect((await ask(await signInAs(scene.server, 'Autor', 'strapi-author'))).status).toBe(403);
    expect((await ask()).status).toBe(401);
  });
});

describe('nothing of it reaches the visitor', () => {
  it('[R17] [K9] [Z173] the exact keys of all that a visitor receives, while they are followed, whispered about, watched and taken over', async () => {
    const { ana, carla, interactionId } = await scene.conversation();
    const wire = recordFacts(carla.socket);
    const sofia = await supervisorOnline();
    dataOf(await sofia.socket.emitWithAck('board:watch', {}));
    await follow(sofia, interactionId);
    const heardIt = nextFact(ana.socket, 'note:written');
    const secret = 'Ofereça dez por cento, mas não diga que fui eu.';
    const { note } = dataOf(
      await sofia.socket.emitWithAck('supervision:whisper', whisper(interactionId, secret)),
    );
    expect(await heardIt).toEqual({ note });
    expect(note).toMatchObject({ isWhisper: true, agentName: 'Sofia Teste', body: secret });
    await say(ana, interactionId, 'Um momento, por favor.');
    await say(carla, interactionId, 'Obrigada.');
    await settled(carla, interactionId);
    const whileFollowed = [...wire];
    expect(JSON.stringify(whileFollowed)).not.toMatch(
      /Sofia|Tiago|whisper|supervis|follow|board|dez por cento/,
    );
    dataOf(await sofia.socket.emitWithAck('supervision:take-over', { interactionId }));
    dataOf(await sofia.socket.emitWithAck('interaction:open', { interactionId }));
    await say(sofia, interactionId, 'Aqui é a Sofia.');
    dataOf(await sofia.socket.emitWithAck('presence:set', { presence: 'offline' }));
    const tiago = await supervisor(tiagoToken);
    await follow(tiago, interactionId);
    const backAtAna = nextFact(
      ana.socket,
      'interaction:changed',
      ({ interaction }) => interaction.id === interactionId,
    );
    dataOf(await tiago.socket.emitWithAck('supervision:put-back', { interactionId }));
    await backAtAna;
    dataOf(
      await tiago.socket.emitWithAck('supervision:end', { interactionId, closingNote: 'Nota da equipe.' }),
    );
    const listed = await settled(carla, interactionId);
    const known = Object.keys(visitorFacts);
    expect(wire.filter(({ name }) => !known.includes(name))).toEqual([]);
    const { 'availability:changed': _, ...sets } = keySets(wire);
    expect(sets).toEqual({
      'message:posted': sorted(
        ...MESSAGE,
        ...WRITTEN,
        'message.line',
        ...['agentName', 'from', 'kind', 'note', 'reason', 'to', 'toKind'].map(
          (key) => `message.line.${key}`,
        ),
      ),
      'interaction:changed': sorted(
        ...INTERACTION,
        ...AGENT,
        'interaction.endedAt',
        'interaction.endedBy',
        'interaction.place',
      ),
    });
    for (const seen of [wire, listed])
      expect(JSON.stringify(seen)).not.toMatch(
        /whisper|supervis|follow|board|dez por cento|Nota da equipe|Tiago/,
      );
    const ends = wire.filter(({ payload }) => JSON.stringify(payload).includes('"ended"'));
    expect(ends).toMatchObject([{ payload: { interaction: { endedBy: 'agent' } } }]);
    const lines = listed.messages.flatMap((message) => (message.side === 'system' ? [message.line] : []));
    expect(lines).toMatchObject([
      { kind: 'agent-joined' },
      { kind: 'transferred', from: 'Ana Teste', to: 'Sofia Teste', note: '' },
      { kind: 'agent-left', agentName: 'Sofia Teste', reason: 'lost' },
      { kind: 'agent-joined', agentName: 'Ana Teste' },
      { kind: 'agent-ended' },
    ]);
    expect(await audited()).toMatchObject([
      { by: 'Sofia Teste', action: 'interaction.follow' },
      {
        by: 'Sofia Teste',
        action: 'interaction.take-over',
        changes: [{ field: 'agent', before: 'Ana Teste', after: 'Sofia Teste' }],
      },
      { by: 'Tiago Teste', action: 'interaction.follow' },
      {
        by: 'Tiago Teste',
        action: 'interaction.put-back',
        changes: [{ field: 'agent', before: 'Sofia Teste', after: null }],
      },
      { by: 'Tiago Teste', action: 'interaction.end', changes: [] },
    ]);
    expect(
      await scene
        .knex('attendance_interactions')
        .where({ id: interactionId })
        .first('closed_by', 'closing_note'),
    ).toEqual({ closed_by: 'supervisor', closing_note: 'Nota da equipe.' });
  });

  it('[R17] [W4] [Z173] a whisper is in no transcript of the visitor, and the team finds it', async () => {
    await scene
      .knex('attendance_sites')
      .where('key', SITE_KEY)
      .update({ transcript: JSON.stringify({ canDownload: true, canEmail: false }) });
    const { ana, carla, interactionId, token } = await scene.conversation();
    const sofia = await supervisor();
    dataOf(
      await sofia.socket.emitWithAck('supervision:whisper', whisper(interactionId, 'Sussurro jabuticaba.')),
    );
    await say(ana, interactionId, 'Bom dia!');
    dataOf(await ana.socket.emitWithAck('interaction:end', { interactionId }));
    const reader = { locale: 'pt-BR', timeZone: 'America/Sao_Paulo' } as const;
    const written = dataOf(await carla.socket.emitWithAck('transcript:write', { interactionId, ...reader }));
    const again = await scene.visitor({ token });
    const listed = await settled(carla, interactionId);
    for (const seen of [written, listed]) expect(JSON.stringify(seen)).toContain('Bom dia!');
    for (const seen of [written, listed, again.snapshot])
      expect(JSON.stringify(seen)).not.toMatch(/jabuticaba|Sofia/);
    const { notes } = dataOf(await sofia.socket.emitWithAck('note:list', { interactionId }));
    expect(notes).toMatchObject([{ body: 'Sussurro jabuticaba.', isWhisper: true }]);
  });
});

describe('what supervisors do', () => {
  it('[R17] [Z173] a whisper reaches every tab of the agent and all who follow, once; a retry nobody', async () => {
    const { ana, interactionId } = await scene.conversation();
    const [second, sofia, tiago] = [await scene.agent(), await supervisor(), await supervisor(tiagoToken)];
    for (const one of [sofia, tiago]) await follow(one, interactionId);
    const heardBy = [ana, second, sofia, tiago].map(({ socket }) => recordFacts(socket));
    const command = whisper(interactionId, 'Pergunte pelo pedido.');
    const first = dataOf(await sofia.socket.emitWithAck('supervision:whisper', command));
    expect(dataOf(await sofia.socket.emitWithAck('supervision:whisper', command))).toEqual(first);
    for (const client of [ana, second, sofia, tiago]) await heard(client);
    const named = (name: string) => heardBy.map((facts) => facts.filter((fact) => fact.name === name).length);
    expect(named('note:written')).toEqual([1, 1, 0, 0]);
    expect(named('supervision:note-written')).toEqual([0, 0, 0, 1]);
    const other = whisper(interactionId, 'Outro.');
    expect(codeOf(await sofia.socket.emitWithAck('supervision:whisper', other))).toBe('conflict');
  });

  it('[R17] [R15] [Z170] a take-over moves the chat to the supervisor, who follows it no more and may go on', async () => {
    const { ana, carla, interactionId, token } = await scene.conversation();
    const sofia = await supervisorOnline();
    const tiago = await supervisor(tiagoToken);
    for (const one of [sofia, tiago]) await follow(one, interactionId);
    const [gone, mine, released] = [
      nextFact(ana.socket, 'interaction:removed'),
      nextFact(sofia.socket, 'interaction:changed'),
      nextFact(sofia.socket, 'supervision:released'),
    ];
    const shown = nextFact(sofia.socket, 'followers:changed');
    const { interaction } = dataOf(
      await sofia.socket.emitWithAck('supervision:take-over', { interactionId }),
    );
    expect(interaction).toMatchObject({ id: interactionId, agentId: sofia.snapshot.self.id, openedAt: null });
    expect(await gone).toEqual({ interactionId, reason: 'reassigned' });
    expect((await mine).interaction).toMatchObject({ id: interactionId });
    expect(await released).toEqual({ interactionId, reason: 'yours' });
    expect(await shown).toEqual({ interactionId, names: ['Tiago Teste'] });
    dataOf(await sofia.socket.emitWithAck('interaction:open', { interactionId }));
    await expectChatWorks({ ana: sofia, carla, interactionId, token });
    expect(codeOf(await sofia.socket.emitWithAck('supervision:follow', { interactionId }))).toBe('conflict');
  });

  it('[R17] [R2] [R16] [Z170] refused where it does not fit, with the reason, and the chat goes on where it was', async () => {
    const conversation = await scene.conversation();
    const { interactionId } = conversation;
    const sofia = await supervisor();
    const take = () => sofia.socket.emitWithAck('supervision:take-over', { interactionId });
    expect(await take()).toMatchObject({ ok: false, error: { code: 'conflict', obstacle: 'offline' } });
    dataOf(await sofia.socket.emitWithAck('presence:set', { presence: 'online' }));
    await scene.knex('attendance_agents').where({ id: sofia.snapshot.self.id }).update({ capacity: 0 });
    expect(await take()).toMatchObject({ ok: false, error: { code: 'conflict', obstacle: 'full' } });
    await expectChatWorks(conversation);
    dataOf(await conversation.carla.socket.emitWithAck('interaction:end', { interactionId }));
    expect(await take()).toMatchObject({ ok: false, error: { code: 'conflict', obstacle: 'ended' } });
    expect(await audited()).toEqual([]);
  });

  it('[R17] [R2] [K4] of many taken over and ended at once, each is one’s, and no capacity is exceeded', async () => {
    const ana = await scene.online();
    await scene.knex('attendance_agents').where({ id: ana.snapshot.self.id }).update({ capacity: 12 });
    const ids: InteractionId[] = [];
    for (let count = 0; count < 10; count += 1)
      ids.push((await scene.request(await scene.visitor())).interaction.id);
    const [sofia, tiago] = [await supervisorOnline(), await supervisorOnline(tiagoToken)];
    const answers = await Promise.all(
      ids.flatMap((interactionId, index) => [
        sofia.socket.emitWithAck('supervision:take-over', { interactionId }),
        tiago.socket.emitWithAck('supervision:take-over', { interactionId }),
        ...(index % 3 === 0 ? [ana.socket.emitWithAck('interaction:end', { interactionId })] : []),
      ]),
    );
    const refused = answers.flatMap((answer) => (answer.ok ? [] : [answer.error.code]));
    expect(refused.filter((code) => code !== 'conflict' && code !== 'not_found')).toEqual([]);
    const slots = (await scene.knex('attendance_slots')) as { agent_id: number; interaction_id: number }[];
    for (const { snapshot } of [sofia, tiago])
      expect(slots.filter((slot) => slot.agent_id === snapshot.self.id).length).toBeLessThanOrEqual(4);
    expect(new Set(slots.map((slot) => slot.interaction_id)).size).toBe(slots.length);
    const open = (await scene.knex('attendance_interactions').where({ status: 'assigned' })) as {
      id: number;
      agent_id: number;
    }[];
    expect(slots.map((slot) => `${slot.interaction_id}/${slot.agent_id}`).sort()).toEqual(
      open.map((one) => `${one.id}/${one.agent_id}`).sort(),
    );
  });

  it('[R17] [R7] [Z171] put back it keeps its place, goes to a colleague, and to nobody while its agent is alone excluded', async () => {
    const { ana, interactionId } = await scene.conversation();
    const [{ waiting_since: place }] = (await scene
      .knex('attendance_interactions')
      .where({ id: interactionId })) as [{ waiting_since: number }];
    const bruno = await scene.online('bruno');
    const sofia = await supervisor();
    const given = nextFact(bruno.socket, 'interaction:changed');
    const gone = nextFact(ana.socket, 'interaction:removed');
    dataOf(await sofia.socket.emitWithAck('supervision:put-back', { interactionId }));
    expect((await given).interaction).toMatchObject({ id: interactionId, waitingSince: place });
    expect(await gone).toEqual({ interactionId, reason: 'reassigned' });
  });

  it('[R17] [R14] [Z172] what was left is ended: of an agent who is away, yellow, and its capacity is free', async () => {
    const { ana, carla, interactionId } = await scene.conversation();
    dataOf(await carla.socket.emitWithAck('interaction:end', { interactionId }));
    const second = await scene.agent();
    const gone = nextFact(second.socket, 'interaction:removed');
    ana.socket.disconnect();
    const sofia = await supervisor();
    dataOf(await sofia.socket.emitWithAck('supervision:end', { interactionId }));
    expect(await gone).toEqual({ interactionId, reason: 'ended' });
    expect(await scene.knex('attendance_slots')).toEqual([]);
    dataOf(await sofia.socket.emitWithAck('supervision:end', { interactionId }));
    expect(await audited()).toHaveLength(1);
  });

  it('[R17] [Z175] an agent is set Offline: every tab reads why, the queue passes by, and Online again forgets it', async () => {
    const conversation = await scene.conversation();
    const { ana } = conversation;
    const second = await scene.agent();
    const sofia = await supervisor();
    const agentId = ana.snapshot.self.id;
    const told = [ana, second].map(({ socket }) => nextFact(socket, 'self:changed'));
    const set = () =>
      sofia.socket.emitWithAck('supervision:set-offline', { agentId, reason: 'Reunião às 15h.' });
    dataOf(await set());
    for (const one of told)
      expect((await one).self).toMatchObject({
        presence: 'offline',
        offlineReason: 'supervisor',
        offlineNote: 'Reunião às 15h.',
      });
    expect((await scene.request(await scene.visitor())).interaction.status).toBe('waiting');
    await expectChatWorks(conversation);
    expect(codeOf(await set())).toBe('conflict');
    const { self } = dataOf(await ana.socket.emitWithAck('presence:set', { presence: 'online' }));
    expect(self).toMatchObject({ offlineReason: null });
    expect(self).not.toHaveProperty('offlineNote');
    expect(await audited()).toEqual([
      {
        by: 'Sofia Teste',
        action: 'agent.set-offline',
        subject: 'Ana Teste',
        changes: [{ field: 'reason', before: null, after: 'Reunião às 15h.' }],
      },
    ]);
    const blank = { agentId, reason: '   ' };
    expect(codeOf(await sofia.socket.emitWithAck('supervision:set-offline', blank))).toBe('bad_request');
  });

  it('[Z176] live ones are found by name and by number, waiting ones too', async () => {
    const { ana, interactionId } = await scene.conversation();
    dataOf(await ana.socket.emitWithAck('visitor:update', { interactionId, name: 'Carla Conceição' }));
    await scene.knex('attendance_agents').where({ id: ana.snapshot.self.id }).update({ capacity: 1 });
    const waiting = await scene.request(await scene.visitor());
    const sofia = await supervisor();
    const found = async (text: string) =>
      dataOf(await sofia.socket.emitWithAck('supervision:search', { text })).interactions;
    expect(await found('conceicao')).toMatchObject([
      {
        interactionId,
        agentId: ana.snapshot.self.id,
        agentName: 'Ana Teste',
        visitorName: 'Carla Conceição',
      },
    ]);
    const [{ protocol_number: number }] = (await scene
      .knex('attendance_interactions')
      .where({ id: waiting.interaction.id })) as [{ protocol_number: string }];
    expect(await found(number)).toMatchObject([{ interactionId: waiting.interaction.id, agentId: null }]);
    expect((await found('')).map((one) => one.interactionId)).toEqual([
      interactionId,
      waiting.interaction.id,
    ]);
    dataOf(await ana.socket.emitWithAck('interaction:end', { interactionId }));
    expect(await found('conceicao')).toEqual([]);
  });
});

describe('the live board', () => {
  it('[D3] tells who waits, who is there and what they hold, and comes again when something changes', async () => {
    const { ana, interactionId } = await scene.conversation();
    await scene.knex('attendance_agents').where({ id: ana.snapshot.self.id }).update({ capacity: 1 });
    const sofia = await supervisor();
    const { board } = dataOf(await sofia.socket.emitWithAck('board:watch', {}));
    const anas = (one: typeof board) => one.agents.find(({ id }) => id === ana.snapshot.self.id);
    expect(board).toMatchObject({ queues: [], waitingCount: 0, waiting: [] });
    expect(anas(board)).toMatchObject({
      name: 'Ana Teste',
      presence: 'online',
      isConnected: true,
      offlineReason: null,
      offlineNote: '',
      capacity: 1,
      load: 1,
      isInCall: false,
      isReserved: false,
      interactions: [{ id: interactionId, channel: 'chat', visitorEndedAt: null }],
    });
    expect(board.agents.find(({ id }) => id === sofia.snapshot.self.id)).toMatchObject({
      presence: 'offline',
      isConnected: true,
      load: 0,
    });
    expect(board.today).toMatchObject({ requested: 1, answered: 1, abandoned: 0 });
    const changed = nextFact(sofia.socket, 'board:changed', (fact) => fact.board.waitingCount === 1);
    const waiting = await scene.request(await scene.visitor());
    const after = (await changed).board;
    expect(after).toMatchObject({
      queues: [{ department: null, waiting: { chat: 1, voice: 0, video: 0 }, away: 0 }],
      waiting: [{ interactionId: waiting.interaction.id, isAway: false }],
      today: { requested: 2 },
    });
    expect(after.queues[0]?.longestSince).toBe(after.waiting[0]?.waitingSince);
    const offline = nextFact(
      sofia.socket,
      'board:changed',
      (fact) => anas(fact.board)?.offlineNote === 'Almoço.',
    );
    const reason = { agentId: ana.snapshot.self.id, reason: 'Almoço.' };
    dataOf(await sofia.socket.emitWithAck('supervision:set-offline', reason));
    expect(anas((await offline).board)).toMatchObject({ presence: 'offline', offlineReason: 'supervisor' });
    const lost = nextFact(sofia.socket, 'board:changed', (fact) => anas(fact.board)?.isConnected === false);
    ana.socket.disconnect();
    await lost;
  });

  it('[D3] comes at most once a second however much happens, only when something changed, and only to who watches', async () => {
    const conversation = await scene.conversation();
    const [sofia, tiago] = [await supervisor(), await supervisor(tiagoToken)];
    dataOf(await sofia.socket.emitWithAck('board:watch', {}));
    dataOf(await tiago.socket.emitWithAck('board:watch', {}));
    dataOf(await tiago.socket.emitWithAck('board:unwatch', {}));
    const [hers, his] = [recordFacts(sofia.socket), recordFacts(tiago.socket)];
    const ofBoard = (facts: readonly RecordedFact[]) => facts.filter(({ name }) => name === 'board:changed');
    const begun = Date.now();
    const first = nextFact(sofia.socket, 'board:changed');
    for (let count = 0; count < 20; count += 1)
      await say(conversation.carla, conversation.interactionId, `linha ${count}`);
    await first;
    const last = nextFact(sofia.socket, 'board:changed', ({ board }) => board.waitingCount === 1);
    await scene.knex('attendance_agents').update({ capacity: 1 });
    await scene.request(await scene.visitor());
    await last;
    const seconds = Math.ceil((Date.now() - begun) / 1_000);
    expect(ofBoard(hers).length).toBeLessThanOrEqual(seconds + 1);
    expect(ofBoard(his)).toEqual([]);
    const boards = ofBoard(hers).map(({ payload }) => {
      const { board } = payload as { board: object };
      return JSON.stringify({ ...board, asOf: 0 });
    });
    expect(new Set(boards).size).toBe(boards.length);
  });
});
