import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';

import { systemClock } from '../../../plugins/attendance/server/src/adapters/strapi/system-clock';
import { ensureTerms } from '../../../plugins/attendance/server/src/application/visitors/store-terms';
import { openInteractions } from '../../../plugins/attendance/server/src/composition/storage/interactions';
import type { InteractionId, VisitorId } from '../../../plugins/attendance/protocol/schemas/ids';
import type { MergeChoices } from '../../../plugins/attendance/protocol/visitors/known-visitors';
import { adminFetch, signInAs } from '../../support/strapi/admin';
import {
  codeOf,
  connectAgent,
  dataOf,
  nextFact,
  recordFacts,
  sendRaw,
  type AgentClient,
  type VisitorClient,
} from '../../support/wire/clients';
import { elsewhere } from '../../support/strapi/second-site';
import { expectChatWorks, post, startScene, type Conversation, type Scene } from '../../support/scene';

let scene: Scene;
let admin: string;
let supervisor: string;

beforeAll(async () => {
  scene = await startScene();
  admin = await signInAs(scene.server, 'Administra', 'strapi-super-admin');
  supervisor = await signInAs(scene.server, 'Sofia', 'attendance-supervisor');
});

afterEach(async () => {
  const { data } = await call<{ id: number }[]>('/blocks');
  for (const { id } of data) await call(`/blocks/${id}`, 'DELETE');
  await scene.reset();
  for (const table of [
    'visitors',
    'visitor_terms',
    'visitor_tokens',
    'blocks',
    'assignments',
    'custom_fields',
  ])
    await scene.knex(`attendance_${table}`).delete();
});

afterAll(() => scene.stop());

const call = <Data>(path: string, method = 'GET', body?: unknown, token = admin) =>
  adminFetch<Data>(`${scene.server.url}/attendance${path}`, {
    token,
    method,
    ...(body !== undefined && { body }),
  });

const NO_CHOICE: MergeChoices = { fieldValues: {} };
const carlas = { name: 'Carla Conceição', email: 'carla@exemplo.com', document: '123.456.789-09' };

async function sofia(): Promise<AgentClient> {
  const client = await connectAgent(scene.server.url, supervisor);
  scene.close(client.socket);
  return client;
}

interface Attended extends Conversation {
  readonly visitorId: VisitorId;
}

/** One more visitor whom Ana attends, with what she typed of them. */
async function attended(ana: AgentClient, fields: object): Promise<Attended> {
  const carla = await scene.visitor();
  const { interaction, token } = await scene.request(carla);
  const { id: interactionId } = interaction;
  dataOf(await ana.socket.emitWithAck('interaction:open', { interactionId }));
  const { visitor } = dataOf(await ana.socket.emitWithAck('visitor:update', { interactionId, ...fields }));
  return { ana, carla, interactionId, token, visitorId: visitor.id };
}

const end = async (ana: AgentClient, interactionId: InteractionId) =>
  dataOf(await ana.socket.emitWithAck('interaction:end', { interactionId }));

/** An earlier visitor with a past, and the same person again in another browser, live. */
async function twice(fields: object = { email: 'CARLA@exemplo.com' }) {
  const ana = await scene.online();
  const before = await attended(ana, carlas);
  dataOf(await before.carla.socket.emitWithAck('message:post', post(before.interactionId, 'da outra vez')));
  await end(ana, before.interactionId);
  const now = await attended(ana, fields);
  return { ana, before, now };
}

const find = async ({ socket }: AgentClient, text: string) =>
  dataOf(await socket.emitWithAck('visitor:find', { text })).visitors.map(({ id }) => id);
const merge = (
  { socket }: AgentClient,
  interactionId: InteractionId,
  otherId: VisitorId,
  choices: MergeChoices = NO_CHOICE,
) => socket.emitWithAck('visitor:merge', { interactionId, otherId, choices });

