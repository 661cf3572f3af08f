import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';

import type { DepartmentSettings } from '../../../plugins/attendance/protocol/settings/departments';
import type { AgentSettings } from '../../../plugins/attendance/protocol/settings/rest';
import { adminFetch, adminUsers, roleId, signIn, signInAs } from '../../support/strapi/admin';
import { dataOf, nextFact, PAGE } from '../../support/wire/clients';
import { startScene, type Scene } from '../../support/scene';

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
  await scene.knex('attendance_departments').delete();
  await scene.knex('attendance_agents').update({ department_ids: '[]' });
});

afterAll(() => scene.stop());

const call = <Data>(path: string, method = 'GET', body?: unknown) =>
  adminFetch<Data>(`${scene.server.url}/attendance${path}`, {
    token: admin,
    method,
    ...(body !== undefined && { body }),
  });
const list = async () => (await call<DepartmentSettings[]>('/departments')).data;
const make = async (key: string) =>
  (await call<DepartmentSettings>('/departments', 'POST', { key, name: key.toUpperCase() })).data;
const save = ({ id, waitingCount: _, ...update }: DepartmentSettings) =>
  call<DepartmentSettings>(`/departments/${id}`, 'PUT', update);

async function agentNamed(name: string): Promise<AgentSettings> {
  const agent = (await call<AgentSettings[]>('/agents')).data.find(({ publicName }) => publicName === name);
  if (agent === undefined) throw new Error(`there is no agent ${name}`);
  return agent;
}

async function requestFor(departmentKey: string) {
  const { socket } = await scene.visitor();
  const answer = await socket.emitWithAck('interaction:request', {
    channel: 'chat',
    page: PAGE,
    departmentKey,
  });
  return { socket, interaction: dataOf(answer).interaction };
}

describe('departments', () => {
  it('[R11] are made, renamed and given another key; a key is one department’s', async () => {
    const sales = await make('vendas');
    expect(sales).toMatchObject({ key: 'vendas', name: 'VENDAS', agentIds: [], waitingCount: 0, version: 0 });
    expect((await call('/departments', 'POST', { key: 'vendas', name: 'Outra' })).status).toBe(409);
    expect((await call('/departments', 'POST', { key: 'Vendas!', name: 'Outra' })).status).toBe(400);
    const renamed = await save({ ...sales, key: 'comercial', name: 'Comercial' });
    expect(renamed.data).toMatchObject({ key: 'comercial', name: 'Comercial', version: 1 });
    const support = await make('suporte');
    expect((await save({ ...support, key: 'comercial' })).status).toBe(409);
    expect((await list()).map(({ key }) => key)).toEqual(['comercial', 'suporte']);
  });

  it('[Z9] [Z42] of two who edit, also from the agent’s side, the second is told so', async () => {
    await scene.agent('ana');
    const sales = await make('vendas');
    const before = await agentNamed('Ana Teste');
    expect((await save({ ...sales, name: 'Um' })).status).toBe(200);
    expect((await save({ ...sales, name: 'Dois' })).status).toBe(409);
    const [fresh] = await list();
    if (fresh === undefined) throw new Error('it is gone');
    expect((await save({ ...fresh, agentIds: [before.id] })).status).toBe(200);
    // The agent's own page was read before that.
    const stale = { ...before, publicName: 'Velha' };
    expect((await call(`/agents/${before.id}`, 'PUT', stale)).status).toBe(409);
    const ana = await agentNamed('Ana Teste');
    expect(ana.departmentIds).toEqual([sales.id]);
    const [read] = await list();
    if (read === undefined) throw new Error('it is gone');
    expect((await call(`/agents/${ana.id}`, 'PUT', { ...ana, departmentIds: [] })).status).toBe(200);
    expect((await save({ ...read, name: 'Velho' })).status).toBe(409);
    expect((await list())[0]).toMatchObject({ agentIds: [], name: 'Um' });
  });

  it('[R11] [R9] whoever comes to a department is given what waits for it', async () => {
    const sales = await make('vendas');
    await scene.online('ana');
    const ana = await agentNamed('Ana Teste');
    const { interaction, socket } = await requestFor('vendas');
    expect(interaction.status).toBe('waiting');
    const assigned = nextFact(
      socket,
      'interaction:changed',
      (fact) => fact.interaction.status === 'assigned',
    );
    expect((await save({ ...sales, agentIds: [ana.id] })).status).toBe(200);
    await assigned;
  });

  it('[Z42] one that somebody waits for is not deleted', async () => {
    const sales = await make('vendas');
    await requestFor('vendas');
    expect((await list())[0]?.waitingCount).toBe(1);
    expect((await call(`/departments/${sales.id}`, 'DELETE')).status).toBe(409);
    expect(await list()).toHaveLength(1);
  });

  it('[Z42] agents, sites and open interactions lose one that is deleted', async () => {
    const sales = await make('vendas');
    await scene.online('ana');
    const ana = await agentNamed('Ana Teste');
    await save({ ...sales, agentIds: [ana.id] });
    await scene.knex('attendance_sites').update({ department_id: sales.id });
    const { interaction } = await requestFor('vendas');
    expect(interaction.status).toBe('assigned');
    expect((await call(`/departments/${sales.id}`, 'DELETE')).status).toBe(200);
    expect((await agentNamed('Ana Teste')).departmentIds).toEqual([]);
    const row = (await scene.knex('attendance_interactions').where('id', interaction.id).first()) as {
      department_id: number | null;
    };
    expect(row.department_id).toBeNull();
    expect(await scene.knex('attendance_sites').whereNotNull('department_id')).toEqual([]);
    expect((await call(`/departments/${sales.id}`, 'DELETE')).status).toBe(404);
  });
});

describe('agents as an admin sees them', () => {
  it('[Z141] finding C8: whoever may attend is there before they ever came, and others are not', async () => {
    const { strapi } = scene.server;
    await signInAs(scene.server, 'Novata', 'attendance-agent');
    await signInAs(scene.server, 'Redatora', 'strapi-editor');
    const newcomer = await agentNamed('Novata Teste');
    expect(newcomer).toMatchObject({ isNeverHere: true, isConnected: false, capacity: null });
    await expect(agentNamed('Redatora Teste')).rejects.toThrow();
    const { id, ...update } = newcomer;
    expect((await call(`/agents/${id}`, 'PUT', { ...update, capacity: 2 })).status).toBe(200);
    expect(await strapi.db.query('plugin::attendance.agent').findOne({ where: { id } })).toMatchObject({
      capacity: 2,
      neverHere: true,
    });
  });

  it('[F3] tell presence, connection, load, and whose user is gone', async () => {
    await scene.conversation();
    expect(await agentNamed('Ana Teste')).toMatchObject({
      presence: 'online',
      isConnected: true,
      openInteractions: 1,
      isUserGone: false,
    });
    await scene.agent('bruno');
    const { user_id: userId } = (await scene
      .knex('attendance_agents')
      .where('public_name', 'Bruno Teste')
      .first()) as { user_id: number };
    await adminUsers(scene.server.strapi).updateById(userId, { isActive: false });
    expect(await agentNamed('Bruno Teste')).toMatchObject({ isUserGone: true, openInteractions: 0 });
    await adminUsers(scene.server.strapi).deleteById(userId);
    expect(await agentNamed('Bruno Teste')).toMatchObject({ isUserGone: true, email: '' });
  });
});
