import { beforeEach, describe, expect, it } from 'vitest';

import type { AgentId, DepartmentId } from '../../../../plugins/attendance/protocol/schemas/ids';
import type { Database, Tx } from '../../../../plugins/attendance/server/src/application/database/tx';
import {
  createDepartment,
  removeDepartment,
  touchDepartments,
  updateDepartment,
} from '../../../../plugins/attendance/server/src/application/departments/configure';
import { CAPTURED, codeOf, dataOf, START } from '../../../contract/world';
import { createMemoryAgentStore } from '../../../support/fakes/memory-agents';
import { addSite, createMemoryDatabase, type MemoryDatabase } from '../../../support/fakes/memory-database';
import { createMemoryInteractionStore } from '../../../support/fakes/memory-interactions';
import { defaultSettings } from '../../../support/fakes/memory-settings';
import { memoryTransactions } from '../../../support/fakes/rows/memory-tx';
import { createMemoryVisitorStore } from '../../../support/fakes/memory-visitors';

let rows: MemoryDatabase;
let database: Database;
let ana: AgentId;
let bruno: AgentId;
let sales: DepartmentId;

beforeEach(async () => {
  rows = createMemoryDatabase(defaultSettings());
  database = memoryTransactions(rows);
  const agents = createMemoryAgentStore(rows);
  [ana, bruno] = [(await agents.ensure(1, 'Ana')).id, (await agents.ensure(2, 'Bruno')).id];
  sales = dataOf(await create('sales')).id;
});

const create = (key: string) => database.transact((tx: Tx) => createDepartment(tx, { key, name: key }));
const update = (change: object) => {
  const before = { version: 0, key: 'sales', name: 'Sales', agentIds: [] };
  return database.transact((tx) => updateDepartment(tx, sales, { ...before, ...change }));
};
const remove = () => database.transact((tx) => removeDepartment(tx, sales));
const waiting = async () => {
  const siteId = addSite(rows, 'Loja');
  const { visitor } = await createMemoryVisitorStore(rows).create(siteId, {}, null, START);
  const request = { siteId, visitorId: visitor.id, departmentId: sales, captured: CAPTURED };
  const { stored } = await createMemoryInteractionStore(rows).start({ ...request, channel: 'chat' }, START);
  return stored.interaction.id;
};

describe('a department that an admin edits', () => {
  it('[R11] has a key of its own', async () => {
    expect(codeOf(await create('sales'))).toBe('conflict');
    dataOf(await create('support'));
    expect(codeOf(await update({ key: 'support' }))).toBe('conflict');
    expect(dataOf(await update({ key: 'sales' }))).toMatchObject({ version: 1, name: 'Sales' });
  });

  it('[R11] is refused to whoever read it before somebody else changed it', async () => {
    dataOf(await update({ name: 'Vendas' }));
    expect(codeOf(await update({ name: 'Ventas' }))).toBe('conflict');
    expect(rows.departments.get(sales)?.name).toBe('Vendas');
    expect(codeOf(await database.transact((tx) => updateDepartment(tx, 99 as never, {} as never)))).toBe(
      'not_found',
    );
  });

  it('[R11] changes the agents who come or go, and no other', async () => {
    expect(dataOf(await update({ agentIds: [ana] })).agentIds).toEqual([ana]);
    expect(dataOf(await update({ version: 1, agentIds: [ana, bruno] })).agentIds).toEqual([ana, bruno]);
    expect(rows.agents.get(ana)).toMatchObject({ departmentIds: [sales], version: 1 });
    dataOf(await update({ version: 2, agentIds: [bruno] }));
    expect(rows.agents.get(ana)).toMatchObject({ departmentIds: [], version: 2 });
    expect(rows.agents.get(bruno)).toMatchObject({ departmentIds: [sales], version: 1 });
  });

  it('[R11] is not removed while an interaction waits for it, and is lost by whoever has it then', async () => {
    dataOf(await update({ agentIds: [ana] }));
    const id = await waiting();
    expect(codeOf(await remove())).toBe('conflict');
    await createMemoryAgentStore(rows).setPresence(ana, 'online');
    dataOf(await createMemoryInteractionStore(rows).claim(id, ana, START));
    dataOf(await remove());
    expect(rows.departments.get(sales)).toBeUndefined();
    expect(rows.agents.get(ana)?.departmentIds).toEqual([]);
    expect(rows.interactions.get(id)?.interaction.departmentId).toBeNull();
    expect(codeOf(await remove())).toBe('not_found');
  });

  it('[R11] is changed with an agent who is edited', async () => {
    await database.transact((tx) => touchDepartments(tx, [sales]));
    expect(rows.departments.get(sales)?.version).toBe(1);
  });
});
