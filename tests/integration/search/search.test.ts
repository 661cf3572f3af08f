import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';

import {
  createReadWorker,
  type ReadWorker,
} from '../../../plugins/attendance/server/src/adapters/reading/read-worker';
import { openSearchIndex } from '../../../plugins/attendance/server/src/adapters/search/search-index';
import type { AgentId, InteractionId, TagId } from '../../../plugins/attendance/protocol/schemas/ids';
import type { FoundInteraction, SearchQuery } from '../../../plugins/attendance/protocol/search/search';
import type { Tag } from '../../../plugins/attendance/protocol/tools/tools';
import { adminFetch, signInAs } from '../../support/strapi/admin';
import { codeOf, connectAgent, dataOf, sendRaw, type AgentClient } from '../../support/wire/clients';
import { expectChatWorks, post, startScene, type Scene } from '../../support/scene';

const DAY = 86_400_000;
const WORKER = new URL('../../../plugins/attendance/dist/reader/worker.js', import.meta.url).pathname;

let scene: Scene;
let supervisor: string;
let admin: string;

beforeAll(async () => {
  scene = await startScene();
  admin = await signInAs(scene.server, 'Administra', 'strapi-super-admin');
  supervisor = await signInAs(scene.server, 'Sofia', 'attendance-supervisor');
});

afterEach(async () => {
  await scene.reset();
  for (const table of ['visitors', 'visitor_terms', 'assignments', 'notes', 'interaction_tags', 'tags'])
    await scene.knex(`attendance_${table}`).delete();
});

afterAll(() => scene.stop());

async function sofia(): Promise<AgentClient> {
  const client = await connectAgent(scene.server.url, supervisor);
  scene.close(client.socket);
  return client;
}

async function tag(name: string): Promise<TagId> {
  const url = `${scene.server.url}/attendance/tags`;
  const body = { name, colour: '#4945ff', isArchived: false };
  return (await adminFetch<Tag>(url, { token: admin, method: 'POST', body })).data.id;
}

interface Told {
  readonly name?: string;
  readonly email?: string;
  readonly phone?: string;
  readonly document?: string;
  readonly says?: readonly string[];
  readonly answers?: readonly string[];
  readonly note?: string;
  readonly tagId?: TagId;
  readonly closingNote?: string;
}

interface Ended {
  readonly interactionId: InteractionId;
  readonly protocolNumber: string;
}

/** A chat that this agent attended to its end. */
async function ended(agent: AgentClient, told: Told = {}): Promise<Ended> {
  const { answers = [], closingNote, note, says = [], tagId, ...fields } = told;
  const carla = await scene.visitor();
  const { interaction } = await scene.request(carla);
  const interactionId = interaction.id;
  const opened = dataOf(await agent.socket.emitWithAck('interaction:open', { interactionId }));
  dataOf(await agent.socket.emitWithAck('visitor:update', { interactionId, ...fields }));
  for (const text of says) dataOf(await carla.socket.emitWithAck('message:post', post(interactionId, text)));
  for (const text of answers)
    dataOf(await agent.socket.emitWithAck('message:post', post(interactionId, text)));
  if (note !== undefined) {
    const { body, clientMessageId: clientNoteId } = post(interactionId, note);
    dataOf(await agent.socket.emitWithAck('note:write', { interactionId, body, clientNoteId }));
  }
  if (tagId !== undefined) dataOf(await agent.socket.emitWithAck('tag:add', { interactionId, tagId }));
  const closing = closingNote === undefined ? {} : { closingNote };
  dataOf(await agent.socket.emitWithAck('interaction:end', { interactionId, ...closing }));
  return { interactionId, protocolNumber: opened.interaction.protocolNumber };
}

/** Everything that is over has been read by now. */
const indexed = () =>
  expect
    .poll(
      () =>
        scene
          .knex('attendance_interactions')
          .whereNotNull('ended_at')
          .whereNull('search_version')
          .pluck('id'),
      { timeout: 5_000 },
    )
    .toEqual([]);

async function search(agent: AgentClient, query: Partial<SearchQuery> = {}) {
  return dataOf(await agent.socket.emitWithAck('interaction:search', query));
}
const found = async (agent: AgentClient, query: string | Partial<SearchQuery>): Promise<InteractionId[]> =>
  (await search(agent, typeof query === 'string' ? { text: query } : query)).interactions.map(({ id }) => id);

