import { beforeEach, describe, expect, it } from 'vitest';

import type {
  AgentId,
  CustomFieldId,
  InteractionId,
  TagId,
} from '../../../../plugins/attendance/protocol/schemas/ids';
import { LIMITS } from '../../../../plugins/attendance/protocol/shared/limits';
import { setField } from '../../../../plugins/attendance/server/src/application/tools/set-field';
import { addTag, removeTag } from '../../../../plugins/attendance/server/src/application/tools/tag';
import { writeNote } from '../../../../plugins/attendance/server/src/application/tools/write-note';
import type { Database } from '../../../../plugins/attendance/server/src/application/database/tx';
import { CAPTURED, dataOf, START } from '../../../contract/world';
import { createMemoryAgentStore } from '../../../support/fakes/memory-agents';
import { addSite, createMemoryDatabase, type MemoryDatabase } from '../../../support/fakes/memory-database';
import { createMemoryInteractionStore } from '../../../support/fakes/memory-interactions';
import { defaultSettings } from '../../../support/fakes/memory-settings';
import { memoryTransactions } from '../../../support/fakes/rows/memory-tx';
import { createMemoryVisitorStore } from '../../../support/fakes/memory-visitors';

const NOT_FOUND = { ok: false, code: 'not_found' };
const CONFLICT = { ok: false, code: 'conflict' };
const VIP = 1 as TagId;
const OLD = 2 as TagId;
const ORDER = 1 as CustomFieldId;
const PLAN = 2 as CustomFieldId;

let rows: MemoryDatabase;
let database: Database;
let ana: AgentId;
let bruno: AgentId;
let chat: InteractionId;

beforeEach(async () => {
  rows = createMemoryDatabase(defaultSettings());
  database = memoryTransactions(rows);
  const agents = createMemoryAgentStore(rows);
  const interactions = createMemoryInteractionStore(rows);
  [ana, bruno] = [(await agents.ensure(1, 'Ana')).id, (await agents.ensure(2, 'Bruno')).id];
  await agents.setPresence(ana, 'online');
  const siteId = addSite(rows, 'Loja');
  const { visitor } = await createMemoryVisitorStore(rows).create(siteId, { name: 'Carla' }, null, START);
  const request = { siteId, visitorId: visitor.id, departmentId: null, channel: 'chat', captured: CAPTURED };
  chat = (await interactions.start({ ...request, channel: 'chat' }, START)).stored.interaction.id;
  dataOf(await interactions.claim(chat, ana, START));
  rows.archivedTags.set(VIP, false).set(OLD, true);
  rows.fieldSubjects.set(ORDER, 'interaction').set(PLAN, 'visitor');
});

const end = async (): Promise<void> => {
  dataOf(
    await createMemoryInteractionStore(rows).transition(chat, { kind: 'agent-end', agentId: ana }, START),
  );
};

describe('a tag on an interaction [C9]', () => {
  const add = (tagId: TagId, agentId = ana) =>
    database.transact((tx) => addTag(tx, chat, agentId, tagId, START));

  it('[C9] is put on once by whoever holds it, and taken off', async () => {
    expect(dataOf(await add(VIP))).toEqual([VIP]);
    expect(dataOf(await add(VIP))).toEqual([VIP]);
    expect(dataOf(await database.transact((tx) => removeTag(tx, chat, ana, VIP)))).toEqual([]);
  });

  it('[C9] is refused to anybody else, after the end, and where there is none or an archived one', async () => {
    expect(await add(VIP, bruno)).toEqual(NOT_FOUND);
    expect(await add(99 as TagId)).toEqual(NOT_FOUND);
    expect(await add(OLD)).toEqual(CONFLICT);
    await end();
    expect(await add(VIP)).toEqual(NOT_FOUND);
    expect(await database.transact((tx) => removeTag(tx, chat, ana, VIP))).toEqual(NOT_FOUND);
    expect(rows.tags).toEqual([]);
  });

  it('[C9] is one of so many at most', async () => {
    for (let count = 0; count < LIMITS.tagsOfInteractionMax; count += 1) {
      rows.archivedTags.set((100 + count) as TagId, false);
      dataOf(await add((100 + count) as TagId));
    }
    expect(await add(VIP)).toEqual({ ok: false, code: 'too_large' });
  });

  it('[C9] that was archived since stays where it is', async () => {
    dataOf(await add(VIP));
    rows.archivedTags.set(VIP, true);
    expect(dataOf(await add(VIP))).toEqual([VIP]);
  });
});

describe('a field of one’s own [A4]', () => {
  const set = (fieldId: CustomFieldId, value: string, agentId = ana) =>
    database.transact((tx) => setField(tx, chat, agentId, fieldId, value));

  it('[A4] is kept with the interaction or with its visitor, and both are returned', async () => {
    expect(dataOf(await set(ORDER, '4711'))).toEqual({ [ORDER]: '4711' });
    expect(dataOf(await set(PLAN, 'anual'))).toEqual({ [ORDER]: '4711', [PLAN]: 'anual' });
    expect(dataOf(await set(ORDER, ''))).toEqual({ [PLAN]: 'anual' });
  });

  it('[A4] is refused to anybody else, after the end, and where there is none', async () => {
    expect(await set(ORDER, '1', bruno)).toEqual(NOT_FOUND);
    expect(await set(99 as CustomFieldId, '1')).toEqual(NOT_FOUND);
    await end();
    expect(await set(ORDER, '1')).toEqual(NOT_FOUND);
    expect(rows.fieldValues.size).toBe(0);
  });
});

describe('a note [C9]', () => {
  const write = (clientNoteId: string, body: string, agentId = ana) =>
    database.transact((tx) =>
      writeNote(tx, { interactionId: chat, clientNoteId, agentId, agentName: 'Ana', body }, START),
    );

  it('[C9] is written once, however often it is sent, after the end too', async () => {
    expect(dataOf(await write('a', 'liga amanhã')).isNew).toBe(true);
    await end();
    expect(dataOf(await write('a', 'liga amanhã')).isNew).toBe(false);
    expect(rows.notes).toHaveLength(1);
  });

  it('[C9] with another text, after the end, or by another agent is refused', async () => {
    dataOf(await write('a', 'liga amanhã'));
    expect(await write('a', 'liga hoje')).toEqual(CONFLICT);
    expect(await write('b', 'eu também', bruno)).toEqual(NOT_FOUND);
    await end();
    expect(await write('c', 'tarde')).toEqual(CONFLICT);
    expect(rows.notes).toHaveLength(1);
  });
});