describe('finding visitors', () => {
  it('[Z70] [Z71] an agent finds whom they attended, however it is typed; a supervisor all; a colleague nobody', async () => {
    const ana = await scene.online();
    const { interactionId, visitorId } = await attended(ana, carlas);
    for (const text of ['conceicao', 'CARLA@EXE', '123.456.789-09', '12345678'])
      expect(await find(ana, text)).toEqual([visitorId]);
    await end(ana, interactionId);
    const [bruno, boss] = [await scene.agent('bruno'), await sofia()];
    expect(await find(ana, 'carla')).toEqual([visitorId]);
    expect(await find(bruno, 'carla')).toEqual([]);
    expect(await find(boss, 'carla')).toEqual([visitorId]);
    const { visitors } = dataOf(await boss.socket.emitWithAck('visitor:find', { text: 'carla' }));
    expect(visitors).toMatchObject([{ interactionCount: 1, siteName: 'Loja de teste', name: carlas.name }]);
  });

  it('[Z70] [Z12] is bounded: what is no search finds nothing or is refused, and no visitor can ask', async () => {
    const ana = await scene.online();
    const { carla } = await attended(ana, carlas);
    for (const text of ['', '%', '_', ' '.repeat(50)]) expect(await find(ana, text)).toEqual([]);
    const refused = [
      { text: 'x'.repeat(121) },
      { text: ['carla'] },
      { text: 'carla', from: -1 },
      { text: 'carla', from: 2_001 },
      { text: 'carla', from: '0' },
      {},
    ];
    for (const payload of refused)
      expect(codeOf(await sendRaw(ana.socket, 'visitor:find', payload))).toMatch(/bad_request|too_large/);
    for (const name of ['visitor:find', 'visitor:duplicates', 'visitor:compare', 'visitor:merge'])
      expect(codeOf(await sendRaw(carla.socket, name, { text: 'carla' }))).toBe('bad_request');
  });

  it('[Z70] a beginning that too many share is looked at in part, and the answer says so', async () => {
    const boss = await sofia();
    const visitors = Array.from({ length: 2_100 }, (_, index) => ({ name: `Comum ${index}`, site_id: 1 }));
    for (let from = 0; from < visitors.length; from += 300)
      await scene.knex('attendance_visitors').insert(visitors.slice(from, from + 300));
    await ensureTerms(openInteractions(scene.knex, systemClock).database);
    const search = async (text: string) => dataOf(await boss.socket.emitWithAck('visitor:find', { text }));
    expect(await search('comum')).toMatchObject({ isCut: true, hasMore: true });
    // The rarer word is looked for first, and all who have it are seen.
    const { isCut, visitors: found } = await search('comum 2099');
    expect(isCut).toBe(false);
    expect(found.map(({ name }) => name)).toEqual(['Comum 2099']);
  });

  it('[Z70] those who were stored before there were terms are found too', async () => {
    const ana = await scene.online();
    const { visitorId } = await attended(ana, carlas);
    await scene.knex('attendance_visitor_terms').delete();
    await scene.knex('attendance_visitors').update({ terms_version: null });
    expect(await find(ana, 'carla')).toEqual([]);
    await ensureTerms(openInteractions(scene.knex, systemClock).database);
    expect(await find(ana, 'carla')).toEqual([visitorId]);
  });
});

describe('who may be the same person', () => {
  it('[Z72] is shown to whoever attends one of them, and to nobody else', async () => {
    const { ana, before, now } = await twice({ document: '12345678909', name: 'C. Conceição' });
    const { interactionId } = now;
    const { duplicates } = dataOf(await ana.socket.emitWithAck('visitor:duplicates', { interactionId }));
    expect(duplicates).toMatchObject([
      { shares: ['document'], visitor: { id: before.visitorId, name: carlas.name, interactionCount: 1 } },
    ]);
    const bruno = await scene.agent('bruno');
    const asked = { interactionId, otherId: before.visitorId };
    expect(codeOf(await bruno.socket.emitWithAck('visitor:duplicates', { interactionId }))).toBe('not_found');
    expect(codeOf(await bruno.socket.emitWithAck('visitor:compare', asked))).toBe('not_found');
    expect(codeOf(await merge(bruno, interactionId, before.visitorId))).toBe('not_found');
  });
});

