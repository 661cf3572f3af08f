import Database from 'better-sqlite3';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';

import { SLOT_COUNT } from '../../../plugins/attendance/server/src/domain/routing/capacity';
import { startScene, type Scene } from '../../support/scene';

let scene: Scene;
let nextVisitor = 1;

beforeAll(async () => {
  scene = await startScene();
  // Their rows are made when they first connect.
  await Promise.all([scene.agent('ana'), scene.agent('bruno')]);
});

afterEach(() => scene.reset());

afterAll(() => scene.stop());

type Channel = 'chat' | 'voice' | 'video';

const slots = () => scene.knex('attendance_slots');
const interactions = () => scene.knex('attendance_interactions');
const ALL_SLOTS = Array.from({ length: SLOT_COUNT }, (_, slot) => slot);

async function agentIds(): Promise<{ ana: number; bruno: number }> {
  const rows = await scene.knex('attendance_agents').orderBy('id').select<{ id: number }[]>('id');
  const [ana, bruno] = rows.map(({ id }) => id);
  if (ana === undefined || bruno === undefined) throw new Error('two agents are connected');
  return { ana, bruno };
}

/** A row as it stands while somebody waits. */
async function waiting(channel: Channel, overrides: object = {}): Promise<number> {
  const visitor = nextVisitor;
  nextVisitor += 1;
  const [row] = await interactions()
    .insert({
      site_id: 1,
      visitor_id: visitor,
      channel,
      status: 'waiting',
      live_key: `1/${visitor}`,
      waiting_since: 0,
      last_sequence: 0,
      captured: '{}',
      ...overrides,
    })
    .returning<{ id: number }[]>('id');
  if (row === undefined) throw new Error('not inserted');
  return row.id;
}

const claim = (agentId: number, interactionId: number, taken: readonly number[]) =>
  slots().insert(taken.map((slot) => ({ agent_id: agentId, slot, interaction_id: interactionId })));

const assign = (agentId: number, interactionId: number) =>
  interactions().where('id', interactionId).update({ status: 'assigned', agent_id: agentId, assigned_at: 1 });

/** An interaction that stands with its agent as the rules want it. */
async function held(agentId: number, channel: Channel, slot = 0): Promise<number> {
  const id = await waiting(channel);
  await claim(agentId, id, channel === 'chat' ? [slot] : ALL_SLOTS);
  await assign(agentId, id);
  return id;
}