describe('past interactions are found', () => {
  it('[A8, C9] by visitor, protocol number, message, note, closing note and tag, and nothing else of the company', async () => {
    const ana = await scene.online();
    const trocas = await tag('Troca e devolução');
    const one = await ended(ana, {
      name: 'Carla Conceição',
      email: 'carla.dias@exemplo.com',
      phone: '+55 11 94002-8922',
      document: '123.456.789-09',
      says: ['Não recebi a segunda via do boleto'],
      answers: ['Já reenviei para o seu e-mail'],
      note: 'cliente impaciente, ligar amanhã',
      closingNote: 'resolvido com a financeira',
      tagId: trocas,
    });
    const other = await ended(ana, { name: 'Davi', says: ['bom dia'] });
    await indexed();
    for (const text of [
      'conceicao',
      'carla dias',
      'CARLA.DIAS@exemplo.com',
      '94002',
      '(11) 94002-8922',
      '123.456',
      one.protocolNumber,
      one.protocolNumber.replaceAll('-', ''),
      'nao recebi',
      'BOLETO',
      'bol',
      'reenviei',
      'impaciente',
      'amanha',
      'financeira',
      'devolucao',
      // Each piece in its own way.
      'carla boleto devol impaciente',
    ])
      expect(await found(ana, text), text).toEqual([one.interactionId]);
    for (const text of ['oleto', 'carla pix', 'bom boleto', '9400-3', '2020-000001'])
      expect(await found(ana, text), text).toEqual([]);
    // The newest first, while a text says too little yet.
    for (const text of ['', 'm'])
      expect((await found(ana, text)).slice(0, 2), text).toEqual([other.interactionId, one.interactionId]);
    // Finding C6: signs alone are asked for, and are nowhere.
    for (const text of ['%', '_', '"', '😀', "' OR 1=1 --", '* NEAR('])
      expect(await found(ana, text), text).toEqual([]);
    await expectChatWorks(await scene.conversation());
  });

  it('[A8] with who it was, how it went, and where the words stand', async () => {
    const ana = await scene.online();
    const { interactionId, protocolNumber } = await ended(ana, {
      name: 'Carla',
      says: ['olá', 'o boleto não chegou', 'boleto'],
      note: 'boleto 998 não chegou',
    });
    await indexed();
    const [byMessage] = (await search(ana, { text: 'ola' })).interactions;
    expect(byMessage).toMatchObject({
      id: interactionId,
      protocolNumber,
      channel: 'chat',
      agentName: 'Ana Teste',
      siteName: 'Loja de teste',
      departmentName: '',
      visitor: { name: 'Carla' },
      excerpt: { of: 'message', side: 'visitor', agentName: '', sequence: 2, text: 'olá' },
    } satisfies Partial<Record<keyof FoundInteraction, unknown>>);
    const [byNote] = (await search(ana, { text: 'boleto 998' })).interactions;
    expect(byNote?.excerpt).toEqual({
      of: 'note',
      side: 'agent',
      agentName: 'Ana Teste',
      sequence: null,
      text: 'boleto 998 não chegou',
    });
    // What was typed into a field comes after what was written, where both say as much.
    await scene
      .knex('attendance_interactions')
      .where('id', interactionId)
      .update({
        answers: JSON.stringify([
          { fieldId: 'a', type: 'text', label: 'Pedido', value: 'o boleto 77', shown: 'o boleto 77' },
        ]),
      });
    expect((await search(ana, { text: 'o boleto' })).interactions[0]?.excerpt?.of).toBe('message');
    // Found by the name alone: nothing that was written is to be shown.
    expect((await search(ana, { text: 'carla' })).interactions[0]?.excerpt).toBeNull();
    expect(await search(ana, {})).toMatchObject({ hasMore: false, isIncomplete: false });
  });

  it('[A8] by tags, all of them, by agent, channel and period', async () => {
    const ana = await scene.online();
    const [trocas, urgente] = [await tag('Trocas'), await tag('Urgente')];
    const both = await ended(ana, { tagId: trocas });
    const one = await ended(ana, { tagId: trocas });
    await scene
      .knex('attendance_interaction_tags')
      .insert({ interaction_id: both.interactionId, tag_id: urgente, agent_id: 1, tagged_at: 1 });
    await scene
      .knex('attendance_interactions')
      .where('id', one.interactionId)
      .update({ channel: 'video', waiting_since: Date.now() - 3 * DAY });
    expect(await found(ana, { tagIds: [trocas] })).toEqual([one.interactionId, both.interactionId]);
    expect(await found(ana, { tagIds: [trocas, urgente] })).toEqual([both.interactionId]);
    expect(await found(ana, { channel: 'video' })).toEqual([one.interactionId]);
    expect(await found(ana, { from: Date.now() - DAY })).toEqual([both.interactionId]);
    expect(await found(ana, { until: Date.now() - DAY })).toEqual([one.interactionId]);
    expect(await found(ana, { from: Date.now() - 4 * DAY, until: Date.now() - 2 * DAY })).toEqual([
      one.interactionId,
    ]);
    const { agents } = dataOf(await ana.socket.emitWithAck('interaction:agents', {}));
    expect(agents.map(({ name }) => name)).toEqual(['Ana Teste']);
    expect(await found(ana, { agentId: agents[0]?.id as AgentId })).toHaveLength(2);
    expect(await found(ana, { agentId: 4_000 as AgentId })).toEqual([]);
  });

  it('[A8] and a cursor that nobody was given shows nothing, and breaks nothing', async () => {
    const ana = await scene.online();
    await ended(ana);
    expect(await found(ana, { before: 1 as InteractionId })).toEqual([]);
    for (const before of ['1 OR 1=1', -1, 1.5, null, [1]])
      expect(codeOf(await sendRaw(ana.socket, 'interaction:search', { before }))).toBe('bad_request');
  });

  it('[A8] what still goes on is not past, and what was waited for in vain is a supervisor’s to find', async () => {
    const { ana, carla, interactionId } = await scene.conversation();
    dataOf(await carla.socket.emitWithAck('message:post', post(interactionId, 'boleto')));
    const abandoned = (interactionId + 1) as InteractionId;
    await scene.knex('attendance_interactions').insert({
      id: abandoned,
      visitor_id: 1,
      site_id: 1,
      status: 'abandoned',
      channel: 'chat',
      protocol_number: 'x',
      waiting_since: 1,
      ended_at: 2,
    });
    const boss = await sofia();
    expect(await found(boss, {})).toEqual([abandoned]);
    expect((await search(boss)).interactions[0]?.agentName).toBe('');
    expect(await found(ana, {})).toEqual([]);
  });
});

