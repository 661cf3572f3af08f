import { randomUUID } from 'node:crypto';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';

import type { AuditPage } from '../../../plugins/attendance/protocol/settings/audit';
import type { CannedResponse, CustomField, Tag } from '../../../plugins/attendance/protocol/tools/tools';
import { adminFetch, roleId, signIn } from '../../support/strapi/admin';
import { codeOf, dataOf, nextFact, recordFacts, sendRaw, type AgentClient } from '../../support/wire/clients';
import { expectChatWorks, post, startScene, type Scene } from '../../support/scene';

let scene: Scene;
let admin: string;

beforeAll(async () => {
  scene = await startScene();
  const { strapi } = scene.server;
  const roles = [await roleId(strapi, 'strapi-super-admin')];
  admin = (await signIn(strapi, { firstname: 'Administra', roles })).token;
});

afterEach(async () => {
  await scene.reset();
  for (const table of ['notes', 'interaction_tags', 'canned_responses', 'tags', 'custom_fields'])
    await scene.knex(`attendance_${table}`).delete();
});

afterAll(() => scene.stop());

const call = <Data>(method: string, path: string, body?: unknown) =>
  adminFetch<Data>(`${scene.server.url}/attendance${path}`, {
    token: admin,
    method,
    ...(body !== undefined && { body }),
  });
const makeTag = async (name: string): Promise<Tag> =>
  (await call<Tag>('POST', '/tags', { name, colour: '#15803d', isArchived: false })).data;
const makeField = async (overrides: Partial<CustomField> = {}): Promise<CustomField> => {
  const draft = {
    label: { 'pt-BR': 'Pedido', en: '', es: '' },
    type: 'text',
    subject: 'interaction',
    options: [],
    isArchived: false,
    ...overrides,
  };
  return (await call<CustomField>('POST', '/fields', draft)).data;
};
const noteOf = (interactionId: number, body: string, clientNoteId: string = randomUUID()) =>
  ({ interactionId, body, clientNoteId }) as never;

