import { beforeEach, describe, expect, it } from 'vitest';

import type { CustomFieldId } from '../../../../plugins/attendance/protocol/schemas/ids';
import {
  change,
  create,
  putInOrder,
  remove,
} from '../../../../plugins/attendance/server/src/application/tools/collection';
import type { Database } from '../../../../plugins/attendance/server/src/application/database/tx';
import { codeOf, dataOf } from '../../../contract/world';
import { createMemoryDatabase, type MemoryDatabase } from '../../../support/fakes/memory-database';
import { defaultSettings } from '../../../support/fakes/memory-settings';
import { memoryTransactions } from '../../../support/fakes/rows/memory-tx';

let rows: MemoryDatabase;
let database: Database;

beforeEach(() => {
  rows = createMemoryDatabase(defaultSettings());
  database = memoryTransactions(rows);
});

const draft = (name: string) => ({ name, colour: '#15803d', isArchived: false });
const add = (name: string, most = 3) => database.transact((tx) => create(tx.lists.tags, draft(name), most));
const rename = (id: number, version: number, name: string) =>
  database.transact((tx) => change(tx.lists.tags, id, { ...draft(name), version }));

describe('a list that admins keep', () => {
  it('[C9] has one entry of each name, and no more than it may have', async () => {
    dataOf(await add('VIP'));
    expect(codeOf(await add('vip'))).toBe('conflict');
    expect(codeOf(await add('Novo', 1))).toBe('too_large');
    expect(rows.lists.tags.rows.map(({ name }) => name)).toEqual(['VIP']);
  });

  it('[C9] refuses a change to whoever read an earlier version, and a name that is taken', async () => {
    const [vip] = [dataOf(await add('VIP')), dataOf(await add('Novo'))];
    expect(dataOf(await rename(vip.id, 0, 'Vip'))).toMatchObject({ version: 1, name: 'Vip' });
    expect(codeOf(await rename(vip.id, 0, 'Outro'))).toBe('conflict');
    expect(codeOf(await rename(vip.id, 1, 'novo'))).toBe('conflict');
    expect(codeOf(await rename(99, 0, 'Outro'))).toBe('not_found');
  });

  it('[C9] keeps what something still bears', async () => {
    const { id } = dataOf(await add('VIP'));
    const take = () => database.transact((tx) => remove(tx.lists.tags, id));
    rows.lists.tags.used.add(id);
    expect(codeOf(await take())).toBe('conflict');
    rows.lists.tags.used.delete(id);
    expect(dataOf(await take())).toMatchObject({ name: 'VIP' });
    expect(codeOf(await take())).toBe('not_found');
  });

  it('[A4] stands as it was ordered; what was not named, twice or unknown comes behind, once or not', async () => {
    const label = { 'pt-BR': '', en: 'Field', es: '' };
    const field = { label, type: 'text', subject: 'visitor', options: [], isArchived: false } as const;
    const ids: CustomFieldId[] = [];
    for (let count = 0; count < 4; count += 1) {
      const options: string[] = [];
      const made = await database.transact((tx) => create(tx.lists.fields, { ...field, options }, 9));
      ids.push(dataOf(made).id);
    }
    const [one, two, three, four] = ids;
    await database.transact((tx) => putInOrder(tx.lists.fields, [three, one, three, 99].map(Number)));
    expect(rows.lists.fields.rows.map(({ id }) => id)).toEqual([three, one, two, four]);
  });
});