describe('rows written straight to the database', () => {
  it('[R6] [R3] a call is taken whole, and a chat by one slot', async () => {
    const { ana, bruno } = await agentIds();
    await held(ana, 'video');
    await held(bruno, 'chat', 0);
    await held(bruno, 'chat', 7);
    expect(await slots().where('agent_id', ana)).toHaveLength(SLOT_COUNT);
    expect(await slots().where('agent_id', bruno)).toHaveLength(2);
  });

  it('[R6] [R4] refuses a second call', async () => {
    const { ana } = await agentIds();
    await held(ana, 'video');
    const second = await waiting('voice');
    await expect(claim(ana, second, ALL_SLOTS)).rejects.toThrow(/beside a call/);
    await expect(assign(ana, second)).rejects.toThrow(/without its capacity/);
  });

  it('[R6] [R4] refuses a chat beside a call', async () => {
    const { ana } = await agentIds();
    await held(ana, 'voice');
    const chat = await waiting('chat');
    for (const slot of ALL_SLOTS) await expect(claim(ana, chat, [slot])).rejects.toThrow(/beside a call/);
    await expect(assign(ana, chat)).rejects.toThrow(/without its capacity/);
  });

  it('[R6] [R3] refuses a call beside a chat', async () => {
    const { ana } = await agentIds();
    await held(ana, 'chat', 3);
    const call = await waiting('video');
    await expect(claim(ana, call, ALL_SLOTS)).rejects.toThrow(/UNIQUE/);
    await claim(
      ana,
      call,
      ALL_SLOTS.filter((slot) => slot !== 3),
    );
    await expect(assign(ana, call)).rejects.toThrow(/without its capacity/);
    await slots().where('interaction_id', call).delete();
  });

  it('[R6] refuses a second holder of a slot', async () => {
    const { ana } = await agentIds();
    await held(ana, 'chat', 2);
    await expect(claim(ana, await waiting('chat'), [2])).rejects.toThrow(/UNIQUE/);
  });

  it('[R6] refuses a chat in two slots, of one agent or of two', async () => {
    const { ana, bruno } = await agentIds();
    const chat = await held(ana, 'chat', 0);
    await expect(claim(ana, chat, [1])).rejects.toThrow(/one capacity slot/);
    await expect(claim(bruno, chat, [0])).rejects.toThrow(/one capacity slot/);
  });

  it.each([-1, SLOT_COUNT, null])('[R6] [R2] refuses the slot %s', async (slot) => {
    const { ana } = await agentIds();
    const row = { agent_id: ana, slot, interaction_id: await waiting('chat') };
    await expect(slots().insert(row)).rejects.toThrow(/no such capacity slot/);
  });

  it('[R6] [R2] refuses a capacity out of its range, of an agent and of all', async () => {
    const { ana } = await agentIds();
    const agents = () => scene.knex('attendance_agents').where('id', ana);
    const settings = () => scene.knex('attendance_settings');
    for (const capacity of [-1, SLOT_COUNT + 1]) {
      await expect(agents().update({ capacity })).rejects.toThrow(/a capacity is/);
      await expect(settings().update({ default_capacity: capacity })).rejects.toThrow(/a capacity is/);
      await expect(scene.knex('attendance_agents').insert({ user_id: 999, capacity })).rejects.toThrow(
        /a capacity is/,
      );
    }
    for (const capacity of [0, SLOT_COUNT, null]) expect(await agents().update({ capacity })).toBe(1);
  });

  it('[R6] refuses an assignment without slots, by insert and by update', async () => {
    const { ana, bruno } = await agentIds();
    for (const channel of ['chat', 'video'] as const) {
      await expect(waiting(channel, { status: 'assigned', agent_id: ana })).rejects.toThrow(
        /without its capacity/,
      );
      await expect(assign(ana, await waiting(channel))).rejects.toThrow(/without its capacity/);
    }
    // Slots of another agent are none.
    const chat = await waiting('chat');
    await claim(bruno, chat, [0]);
    await expect(assign(ana, chat)).rejects.toThrow(/without its capacity/);
    await slots().where('interaction_id', chat).delete();
  });

  it('[R6] refuses to make a call of an assigned chat, or to give it to somebody else, without the slots', async () => {
    const { ana, bruno } = await agentIds();
    const chat = await held(ana, 'chat');
    const row = () => interactions().where('id', chat);
    await expect(row().update({ channel: 'video' })).rejects.toThrow(/without its capacity/);
    await expect(row().update({ channel: 'video', whole_agent: true })).rejects.toThrow(
      /without its capacity/,
    );
    await expect(row().update({ agent_id: bruno })).rejects.toThrow(/without its capacity/);
  });

  it('[R6] [M1] refuses to keep an agent whole who holds something else, and anything beside it', async () => {
    const { ana } = await agentIds();
    const asking = await held(ana, 'chat', 0);
    const other = await held(ana, 'chat', 1);
    const whole = () => interactions().where('id', asking).update({ whole_agent: true });
    await expect(whole()).rejects.toThrow(/takes its agent whole/);
    await interactions().where('id', other).update({ status: 'ended', live_key: null, ended_at: 2 });
    await slots().where('interaction_id', other).delete();
    expect(await whole()).toBe(1);
    await expect(claim(ana, await waiting('chat'), [3])).rejects.toThrow(/beside a call/);
    await claim(ana, asking, [1]);
    await expect(slots().where({ interaction_id: asking, slot: 1 }).delete()).rejects.toThrow(
      /keeps its slots/,
    );
    await interactions().where('id', asking).update({ whole_agent: false });
    expect(await slots().where({ interaction_id: asking, slot: 1 }).delete()).toBe(1);
    await expect(slots().where('interaction_id', asking).delete()).rejects.toThrow(/keeps its slots/);
  });

  it('[R6] refuses to change a slot, and to free it under an assignment', async () => {
    const { ana, bruno } = await agentIds();
    const chat = await held(ana, 'chat');
    const row = () => slots().where('interaction_id', chat);
    await expect(row().update({ slot: 5 })).rejects.toThrow(/never changed/);
    await expect(row().update({ agent_id: bruno })).rejects.toThrow(/never changed/);
    await expect(row().delete()).rejects.toThrow(/keeps its slots/);
    await interactions().where('id', chat).update({ status: 'ended', live_key: null, ended_at: 2 });
    expect(await row().delete()).toBe(1);
  });

  it('[P3] [R6] refuses a second live interaction of a visitor, with the key and without it', async () => {
    const first = await waiting('chat');
    const { visitor_id: visitor } = (await interactions().where('id', first).first()) as {
      visitor_id: number;
    };
    const second = (overrides: object) => waiting('chat', { visitor_id: visitor, ...overrides });
    await expect(second({ live_key: `1/${visitor}` })).rejects.toThrow(/UNIQUE/);
    await expect(second({ live_key: null })).rejects.toThrow(/carries the key/);
    await expect(second({ live_key: 'another' })).rejects.toThrow(/carries the key/);
    await expect(interactions().where('id', first).update({ live_key: null })).rejects.toThrow(
      /carries the key/,
    );
    await interactions().where('id', first).update({ status: 'abandoned', live_key: null, ended_at: 2 });
    await second({ live_key: `1/${visitor}` });
    // On another site the same visitor number is another visitor.
    await second({ site_id: 2, live_key: `2/${visitor}` });
  });
});