describe('notes', () => {
  it('[C9] [Z47] [S8] are kept, and neither sequence, indicator nor revision moves', async () => {
    const { ana, carla, interactionId } = await scene.conversation();
    dataOf(await carla.socket.emitWithAck('message:post', post(interactionId, 'Tem azul?')));
    const before = dataOf(await ana.socket.emitWithAck('interaction:open', { interactionId }));
    const { note } = dataOf(
      await ana.socket.emitWithAck('note:write', noteOf(interactionId, 'VIP\nlinha 2')),
    );
    expect(note).toMatchObject({ interactionId, body: 'VIP\nlinha 2', agentName: 'Ana Teste' });
    const after = dataOf(await ana.socket.emitWithAck('interaction:open', { interactionId }));
    expect(after.interaction).toEqual(before.interaction);
    expect(after.messages).toEqual(before.messages);
    expect(after.notes).toEqual([note]);
  });

  it('[C9] [Z47] the visitor hears and is answered nothing of notes, tags and fields', async () => {
    const conversation = await scene.conversation();
    const { ana, carla, interactionId, token } = conversation;
    const secret = `segredo-${randomUUID()}`;
    const facts = recordFacts(carla.socket);
    const tag = await makeTag(secret);
    const field = await makeField({ subject: 'visitor' });
    dataOf(await ana.socket.emitWithAck('note:write', noteOf(interactionId, secret)));
    dataOf(await ana.socket.emitWithAck('tag:add', { interactionId, tagId: tag.id }));
    dataOf(await ana.socket.emitWithAck('field:set', { interactionId, fieldId: field.id, value: secret }));
    // What comes next in order would come after anything told of those.
    dataOf(await ana.socket.emitWithAck('message:post', post(interactionId, 'Olá')));
    dataOf(await carla.socket.emitWithAck('message:post', post(interactionId, 'Oi')));
    await expectChatWorks(conversation);
    const names = new Set(facts.map(({ name }) => name));
    expect([...names].sort()).toEqual(['message:posted']);
    const again = await scene.visitor({ token });
    const list = dataOf(await again.socket.emitWithAck('message:list', { interactionId }));
    expect(list.messages.map(({ sequence }) => sequence)).toEqual(list.messages.map((_, index) => index + 1));
    dataOf(
      await ana.socket.emitWithAck('interaction:end', { interactionId, closingTag: '', closingNote: '' }),
    );
    const later = await scene.visitor({ token });
    const seen = JSON.stringify([facts, again.snapshot, list, later.snapshot]);
    expect(seen).not.toContain(secret);
    expect(seen).not.toMatch(/note|tagIds|fieldValues|tools/);
    const raw = await sendRaw(carla.socket, 'note:list', { interactionId });
    expect(codeOf(raw)).toBe('bad_request');
  });

  it('[Z47] the same id again is the same note, with another body a conflict', async () => {
    const { ana, interactionId } = await scene.conversation();
    const one = noteOf(interactionId, 'um', 'same-note-id');
    const first = dataOf(await ana.socket.emitWithAck('note:write', one));
    expect(dataOf(await ana.socket.emitWithAck('note:write', one))).toEqual(first);
    expect(
      codeOf(await ana.socket.emitWithAck('note:write', noteOf(interactionId, 'dois', 'same-note-id'))),
    ).toBe('conflict');
    const { notes } = dataOf(await ana.socket.emitWithAck('note:list', { interactionId }));
    expect(notes).toEqual([first.note]);
  });

  it('[P7] [C9] other tabs of the agent hear of it once, and the one that wrote it does not', async () => {
    const { ana, interactionId } = await scene.conversation();
    const own = recordFacts(ana.socket);
    const tab = await scene.agent();
    const told = nextFact(tab.socket, 'note:written');
    const { note } = dataOf(await ana.socket.emitWithAck('note:write', noteOf(interactionId, 'para depois')));
    expect(await told).toEqual({ note });
    expect(own.map(({ name }) => name)).not.toContain('note:written');
  });

  it('[Z49] [K9] another agent neither writes, reads, tags nor fills in', async () => {
    const { ana, interactionId } = await scene.conversation();
    const bruno = await scene.online('bruno');
    const heard = recordFacts(bruno.socket);
    const tag = await makeTag('Frete');
    const field = await makeField();
    dataOf(await ana.socket.emitWithAck('note:write', noteOf(interactionId, 'só minha')));
    const codes = [
      await bruno.socket.emitWithAck('note:write', noteOf(interactionId, 'intruso')),
      await bruno.socket.emitWithAck('note:list', { interactionId }),
      await bruno.socket.emitWithAck('tag:add', { interactionId, tagId: tag.id }),
      await bruno.socket.emitWithAck('tag:remove', { interactionId, tagId: tag.id }),
      await bruno.socket.emitWithAck('field:set', { interactionId, fieldId: field.id, value: 'x' }),
    ].map((answer) => codeOf(answer));
    expect(codes).toEqual(['not_found', 'not_found', 'not_found', 'not_found', 'not_found']);
    const { notes } = dataOf(await ana.socket.emitWithAck('note:list', { interactionId }));
    expect(notes.map(({ body }) => body)).toEqual(['só minha']);
    expect(heard.filter(({ name }) => name === 'note:written')).toEqual([]);
  });

  it('[C9] [Z10] are readable in the visitor’s past, and closed after the end', async () => {
    const { ana, carla, interactionId } = await scene.conversation();
    const tag = await makeTag('Troca');
    dataOf(await ana.socket.emitWithAck('note:write', noteOf(interactionId, 'da primeira vez')));
    dataOf(await ana.socket.emitWithAck('tag:add', { interactionId, tagId: tag.id }));
    dataOf(await ana.socket.emitWithAck('interaction:end', { interactionId }));
    expect(codeOf(await ana.socket.emitWithAck('note:write', noteOf(interactionId, 'tarde')))).toBe(
      'conflict',
    );
    // Whoever opened it reads it again; others do while they attend its visitor.
    const bruno = await scene.agent('bruno');
    const read = async ({ socket }: AgentClient) =>
      dataOf(await socket.emitWithAck('note:list', { interactionId })).notes.map(({ body }) => body);
    expect(await read(ana)).toEqual(['da primeira vez']);
    expect(codeOf(await bruno.socket.emitWithAck('note:list', { interactionId }))).toBe('not_found');
    dataOf(await ana.socket.emitWithAck('presence:set', { presence: 'offline' }));
    dataOf(await bruno.socket.emitWithAck('presence:set', { presence: 'online' }));
    const { interaction } = await scene.request(carla);
    expect(await read(bruno)).toEqual(['da primeira vez']);
    const row = (await scene.knex('attendance_interactions').where('id', interaction.id).first()) as {
      visitor_id: never;
    };
    const ask = { interactionId: interaction.id, visitorId: row.visitor_id };
    const { interactions } = dataOf(await bruno.socket.emitWithAck('visitor:history', ask));
    expect(interactions).toMatchObject([{ id: interactionId, tagIds: [tag.id] }]);
  });

  it.each([
    ['nothing visible', { body: '\u200b ' }, 'bad_request'],
    ['4,001 characters', { body: 'x'.repeat(4_001) }, 'too_large'],
    ['no client id', { clientNoteId: '' }, 'bad_request'],
  ])('[Z12] refuse %s', async (_, wrong, code) => {
    const { ana, interactionId } = await scene.conversation();
    const command = { interactionId, body: 'nota', clientNoteId: randomUUID(), ...wrong };
    expect(codeOf(await ana.socket.emitWithAck('note:write', command))).toBe(code);
  });
});

