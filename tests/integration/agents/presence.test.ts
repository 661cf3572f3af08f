import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';

import type { AgentSettings } from '../../../plugins/attendance/protocol/settings/rest';
import { adminFetch, adminUsers, roleId, signIn } from '../../support/strapi/admin';
import {
  closed,
  connectAgent,
  dataOf,
  nextFact,
  type AgentClient,
  type VisitorClient,
} from '../../support/wire/clients';
import { expectChatWorks, startScene, type Scene } from '../../support/scene';

let scene: Scene;
let agentRole: number;
let people = 0;

beforeAll(async () => {
  scene = await startScene();
  agentRole = await roleId(scene.server.strapi, 'attendance-agent');
});

afterEach(() => scene.reset());

afterAll(() => scene.stop());

interface Somebody extends AgentClient {
  readonly userId: number;
  readonly token: string;
}

/** An agent of this test alone, Online. */
async function somebody(roles: readonly number[] = [agentRole]): Promise<Somebody> {
  people += 1;
  const { id, token } = await signIn(scene.server.strapi, {
    firstname: `Agente${people}`,
    roles,
  });
  const client = await connectAgent(scene.server.url, token);
  scene.close(client.socket);
  dataOf(await client.socket.emitWithAck('presence:set', { presence: 'online' }));
  return { ...client, userId: id, token };
}

/** Why the agent's last time Online ended; null while it goes on. */
const whyOffline = async ({ snapshot }: AgentClient): Promise<string | null | undefined> => {
  const row = (await scene
    .knex('attendance_presence_periods')
    .where('agent_id', snapshot.self.id)
    .orderBy('id', 'desc')
    .first()) as { end_reason: string | null } | undefined;
  return row?.end_reason;
};

const presenceOf = async ({ snapshot }: AgentClient): Promise<string | undefined> => {
  const row = (await scene.knex('attendance_agents').where('id', snapshot.self.id).first()) as
    | { presence: string }
    | undefined;
  return row?.presence;
};

/** Their capacity is the test's own, so that nothing of the neighbour's chat gets to them. */
const setCapacity = (client: AgentClient, capacity: number) =>
  scene.knex('attendance_agents').where('id', client.snapshot.self.id).update({ capacity });

describe('an agent who is without connection', () => {
  it('[R14] [W3] is told to the visitors after 30 s, and so is their return', async () => {
    const { ana, carla, interactionId, token } = await scene.conversation();
    const heard = (isAway: boolean) =>
      nextFact(
        carla.socket,
        'interaction:changed',
        ({ interaction }) => interaction.status === 'assigned' && interaction.agent.isAway === isAway,
      );
    const agents = () => scene.knex('attendance_agents').where('id', ana.snapshot.self.id);
    const lostAt = async () => ((await agents().first()) as { lost_at: number | null }).lost_at;
    const gone = heard(true);
    ana.socket.disconnect();
    await expect.poll(lostAt).not.toBeNull();
    // A reload takes no 30 s, and is no absence.
    const reloaded = await scene.visitor({ token });
    expect(reloaded.snapshot.interaction).toMatchObject({ agent: { isAway: false } });
    await agents().update({ lost_at: Date.now() - 30_000 });
    expect((await gone).interaction.id).toBe(interactionId);
    const another = await scene.visitor({ token });
    expect(another.snapshot.interaction).toMatchObject({ id: interactionId, agent: { isAway: true } });

    const back = heard(false);
    await scene.agent();
    await back;
  });
});

describe('an agent who goes', () => {
  it('[W3] [R14] [Z117] finding B20: the visitor’s “online now” goes with them, and comes back', async () => {
    const { ana, carla } = await scene.conversation();
    const heard = (isOnline: boolean) =>
      nextFact(
        carla.socket,
        'interaction:changed',
        ({ interaction }) => interaction.status === 'assigned' && interaction.agent.isOnline === isOnline,
      );
    const offline = heard(false);
    dataOf(await ana.socket.emitWithAck('presence:set', { presence: 'offline' }));
    expect((await offline).interaction).toMatchObject({ agent: { isOnline: false, isAway: false } });
    const online = heard(true);
    dataOf(await ana.socket.emitWithAck('presence:set', { presence: 'online' }));
    await online;
    const gone = heard(false);
    ana.socket.disconnect();
    await gone;
    const back = heard(true);
    await scene.agent();
    await back;
  });
});

