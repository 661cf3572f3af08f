import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';

import { adminFetch, signInAs } from '../../support/strapi/admin';
import { codeOf, connectAgent, dataOf, nextFact, type AgentClient } from '../../support/wire/clients';
import { startScene, type Conversation, type Scene } from '../../support/scene';
import { elsewhere } from '../../support/strapi/second-site';

let scene: Scene;
let admin: string;
let supervisor: string;

beforeAll(async () => {
  scene = await startScene();
  admin = await signInAs(scene.server, 'Administra', 'strapi-super-admin');
  supervisor = await signInAs(scene.server, 'Sofia', 'attendance-supervisor');
});

afterEach(async () => {
  // What is in force is in the service's memory too.
  const { data } = await call<{ id: number }[]>('/blocks');
  for (const { id } of data) await call(`/blocks/${id}`, 'DELETE');
  await scene.reset();
});

afterAll(() => scene.stop());

const call = <Data>(path: string, method = 'GET', token = admin) =>
  adminFetch<Data>(`${scene.server.url}/attendance${path}`, { token, method });

async function sofia(): Promise<AgentClient> {
  const client = await connectAgent(scene.server.url, supervisor);
  scene.close(client.socket);
  return client;
}

const end = async ({ ana, interactionId }: Conversation) =>
  dataOf(await ana.socket.emitWithAck('interaction:end', { interactionId }));

describe('blocks behind the settings', () => {
  const block = async ({ ana, interactionId }: Conversation) => {
    const wanted = {
      interactionId,
      reason: 'ofende a equipe',
      duration: 'week' as const,
      withAddress: false,
    };
    return dataOf(await ana.socket.emitWithAck('visitor:block', wanted)).block;
  };
  const blocked = async () => {
    const conversation = await scene.conversation();
    return { ...conversation, block: await block(conversation) };
  };

  it('[Z75] [Z40] are listed with who, why and until when; lifted, they are noted and the visitor writes again', async () => {
    const { block, carla } = await blocked();
    const { data } = await call<unknown[]>('/blocks');
    expect(data).toEqual([block]);
    expect(JSON.stringify(data)).not.toContain('127.0.0.1');
    const lifted = nextFact(carla.socket, 'block:changed', (fact) => fact.block === null);
    expect((await call(`/blocks/${block.id}`, 'DELETE')).status).toBe(200);
    await lifted;
    expect((await call<unknown[]>('/blocks')).data).toEqual([]);
    const records = (await scene
      .knex('attendance_audit_records')
      .where({ action: 'visitor.unblock' })
      .orderBy('id', 'desc')) as object[];
    expect(records[0]).toMatchObject({ user_name: 'Administra Teste', subject: `#${block.visitorId}` });
    expect(JSON.stringify(records[0])).toContain('ofende a equipe');
    // Twice is harmless, and noted once.
    expect((await call(`/blocks/${block.id}`, 'DELETE')).status).toBe(200);
    expect(await scene.knex('attendance_audit_records').where({ action: 'visitor.unblock' })).toHaveLength(
      records.length,
    );
  });

  it('[Z75] [F4] are closed to agents, supervisors and strangers', async () => {
    const { block } = await blocked();
    for (const token of [scene.tokens.ana, supervisor]) {
      expect((await call('/blocks', 'GET', token)).status).toBe(403);
      expect((await call(`/blocks/${block.id}`, 'DELETE', token)).status).toBe(403);
    }
    expect((await adminFetch(`${scene.server.url}/attendance/blocks`, {})).status).toBe(401);
    for (const id of ['x', '0', '-1', '1.5', '..%2f'])
      expect((await call(`/blocks/${id}`, 'DELETE')).status, id).toBe(400);
    expect((await call<unknown[]>('/blocks')).data).toHaveLength(1);
  });

  it('[Z62] whoever made a block, whoever attends the visitor and a supervisor lift it; for others it is not there', async () => {
    const first = await blocked();
    const bruno = await scene.agent('bruno');
    const lift = ({ socket }: AgentClient, { id }: { id: typeof first.block.id }) =>
      socket.emitWithAck('visitor:unblock', { blockId: id });
    const listed = async ({ socket }: AgentClient) =>
      dataOf(await socket.emitWithAck('block:list', { interactionId: null })).blocks;
    expect(codeOf(await lift(bruno, first.block))).toBe('not_found');
    expect(await listed(bruno)).toEqual([]);
    expect(await listed(first.ana)).toEqual([first.block]);
    // Whoever made it, though she attends him no more.
    await end(first);
    dataOf(await lift(first.ana, first.block));
    // Whoever attends the visitor: on another site, where Bruno does.
    const second = await scene.conversation();
    dataOf(await second.ana.socket.emitWithAck('presence:set', { presence: 'offline' }));
    dataOf(await bruno.socket.emitWithAck('presence:set', { presence: 'online' }));
    const there = await elsewhere(scene, second.token);
    const { interaction } = await scene.request(there);
    dataOf(await bruno.socket.emitWithAck('interaction:open', { interactionId: interaction.id }));
    const theirs = await block(second);
    expect(await listed(bruno)).toEqual([]);
    dataOf(await lift(bruno, theirs));
    expect(await listed(second.ana)).toEqual([]);
    // A supervisor, who has nothing to do with either.
    const third = await blocked();
    const boss = await sofia();
    expect(await listed(boss)).toEqual([third.block]);
    dataOf(await lift(boss, third.block));
    expect(await listed(third.ana)).toEqual([]);
  });
});