describe('whose they are', () => {
  it('[A8, Z10, Z71, K9] an agent finds and reads what they opened, a supervisor all, and others nothing', async () => {
    const ana = await scene.online();
    const { interactionId } = await ended(ana, { says: ['boleto'], note: 'só nosso' });
    await indexed();
    dataOf(await ana.socket.emitWithAck('presence:set', { presence: 'offline' }));
    const [bruno, boss] = [await scene.online('bruno'), await sofia()];
    expect(await found(ana, 'boleto')).toEqual([interactionId]);
    expect(await found(boss, 'boleto')).toEqual([interactionId]);
    expect(await found(bruno, 'boleto')).toEqual([]);
    expect(await found(bruno, { agentId: (await anaId()) as AgentId })).toEqual([]);
    for (const [who, code] of [
      [ana, null],
      [boss, null],
      [bruno, 'not_found'],
    ] as const) {
      const messages = await who.socket.emitWithAck('message:list', { interactionId, limit: 10 });
      const notes = await who.socket.emitWithAck('note:list', { interactionId });
      if (code === null) {
        expect(dataOf(messages).messages.map((line) => ('body' in line ? line.body : ''))).toContain(
          'boleto',
        );
        expect(dataOf(notes).notes.map(({ body }) => body)).toEqual(['só nosso']);
      } else expect([codeOf(messages), codeOf(notes)]).toEqual([code, code]);
    }
    expect(dataOf(await bruno.socket.emitWithAck('interaction:agents', {})).agents).toEqual([]);
    expect(dataOf(await boss.socket.emitWithAck('interaction:agents', {})).agents).toMatchObject([
      { name: 'Ana Teste' },
    ]);
  });

  it('[Z10] what rang at an agent and was never opened is not theirs to find', async () => {
    const ana = await scene.online();
    const carla = await scene.visitor();
    const { interaction } = await scene.request(carla);
    dataOf(await carla.socket.emitWithAck('message:post', post(interaction.id, 'boleto')));
    await expect
      .poll(() =>
        scene.knex('attendance_assignments').where('interaction_id', interaction.id).pluck('opened_at'),
      )
      .toEqual([null]);
    dataOf(await ana.socket.emitWithAck('interaction:end', { interactionId: interaction.id }));
    await indexed();
    expect(await found(ana, 'boleto')).toEqual([]);
    expect(await found(await sofia(), 'boleto')).toEqual([interaction.id]);
  });

  async function anaId(): Promise<number> {
    const [row] = (await scene.knex('attendance_agents').where('public_name', 'Ana Teste').select('id')) as {
      id: number;
    }[];
    return row?.id ?? 0;
  }
});