describe('a merge', () => {
  it('[A4] [Z73] unites the past, is told to the agent, and is noted', async () => {
    const { ana, before, now } = await twice();
    const told = nextFact(ana.socket, 'visitor:merged');
    const changed = nextFact(
      ana.socket,
      'interaction:changed',
      ({ interaction }) => interaction.visitor.id === before.visitorId,
    );
    dataOf(await merge(ana, now.interactionId, before.visitorId));
    expect(await told).toMatchObject({ interactionId: now.interactionId, visitor: { ...carlas } });
    expect((await changed).interaction).toMatchObject({ id: now.interactionId, visitor: carlas });
    const { interactionId } = now;
    const past = dataOf(
      await ana.socket.emitWithAck('visitor:history', { interactionId, visitorId: before.visitorId }),
    );
    expect(past.interactions.map(({ id }) => id)).toEqual([before.interactionId]);
    const { messages } = dataOf(
      await ana.socket.emitWithAck('message:list', { interactionId: before.interactionId }),
    );
    expect(JSON.stringify(messages)).toContain('da outra vez');
    await expectChatWorks(now);
    const records = await scene.knex('attendance_audit_records').where({ action: 'visitor.merge' });
    expect(records).toHaveLength(1);
    expect(records[0]).toMatchObject({ subject: carlas.name, user_name: 'Ana Teste' });
    expect(JSON.stringify(records[0])).not.toContain('exemplo.com');
  });

  it('[Z73] [A4] asks to choose between data that differ, fields of one’s own too', async () => {
    const { ana, before, now } = await twice({ email: 'carla@exemplo.com', name: 'Carla D.' });
    const [fieldId] = (await scene.knex('attendance_custom_fields').insert({
      label: JSON.stringify({ 'pt-BR': 'Plano', en: '', es: '' }),
      type: 'text',
      subject: 'visitor',
      options: '[]',
      position: 0,
      version: 0,
      is_archived: false,
    })) as [number];
    await scene
      .knex('attendance_visitors')
      .where('id', before.visitorId)
      .update({ field_values: JSON.stringify({ [fieldId]: 'ouro' }) });
    const { interactionId } = now;
    const field = { interactionId, fieldId: fieldId as never, value: 'prata' };
    dataOf(await ana.socket.emitWithAck('field:set', field));
    const otherId = before.visitorId;
    const compared = dataOf(await ana.socket.emitWithAck('visitor:compare', { interactionId, otherId }));
    expect(compared).toMatchObject({
      visitor: { name: 'Carla D.', fieldValues: { [fieldId]: 'prata' } },
      other: { name: carlas.name, fieldValues: { [fieldId]: 'ouro' } },
      areBothLive: false,
    });
    expect(codeOf(await merge(ana, interactionId, otherId))).toBe('conflict');
    expect(codeOf(await merge(ana, interactionId, otherId, { ...NO_CHOICE, name: otherId }))).toBe(
      'conflict',
    );
    expect(await scene.knex('attendance_visitors').where('name', 'Carla D.')).toHaveLength(1);
    const choices = { name: otherId, fieldValues: { [fieldId]: now.visitorId } };
    dataOf(await merge(ana, interactionId, otherId, choices));
    const snapshot = (await scene.agent()).snapshot.interactions[0];
    expect(snapshot).toMatchObject({ visitor: carlas, fieldValues: { [fieldId]: 'prata' } });
  });

  it('[Z73] [P3] is refused while both have something going on, told beforehand, and changes nothing', async () => {
    const ana = await scene.online();
    const [one, other] = [await attended(ana, carlas), await attended(ana, { email: carlas.email })];
    const asked = { interactionId: other.interactionId, otherId: one.visitorId };
    expect(dataOf(await ana.socket.emitWithAck('visitor:compare', asked)).areBothLive).toBe(true);
    expect(codeOf(await merge(ana, other.interactionId, one.visitorId))).toBe('conflict');
    await expectChatWorks(one);
    await expectChatWorks(other);
    // Yellow is not live: the agent may go on with both.
    dataOf(await one.carla.socket.emitWithAck('interaction:end', { interactionId: one.interactionId }));
    dataOf(await merge(ana, other.interactionId, one.visitorId));
    await expectChatWorks(other);
    await end(ana, one.interactionId);
  });

  it('[Z73] tells the other agent who attends one of them', async () => {
    const { ana, before, now } = await twice();
    dataOf(await ana.socket.emitWithAck('presence:set', { presence: 'offline' }));
    const bruno = await scene.online('bruno');
    // Whom Ana attended comes back on another site, and is Bruno's there.
    const { visitorId } = before;
    const back = await elsewhere(scene, before.token);
    expect(back.snapshot.isRecognised).toBe(true);
    const { interaction } = await scene.request(back);
    dataOf(await bruno.socket.emitWithAck('interaction:open', { interactionId: interaction.id }));
    const [anaTold, brunoTold] = [
      nextFact(ana.socket, 'visitor:merged'),
      nextFact(bruno.socket, 'visitor:merged'),
    ];
    dataOf(await merge(ana, now.interactionId, visitorId));
    expect((await anaTold).interactionId).toBe(now.interactionId);
    expect((await brunoTold).interactionId).toBe(interaction.id);
    await expectChatWorks({ ana: bruno, carla: back, interactionId: interaction.id, token: before.token });
    await expectChatWorks(now);
  });

  it('[K9] [Z71] [Z73] nobody merges with somebody whom they may not find, or from what they do not hold', async () => {
    const { ana, before, now } = await twice({ name: 'Outra pessoa' });
    const bruno = await scene.online('bruno');
    dataOf(await ana.socket.emitWithAck('presence:set', { presence: 'offline' }));
    const theirs = await attended(bruno, { name: 'Bento' });
    const { interactionId } = theirs;
    const hostile = [
      { interactionId, otherId: before.visitorId },
      { interactionId, otherId: now.visitorId },
      { interactionId, otherId: theirs.visitorId },
      { interactionId, otherId: 999_999 as VisitorId },
      { interactionId: now.interactionId, otherId: theirs.visitorId },
      { interactionId: before.interactionId, otherId: theirs.visitorId },
      { interactionId: 999_999 as InteractionId, otherId: before.visitorId },
    ];
    for (const asked of hostile) {
      expect(codeOf(await bruno.socket.emitWithAck('visitor:compare', asked))).toBe('not_found');
      expect(codeOf(await merge(bruno, asked.interactionId, asked.otherId))).toBe('not_found');
    }
    for (const choices of [
      null,
      [],
      { fieldValues: [] },
      { fieldValues: {}, name: 'x' },
      { fieldValues: { a: {} } },
    ])
      expect(codeOf(await sendRaw(bruno.socket, 'visitor:merge', { ...hostile[0], choices }))).toBe(
        'bad_request',
      );
    expect(await scene.knex('attendance_visitors').whereNotNull('merged_into')).toEqual([]);
    await expectChatWorks(theirs);
    await expectChatWorks(now);
  });

  it('[Z73] [Z40] what cannot be noted is not done: one transaction', async () => {
    const { ana, before, now } = await twice();
    const tables = ['visitors', 'visitor_terms', 'visitor_tokens', 'interactions', 'blocks'];
    const stored = async () => {
      const rows = await Promise.all(tables.map((table) => scene.knex(`attendance_${table}`).orderBy('id')));
      return JSON.stringify(rows);
    };
    const was = await stored();
    await scene.knex.raw(`CREATE TRIGGER no_merge BEFORE INSERT ON attendance_audit_records
      WHEN NEW.action = 'visitor.merge' BEGIN SELECT RAISE(ABORT, 'the disk is full of notes'); END`);
    const refused = await merge(ana, now.interactionId, before.visitorId);
    await scene.knex.raw('DROP TRIGGER no_merge');
    expect(codeOf(refused)).toMatch(/internal|unavailable/);
    expect(JSON.stringify(refused)).not.toContain('disk');
    expect(await stored()).toBe(was);
    await expectChatWorks(now);
    dataOf(await merge(ana, now.interactionId, before.visitorId));
  });

  it('[Z73] [K7] asked for twice at once happens once', async () => {
    const { ana, before, now } = await twice();
    const answers = await Promise.all([1, 2, 3].map(() => merge(ana, now.interactionId, before.visitorId)));
    expect(answers.filter(({ ok }) => ok)).toHaveLength(1);
    expect(
      await scene.knex('attendance_audit_records').where({ action: 'visitor.merge' }).count(),
    ).not.toEqual(0);
    await expectChatWorks(now);
  });
});