describe('an agent whose access ends while connected', () => {
  it('[R14] [F4] [Z145] signs out: the socket is closed, and they are Offline', async () => {
    const neighbour = await scene.conversation();
    const agent = await somebody();
    const gone = closed(agent.socket);
    const { status } = await adminFetch(`${scene.server.url}/admin/logout`, {
      token: agent.token,
      method: 'POST',
      body: {},
    });
    expect(status).toBe(200);
    await gone;
    expect(await presenceOf(agent)).toBe('offline');
    expect(await whyOffline(agent)).toBe('signed-out');
    await expect(connectAgent(scene.server.url, agent.token)).rejects.toMatchObject({
      data: { code: 'unauthorized' },
    });
    await expectChatWorks(neighbour);
  });

  it.each<[string, (userId: number) => Promise<unknown>]>([
    ['is deactivated', (id) => adminUsers(scene.server.strapi).updateById(id, { isActive: false })],
    ['is blocked', (id) => adminUsers(scene.server.strapi).updateById(id, { blocked: true })],
    [
      'loses the role',
      async (id) =>
        adminUsers(scene.server.strapi).updateById(id, {
          roles: [await roleId(scene.server.strapi, 'strapi-editor')],
        }),
    ],
    ['is deleted', (id) => adminUsers(scene.server.strapi).deleteById(id)],
  ])('[R14] [F4] [Z145] %s: the socket is closed, and they are Offline', async (_, end) => {
    const neighbour = await scene.conversation();
    const agent = await somebody();
    const gone = closed(agent.socket);
    await end(agent.userId);
    await gone;
    expect(await presenceOf(agent)).toBe('offline');
    expect(await whyOffline(agent)).toBe('removed');
    await expectChatWorks(neighbour);
  });

  const PASSWORD = 'Atende-test-1';
  const own = (path: string, method: string, body?: object) => async (_: number, token: string) =>
    expect(
      (await adminFetch(`${scene.server.url}/admin/users/me${path}`, { token, method, body })).status,
    ).toBe(200);
  /** As Strapi's own page does it: a password is forgotten, and set anew with what the letter says. */
  const reset = async (id: number) => {
    const forgotten = {
      reset_password_token: `forgotten-${id}`,
      reset_password_token_expires_at: Date.now() + 60_000,
    };
    await scene.knex('admin_users').where({ id }).update(forgotten);
    const body = { resetPasswordToken: `forgotten-${id}`, password: 'Outra-senha-2' };
    const { data, status } = await adminFetch<{ token: string }>(`${scene.server.url}/admin/reset-password`, {
      method: 'POST',
      body,
    });
    expect(status).toBe(200);
    return data.token;
  };
  it.each<[string, (userId: number, token: string) => Promise<unknown>]>([
    [
      'is given another password',
      (id) => adminUsers(scene.server.strapi).updateById(id, { password: 'Outra-senha-1' }),
    ],
    ['has it reset', reset],
    ['changes their own', own('', 'PUT', { currentPassword: PASSWORD, password: 'Outra-senha-1' })],
    ['ends all sessions of theirs', own('/sessions', 'DELETE')],
    [
      'is ended by Strapi',
      (id) => scene.server.strapi.sessionManager('admin').invalidateRefreshToken(String(id)),
    ],
  ])(
    '[Z106] [R14] finding A12: somebody who %s: the socket closes, and the old token opens no other',
    async (_, end) => {
      const neighbour = await scene.conversation();
      const agent = await somebody();
      const gone = closed(agent.socket);
      const token = await end(agent.userId, agent.token);
      await gone;
      expect(await presenceOf(agent)).toBe('offline');
      const refused = { data: { code: 'unauthorized' } };
      await expect(connectAgent(scene.server.url, agent.token)).rejects.toMatchObject(refused);
      const { status } = await adminFetch(`${scene.server.url}/attendance/attachment-rules`, {
        token: agent.token,
      });
      expect(status).toBe(401);
      // Whoever has set it anew is signed in with it.
      if (typeof token === 'string') scene.close((await connectAgent(scene.server.url, token)).socket);
      await expectChatWorks(neighbour);
    },
  );

  it('[Z106] [R14] finding A12: one session of several that is revoked is closed alone, and presence stays', async () => {
    const agent = await somebody();
    const { strapi, url } = scene.server;
    const { email } = (await scene.knex('admin_users').where('id', agent.userId).first()) as {
      email: string;
    };
    const { data } = await adminFetch<{ token: string }>(`${url}/admin/login`, {
      method: 'POST',
      body: { email, password: PASSWORD },
    });
    const elsewhere = await connectAgent(url, data.token);
    scene.close(elsewhere.socket);
    const { payload } = strapi.sessionManager('admin').validateAccessToken(data.token);
    const gone = closed(elsewhere.socket);
    const revoked = await adminFetch(`${url}/admin/users/me/sessions/${payload?.sessionId}`, {
      token: agent.token,
      method: 'DELETE',
    });
    expect(revoked.status).toBe(200);
    await gone;
    expect(agent.socket.connected).toBe(true);
    expect(await presenceOf(agent)).toBe('online');
  });

  it('[Z106] [F4] finding A12: a role that loses the permission loses its sockets', async () => {
    const { strapi } = scene.server;
    const role = (await strapi.db.query('admin::role').create({
      data: { name: 'Só hoje', code: 'so-hoje', description: '' },
    })) as { id: number };
    const roles = strapi.service('admin::role') as unknown as {
      assignPermissions(id: number, permissions: readonly object[]): Promise<unknown>;
    };
    await roles.assignPermissions(role.id, [
      { action: 'plugin::attendance.attend', properties: {}, conditions: [] },
    ]);
    const agent = await somebody([role.id]);
    const gone = closed(agent.socket);
    await roles.assignPermissions(role.id, []);
    await gone;
    expect(await presenceOf(agent)).toBe('offline');
  });
});