describe('tags', () => {
  it('[C9] [P7] are put on and taken off, twice harmlessly, in all tabs of the agent', async () => {
    const { ana, interactionId } = await scene.conversation();
    const tab = await scene.agent();
    const [one, other] = [await makeTag('Frete'), await makeTag('Troca')];
    const told = nextFact(
      tab.socket,
      'interaction:changed',
      ({ interaction }) => interaction.tagIds.length === 2,
    );
    for (const { id: tagId } of [one, other, one])
      dataOf(await ana.socket.emitWithAck('tag:add', { interactionId, tagId }));
    expect((await told).interaction.tagIds).toEqual([one.id, other.id]);
    const remove = { interactionId, tagId: one.id };
    dataOf(await ana.socket.emitWithAck('tag:remove', remove));
    const { tagIds } = dataOf(await ana.socket.emitWithAck('tag:remove', remove));
    expect(tagIds).toEqual([other.id]);
    const { snapshot } = await scene.agent();
    expect(snapshot.interactions[0]?.tagIds).toEqual([other.id]);
  });

  it('[Z50] one that is borne is not deleted; archived it stays, and is not put on any more', async () => {
    const { ana, interactionId } = await scene.conversation();
    const tag = await makeTag('Frete');
    dataOf(await ana.socket.emitWithAck('tag:add', { interactionId, tagId: tag.id }));
    expect((await call('DELETE', `/tags/${tag.id}`)).status).toBe(409);
    const { id: _, ...update } = { ...tag, isArchived: true };
    const told = nextFact(ana.socket, 'tools:changed', ({ tools }) => tools.tags[0]?.isArchived === true);
    expect((await call('PUT', `/tags/${tag.id}`, update)).status).toBe(200);
    await told;
    expect(dataOf(await ana.socket.emitWithAck('tag:add', { interactionId, tagId: tag.id })).tagIds).toEqual([
      tag.id,
    ]);
    dataOf(await ana.socket.emitWithAck('tag:remove', { interactionId, tagId: tag.id }));
    expect(codeOf(await ana.socket.emitWithAck('tag:add', { interactionId, tagId: tag.id }))).toBe(
      'conflict',
    );
    expect((await call('DELETE', `/tags/${tag.id}`)).status).toBe(200);
    expect(codeOf(await ana.socket.emitWithAck('tag:add', { interactionId, tagId: tag.id }))).toBe(
      'not_found',
    );
  });

  it('[Z9] two names that differ by capitals are one, and an edit needs the version it was made from', async () => {
    const tag = await makeTag('Frete');
    expect(
      (await call('POST', '/tags', { name: 'FRETE', colour: '#000000', isArchived: false })).status,
    ).toBe(409);
    const { id, ...update } = tag;
    expect((await call('PUT', `/tags/${id}`, { ...update, name: 'Entrega' })).status).toBe(200);
    expect((await call('PUT', `/tags/${id}`, { ...update, name: 'Outro' })).status).toBe(409);
    const other = await makeTag('Troca');
    const { id: otherId, ...taken } = { ...other, name: 'entrega' };
    expect((await call('PUT', `/tags/${otherId}`, taken)).status).toBe(409);
    expect((await call('PUT', '/tags/999999', update)).status).toBe(404);
    expect((await call<Tag[]>('GET', '/tags')).data.map(({ name }) => name)).toEqual(['Entrega', 'Troca']);
  });
});