describe('the browsers of one whom two became', () => {
  const isOf =
    (id: InteractionId) =>
    ({ interaction }: VisitorClient['snapshot']) =>
      interaction?.id === id;

  it('[Z73] [Z74] [P6] all show the one interaction at once, and each is recognised when it comes back', async () => {
    const { ana, before, now } = await twice();
    const told = nextFact(before.carla.socket, 'snapshot', isOf(now.interactionId));
    dataOf(await merge(ana, now.interactionId, before.visitorId));
    expect(await told).toMatchObject({ isRecognised: true, token: null, visitorName: carlas.name });
    await expectChatWorks({ ...now, carla: before.carla });
    // Closing one of the two is no absence.
    now.carla.socket.disconnect();
    await expectChatWorks({ ...now, carla: before.carla });
    for (const token of [before.token, now.token]) {
      const { snapshot } = await scene.visitor({ token });
      expect(snapshot).toMatchObject({ isRecognised: true, visitorName: carlas.name });
      expect(snapshot.interaction?.id).toBe(now.interactionId);
    }
  });

  it('[Z73] [P1] is away only once the last of both is gone', async () => {
    const { ana, before, now } = await twice();
    dataOf(await merge(ana, now.interactionId, before.visitorId));
    const facts = recordFacts(ana.socket);
    now.carla.socket.disconnect();
    await expectChatWorks({ ...now, carla: before.carla });
    expect(facts.filter(({ payload }) => JSON.stringify(payload).includes('"awayUntil":1'))).toEqual([]);
    const left = nextFact(
      ana.socket,
      'interaction:changed',
      ({ interaction }) => interaction.awayUntil !== null,
    );
    before.carla.socket.disconnect();
    await left;
  });

  it('[A10] [Z73] a block of either holds for both, in every open widget', async () => {
    const { ana, before, now } = await twice({ name: 'Anônima', document: '12345678909' });
    const blocked = nextFact(now.carla.socket, 'block:changed', ({ block }) => block !== null);
    const asBlocked = {
      interactionId: now.interactionId,
      reason: 'spam',
      duration: 'day' as const,
      withAddress: false,
    };
    const third = await attended(ana, { email: carlas.email });
    dataOf(await ana.socket.emitWithAck('visitor:block', asBlocked));
    await blocked;
    await end(ana, now.interactionId);
    const cut = nextFact(third.carla.socket, 'block:changed', ({ block }) => block !== null);
    dataOf(
      await merge(ana, third.interactionId, now.visitorId, { ...NO_CHOICE, name: now.visitorId }).then(
        (answer) => (answer.ok ? answer : merge(ana, third.interactionId, now.visitorId)),
      ),
    );
    await cut;
    const written = post(third.interactionId, 'e agora?');
    expect(codeOf(await third.carla.socket.emitWithAck('message:post', written))).toBe('forbidden');
    const again = await scene.visitor({ token: third.token });
    expect(again.snapshot.block).toBeDefined();
    expect(before.visitorId).not.toBe(third.visitorId);
  });
});