describe('presence', () => {
  it('[R14] survives the loss of the connection; Offline keeps what is held and gets nothing new', async () => {
    const neighbour = await scene.conversation();
    const { ana, interactionId } = neighbour;
    const second = await scene.agent('ana');
    expect(second.snapshot.self.presence).toBe('online');
    dataOf(await ana.socket.emitWithAck('presence:set', { presence: 'offline' }));
    const late = await scene.visitor();
    expect((await scene.request(late)).interaction.status).toBe('waiting');
    const again = await scene.agent('ana');
    expect(again.snapshot.self.presence).toBe('offline');
    expect(again.snapshot.interactions.map(({ id }) => id)).toEqual([interactionId]);
    await expectChatWorks(neighbour);
  });

  it('[P7] is one for all tabs of an agent, and capacity is counted once', async () => {
    const { ana, carla, interactionId } = await scene.conversation();
    const second = await scene.agent('ana');
    expect(second.snapshot.interactions.map(({ id, openedAt }) => [id, openedAt !== null])).toEqual([
      [interactionId, true],
    ]);
    const told = nextFact(second.socket, 'self:changed', ({ self }) => self.presence === 'offline');
    dataOf(await ana.socket.emitWithAck('presence:set', { presence: 'offline' }));
    await told;
    const posted = nextFact(second.socket, 'message:posted', ({ message }) => message.side === 'agent');
    const body = { interactionId, clientMessageId: 'of-another-tab', body: 'Olá' };
    dataOf(await ana.socket.emitWithAck('message:post', body));
    await posted;
    expect(await scene.knex('attendance_slots')).toHaveLength(1);
    const removed = nextFact(second.socket, 'interaction:removed');
    dataOf(await ana.socket.emitWithAck('interaction:end', { interactionId }));
    expect(await removed).toEqual({ interactionId, reason: 'ended' });
    expect(carla.socket.connected).toBe(true);
  });

  it('[R16] an admin with the permission attends like the others', async () => {
    const admin = await somebody([await roleId(scene.server.strapi, 'strapi-super-admin')]);
    const visitor = await scene.visitor();
    const { interaction } = await scene.request(visitor);
    expect(interaction).toMatchObject({ status: 'assigned', agent: { id: admin.snapshot.self.id } });
  });

  it('[R16] [F4] whoever lacks the permission does not', async () => {
    await expect(somebody([await roleId(scene.server.strapi, 'strapi-author')])).rejects.toMatchObject({
      data: { code: 'unauthorized' },
    });
  });
});