describe('the guards themselves', () => {
  const refusesNoSlot = async (): Promise<void> => {
    const { ana } = await agentIds();
    const row = { agent_id: ana, slot: SLOT_COUNT, interaction_id: await waiting('chat') };
    await expect(slots().insert(row)).rejects.toThrow(/no such capacity slot/);
  };
  const beside = <Result>(work: (database: Database.Database) => Result): Result => {
    const database = new Database(process.env['DATABASE_FILENAME'] ?? '', { timeout: 5_000 });
    try {
      return work(database);
    } finally {
      database.close();
    }
  };

  it('[R6] [Z90] finding S1: leave nothing in the file; whoever else opens it is still refused what must be unique', async () => {
    const { ana } = await agentIds();
    await held(ana, 'chat', 2);
    beside((database) => {
      expect(database.prepare(`SELECT name FROM sqlite_master WHERE type = 'trigger'`).all()).toEqual([]);
      const claimAgain = database.prepare(
        'INSERT INTO attendance_slots (agent_id, slot, interaction_id) VALUES (?, 2, 999)',
      );
      expect(() => claimAgain.run(ana)).toThrow(/UNIQUE/);
      const liveAgain = database.prepare(
        `INSERT INTO attendance_interactions (live_key) SELECT live_key FROM attendance_interactions LIMIT 1`,
      );
      expect(() => liveAgain.run()).toThrow(/UNIQUE/);
    });
  });

  it('[R6] [Z90] stand on each connection that the pool makes anew, and so does what keeps a commit', async () => {
    const { client } = scene.knex as unknown as {
      client: {
        acquireConnection(): Promise<Database.Database & { __knex__disposed?: string }>;
        releaseConnection(connection: Database.Database): Promise<void>;
      };
    };
    const first = await client.acquireConnection();
    first.__knex__disposed = 'the test wants another';
    await client.releaseConnection(first);
    const second = await client.acquireConnection();
    expect(second).not.toBe(first);
    expect(second.pragma('synchronous', { simple: true })).toBe(2);
    await client.releaseConnection(second);
    await refusesNoSlot();
  });

  it('[R6] [Z63] [Z91] stand while somebody beside the server makes the tables anew, as Strapi’s schema sync does', async () => {
    beside((database) => {
      const { sql } = database
        .prepare(`SELECT sql FROM sqlite_master WHERE name = 'attendance_slots'`)
        .get() as { sql: string };
      database.exec(`BEGIN;
        ${sql.replace('attendance_slots', '_knex_temp_alter')};
        INSERT INTO _knex_temp_alter SELECT * FROM attendance_slots;
        DROP TABLE attendance_slots;
        ALTER TABLE _knex_temp_alter RENAME TO attendance_slots;
        CREATE UNIQUE INDEX attendance_slots_holder ON attendance_slots (agent_id, slot);
        COMMIT`);
    });
    await refusesNoSlot();
    const { ana } = await agentIds();
    await held(ana, 'chat', 3);
    await expect(slots().where({ agent_id: ana, slot: 3 }).delete()).rejects.toThrow(/keeps its slots/);
  });
});