describe('the index', () => {
  it('[Z77] holds no text, and of an older installation what was written before it was there', async () => {
    const ana = await scene.online();
    const { interactionId } = await ended(ana, { says: ['rinoceronte azul', 'azul rinoceronte'] });
    await indexed();
    await scene.knex.raw('DROP TABLE attendance_search');
    await scene.knex('attendance_interactions').update({ search_version: null });
    await openSearchIndex(scene.knex);
    await indexed();
    expect(await found(ana, 'rinoceronte')).toEqual([interactionId]);
    const rows = (await scene.knex.raw('SELECT * FROM attendance_search')) as { words: unknown }[];
    expect(rows.map(({ words }) => words)).toEqual([null]);
  });
});

describe('the thread that reads', () => {
  const filename = () => scene.server.strapi.config.get<string>('database.connection.connection.filename');
  const overdue: string[] = [];
  const readers: ReadWorker[] = [];
  const open = (workerFile: string, timeoutMs?: number): ReadWorker => {
    const reader = createReadWorker({
      workerFile,
      filename: filename(),
      appFolder: scene.server.strapi.dirs.app.root,
      onOverdue: (name) => overdue.push(name),
      ...(timeoutMs !== undefined && { timeoutMs }),
    });
    readers.push(reader);
    return reader;
  };
  const STUCK = new URL('../../support/wire/hanging-worker.mjs', import.meta.url).pathname;
  const ask = (reader: ReadWorker, what: string) => reader.read('interactions:holders', what as never);

  afterEach(async () => {
    for (const reader of readers.splice(0)) await reader.stop();
    overdue.length = 0;
  });

  it('[Z78] reads the same database, and what it cannot read is said', async () => {
    const ana = await scene.online();
    await ended(ana);
    const reader = open(WORKER);
    expect(await reader.read('interactions:holders', null)).toMatchObject({
      ok: true,
      data: [{ name: 'Ana Teste' }],
    });
    await expect(open(STUCK).read('interactions:holders', 'fault' as never)).rejects.toThrow('no such table');
  });

  it('[Z78] gives up what takes too long, and reads on', async () => {
    const reader = open(STUCK, 300);
    expect(await ask(reader, 'for ever')).toEqual({ ok: false, code: 'unavailable' });
    expect(overdue).toEqual(['interactions:holders']);
    expect(await ask(reader, 'again')).toEqual({ ok: true, data: 'read' });
  });

  it('[Z78] is replaced when it dies', async () => {
    const reader = open(STUCK);
    await expect(ask(reader, 'die')).rejects.toThrow('has ended');
    expect(await ask(reader, 'again')).toEqual({ ok: true, data: 'read' });
  });

  it('[Z78] refuses a crowd at once', async () => {
    const reader = open(STUCK, 1_000);
    const asked = Array.from({ length: 33 }, () => ask(reader, 'for ever'));
    expect(await asked.at(-1)).toEqual({ ok: false, code: 'unavailable' });
    expect(overdue).toEqual([]);
    await Promise.all(asked);
  });
});