describe('whether somebody attends', () => {
  it('[R13] is told with the snapshot, and when it changes', async () => {
    // Everybody who was Online moments ago still counts as connected: nobody is Online now.
    const visitor = await scene.visitor();
    expect(visitor.snapshot.availability).toBe('offline');
    const attended = nextFact(
      visitor.socket,
      'availability:changed',
      ({ availability }) => availability === 'online',
    );
    const ana = await scene.online();
    await attended;
    expect((await scene.visitor()).snapshot.availability).toBe('online');
    const left = nextFact(
      visitor.socket,
      'availability:changed',
      ({ availability }) => availability === 'offline',
    );
    dataOf(await ana.socket.emitWithAck('presence:set', { presence: 'offline' }));
    await left;
  });

  it('[R13] goes on for a while after the last agent’s connection is lost', async () => {
    const ana = await scene.online();
    ana.socket.disconnect();
    expect((await scene.visitor()).snapshot.availability).toBe('online');
  });
});

describe('capacity that changes', () => {
  const held = (client: AgentClient) =>
    scene.knex('attendance_slots').where('agent_id', client.snapshot.self.id);

  it('[R2] [R5] [R9] lowered from 4 to 2 drops none, and gives none until fewer than 2 are held', async () => {
    const admin = await signIn(scene.server.strapi, {
      firstname: 'Administra',
      roles: [await roleId(scene.server.strapi, 'strapi-super-admin')],
    });
    const ana = await scene.online();
    const ids: number[] = [];
    for (let count = 0; count < 4; count += 1)
      ids.push((await scene.request(await scene.visitor())).interaction.id);
    const waiting = await scene.visitor();
    const { interaction } = await scene.request(waiting);
    const agents = `${scene.server.url}/attendance/agents`;
    const list = await adminFetch<AgentSettings[]>(agents, { token: admin.token });
    const profile = list.data.find(({ id }) => id === ana.snapshot.self.id);
    if (profile === undefined) throw new Error('Ana is listed');
    const { email: _, id, ...update } = profile;
    const told = nextFact(ana.socket, 'self:changed', ({ self }) => self.capacity === 2);
    const body = { ...update, capacity: 2 };
    const put = await adminFetch(`${agents}/${id}`, { token: admin.token, method: 'PUT', body });
    expect(put.status).toBe(200);
    await told;
    expect(await held(ana)).toHaveLength(4);
    for (const left of [3, 2]) {
      dataOf(await ana.socket.emitWithAck('interaction:end', { interactionId: ids.shift() ?? 0 }));
      expect(await held(ana)).toHaveLength(left);
      const row = (await scene.knex('attendance_interactions').where('id', interaction.id).first()) as {
        status: string;
      };
      expect(row.status).toBe('waiting');
    }
    const assigned = nextFact(
      waiting.socket,
      'interaction:changed',
      (fact) => fact.interaction.status === 'assigned',
    );
    dataOf(await ana.socket.emitWithAck('interaction:end', { interactionId: ids.shift() ?? 0 }));
    await assigned;
    expect(await held(ana)).toHaveLength(2);
  });

  it('[R2] [R6] [K4] ten visitors at once get one place between them', async () => {
    const ana = await scene.online();
    await setCapacity(ana, 1);
    const visitors: VisitorClient[] = [];
    for (let count = 0; count < 10; count += 1) visitors.push(await scene.visitor());
    const answers = await Promise.all(visitors.map((visitor) => scene.request(visitor)));
    const statuses = answers.map(({ interaction }) => interaction.status);
    expect(statuses.filter((status) => status === 'assigned')).toHaveLength(1);
    expect(await held(ana)).toHaveLength(1);
    expect(await scene.knex('attendance_interactions').where('status', 'waiting')).toHaveLength(9);
  });

  it('[R9] [K5] of those who wait the first is served as soon as there is room', async () => {
    const ana = await scene.online();
    await setCapacity(ana, 1);
    const first = await scene.request(await scene.visitor());
    const second = await scene.visitor();
    await scene.request(second);
    await scene.request(await scene.visitor());
    const assigned = nextFact(
      second.socket,
      'interaction:changed',
      ({ interaction }) => interaction.status === 'assigned',
    );
    const endedAt = Date.now();
    dataOf(await ana.socket.emitWithAck('interaction:end', { interactionId: first.interaction.id }));
    await assigned;
    expect(Date.now() - endedAt).toBeLessThan(2_000);
  });
});