describe('fields of one’s own', () => {
  it('[A4] [P7] are saved as typed, of visitor and interaction, in all tabs', async () => {
    const { ana, interactionId } = await scene.conversation();
    const tab = await scene.agent();
    const [mine, theirs] = [await makeField(), await makeField({ subject: 'visitor', type: 'number' })];
    const told = nextFact(
      tab.socket,
      'interaction:changed',
      ({ interaction }) => interaction.fieldValues[theirs.id] === 'mais ou menos 3',
    );
    dataOf(await ana.socket.emitWithAck('field:set', { interactionId, fieldId: mine.id, value: 'A-1' }));
    const { fieldValues } = dataOf(
      await ana.socket.emitWithAck('field:set', {
        interactionId,
        fieldId: theirs.id,
        value: 'mais ou menos 3',
      }),
    );
    expect(fieldValues).toEqual({ [mine.id]: 'A-1', [theirs.id]: 'mais ou menos 3' });
    await told;
    const cleared = { interactionId, fieldId: mine.id, value: '' };
    expect(dataOf(await ana.socket.emitWithAck('field:set', cleared)).fieldValues).toEqual({
      [theirs.id]: 'mais ou menos 3',
    });
  });

  it('[A4] [Z51] the visitor’s come back next time; the interaction keeps them as they were at its end', async () => {
    const { ana, carla, interactionId } = await scene.conversation();
    const [mine, theirs] = [await makeField(), await makeField({ subject: 'visitor' })];
    const set = async (id: number, fieldId: CustomField['id'], value: string) =>
      dataOf(await ana.socket.emitWithAck('field:set', { interactionId: id as never, fieldId, value }));
    await set(interactionId, mine.id, 'A-1');
    await set(interactionId, theirs.id, 'ouro');
    dataOf(await ana.socket.emitWithAck('interaction:end', { interactionId }));
    const { interaction } = await scene.request(carla);
    const opened = dataOf(
      await ana.socket.emitWithAck('interaction:open', { interactionId: interaction.id }),
    );
    expect(opened.interaction.fieldValues).toEqual({ [theirs.id]: 'ouro' });
    await set(interaction.id, theirs.id, 'prata');
    const row = (await scene.knex('attendance_interactions').where('id', interactionId).first()) as {
      field_values: string;
      visitor_fields_at_end: string;
    };
    expect(JSON.parse(row.field_values)).toEqual({ [mine.id]: 'A-1' });
    expect(JSON.parse(row.visitor_fields_at_end)).toEqual({ [theirs.id]: 'ouro' });
    expect((await call('DELETE', `/fields/${mine.id}`)).status).toBe(409);
  });

  it('[A4] [Z50] stand in the order that admins give; an archived one is not filled in', async () => {
    const [one, two, three] = [await makeField(), await makeField(), await makeField()];
    const { snapshot } = await scene.agent();
    expect(snapshot.tools.fields.map(({ id }) => id)).toEqual([one.id, two.id, three.id]);
    const { ana, interactionId } = await scene.conversation();
    const told = nextFact(ana.socket, 'tools:changed');
    await call('PUT', '/field-order', { ids: [three.id, one.id] });
    expect((await told).tools.fields.map(({ id }) => id)).toEqual([three.id, one.id, two.id]);
    const { id, ...update } = { ...one, isArchived: true };
    expect((await call('PUT', `/fields/${id}`, update)).status).toBe(200);
    const set = { interactionId, fieldId: one.id, value: 'x' };
    expect(codeOf(await ana.socket.emitWithAck('field:set', set))).toBe('not_found');
  });

  it.each<[string, object]>([
    ['no label', { label: { 'pt-BR': '', en: '', es: '' } }],
    ['a choice without options', { type: 'choice' }],
    ['options that are no choice’s', { options: ['a'] }],
    ['an option twice', { type: 'choice', options: ['a', 'a'] }],
    ['an unknown type', { type: 'script' }],
  ])('[Z12] are refused with %s', async (_, wrong) => {
    const draft = {
      label: { 'pt-BR': 'Pedido', en: '', es: '' },
      type: 'text',
      subject: 'visitor',
      options: [],
      isArchived: false,
      ...wrong,
    };
    expect((await call('POST', '/fields', draft)).status).toBe(400);
  });
});

describe('canned responses', () => {
  const draft = { shortcut: 'frete', title: 'Frete', body: 'Olá {{visitor.firstName}}', departmentId: null };

  it('[C8] are with every agent from the snapshot on, and change live', async () => {
    const made = (await call<CannedResponse>('POST', '/canned-responses', draft)).data;
    const { snapshot, socket } = await scene.agent();
    expect(snapshot.tools.cannedResponses).toEqual([made]);
    const changed = nextFact(socket, 'tools:changed');
    const { id, ...update } = { ...made, body: 'Grátis' };
    await call('PUT', `/canned-responses/${id}`, update);
    expect((await changed).tools.cannedResponses).toMatchObject([{ id, body: 'Grátis', version: 1 }]);
    const gone = nextFact(socket, 'tools:changed');
    expect((await call<CannedResponse>('DELETE', `/canned-responses/${id}`)).data.body).toBe('Grátis');
    expect((await gone).tools.cannedResponses).toEqual([]);
    expect((await call('DELETE', `/canned-responses/${id}`)).status).toBe(404);
  });

  it('[C8] [Z48] a shortcut is taken once, and an unknown variable is refused', async () => {
    expect((await call('POST', '/canned-responses', draft)).status).toBe(200);
    expect((await call('POST', '/canned-responses', { ...draft, shortcut: 'FRETE' })).status).toBe(409);
    const unknown = { ...draft, shortcut: 'x', body: '{{visitor.cpf}}' };
    expect((await call('POST', '/canned-responses', unknown)).status).toBe(400);
  });

  it('[Z12] markup and templates are kept as the text they are', async () => {
    const body = '<img src=x onerror=alert(1)> ${1+1} {% raw %}';
    const hostile = { ...draft, title: '<b>x</b>', body };
    await call('POST', '/canned-responses', hostile);
    const { snapshot } = await scene.agent();
    expect(snapshot.tools.cannedResponses).toMatchObject([{ title: '<b>x</b>', body }]);
  });
});

describe('what admins change of them', () => {
  it('[Z40] is noted with what was before and after', async () => {
    const tag = await makeTag('Frete');
    const { id, ...update } = { ...tag, name: 'Entrega' };
    await call('PUT', `/tags/${id}`, update);
    await call('DELETE', `/tags/${id}`);
    const [one, other] = [
      await makeField(),
      await makeField({ label: { 'pt-BR': 'Plano', en: '', es: '' } }),
    ];
    await call('PUT', '/field-order', { ids: [other.id, one.id] });
    const { entries } = (await call<AuditPage>('GET', '/audit')).data;
    expect(entries.slice(0, 6)).toMatchObject([
      {
        action: 'field.update',
        changes: [{ field: 'order', before: 'Pedido, Plano', after: 'Plano, Pedido' }],
      },
      { action: 'field.create', subject: 'Plano' },
      { action: 'field.create', subject: 'Pedido' },
      { action: 'tag.delete', subject: 'Entrega' },
      { action: 'tag.update', changes: [{ field: 'name', before: 'Frete', after: 'Entrega' }] },
      { action: 'tag.create', subject: 'Frete' },
    ]);
  });
});
