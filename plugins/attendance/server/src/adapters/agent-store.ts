import type { Knex } from 'knex';

import type { Picture } from '../../../protocol/appearance';
import type { Channel, OfflineReason, Presence } from '../../../protocol/entities';
import type { AgentId, DepartmentId, InteractionId } from '../../../protocol/ids';
import type { AgentProfile, AgentStore, StoredAgent } from '../application/ports';
import type { RoutingAgent } from '../domain/routing';
import { storePresence } from './agent-presence';
import type { SqlReader } from './database/sql';
import { createSqliteReader } from './database/sqlite/sqlite-reader';
import { fromJson, toPhoto, toTime } from './interaction-rows';
import { adoptAgent } from './import/logins';
import { withSqlite } from './sqlite-connection';
import { TABLE } from './tables';

interface AgentRow {
  id: number;
  user_id: number | null;
  public_name: string;
  capacity: number | null;
  default_capacity: number;
  channels: string | Channel[];
  department_ids: string | DepartmentId[];
  presence: Presence;
  offline_reason: OfflineReason | null;
  last_assigned_at: number | string | null;
  lost_at: number | string | null;
  reserved_for: number | null;
}

/** The agents: whoever may attend, from their first connection on [R16]. */
export function createAgentStore(knex: Knex, reader: SqlReader = createSqliteReader(knex)): AgentStore {
  const select = () => selectAgents(knex);

  const find = async (id: AgentId): Promise<StoredAgent | null> => {
    const [row] = await reader.rows<AgentRow>(`${SELECT} WHERE a.id = ?`, id);
    return row === undefined ? null : toAgent(row);
  };

  /** Whoever is an agent already stays so: by their login, or by its address after an import. */
  const introduce = async (agent: ReturnType<typeof newAgent> & { never_here?: boolean }): Promise<void> => {
    const email = knex.raw('(SELECT lower(email) FROM admin_users WHERE id = ?)', [agent.user_id]);
    await withSqlite(knex, (connection) => adoptAgent(connection, agent.user_id));
    await knex(TABLE.agents)
      .insert({ ...agent, user_email: email })
      .onConflict('user_id')
      .ignore();
  };

  return {
    find,
    findByUser: async (userId) => {
      const [row] = (await select().where('a.user_id', userId)) as AgentRow[];
      return row === undefined ? null : toAgent(row);
    },
    ensure: async (userId, publicName) => {
      await introduce(newAgent(userId, publicName));
      await knex(TABLE.agents).where({ user_id: userId, never_here: true }).update({ never_here: false });
      const [row] = (await select().where('a.user_id', userId)) as AgentRow[];
      if (row === undefined) throw new Error('the agent was not found after its insert');
      return toAgent(row);
    },
    expect: async (users) => {
      for (const { name, userId } of users) await introduce({ ...newAgent(userId, name), never_here: true });
    },
    profiles: async () => ((await selectProfiles(knex)) as ProfileRow[]).map(toProfile),
    update: async (id, { version, ...update }) => {
      const changed = await knex(TABLE.agents)
        .where({ id, version })
        .update({
          version: version + 1,
          public_name: update.publicName,
          capacity: update.capacity,
          channels: JSON.stringify(update.channels),
          department_ids: JSON.stringify(update.departmentIds),
          ...(update.photo !== undefined && {
            photo: update.photo === null ? null : JSON.stringify(update.photo),
          }),
        });
      const [row] = (await selectProfiles(knex).where('a.id', id)) as ProfileRow[];
      if (row === undefined) return { ok: false, code: 'not_found' };
      return changed === 0 ? { ok: false, code: 'conflict' } : { ok: true, data: toProfile(row) };
    },
    photos: async () => {
      const sql = `SELECT photo FROM ${TABLE.agents} WHERE photo IS NOT NULL`;
      const rows = await reader.rows<{ photo: string | Picture }>(sql);
      return rows.map(({ photo }) => toPhoto(photo));
    },
    isAnybodyAttending: async (lostSince) => {
      const anybody = await reader.rows(
        `SELECT 1 FROM ${TABLE.agents} WHERE presence = 'online' AND (lost_at IS NULL OR lost_at > ?) LIMIT 1`,
        lostSince,
      );
      return anybody.length > 0;
    },
    setPresence: (id, presence, reason) => storePresence(knex, id, presence, reason ?? null),
    ...presenceMarks(knex, reader),
    routingAgents: async (isConnected) => {
      const rows = await reader.rows<AgentRow>(`${SELECT} WHERE a.presence = 'online'`);
      const slots = await reader.rows<SlotRow>(`SELECT agent_id, slot, interaction_id FROM ${TABLE.slots}`);
      const heldBy = new Map<number, SlotRow[]>(rows.map(({ id }) => [id, []]));
      for (const slot of slots) heldBy.get(slot.agent_id)?.push(slot);
      return rows.map((row) => toRoutingAgent(row, heldBy.get(row.id) ?? [], isConnected(row.id as AgentId)));
    },
  };
}

type PresenceMarks = Pick<
  AgentStore,
  'setLost' | 'markAllLost' | 'lost' | 'offlineHolders' | 'clearMissed' | 'reserve' | 'lapse'
>;

function presenceMarks(knex: Knex, reader: SqlReader): PresenceMarks {
  return {
    setLost: async (id, lostAt) => {
      await knex(TABLE.agents).where('id', id).update({ lost_at: lostAt });
    },
    markAllLost: async (now) => {
      await knex(TABLE.agents).whereNull('lost_at').update({ lost_at: now });
    },
    offlineHolders: async () => {
      const rows = await reader.rows<{ id: number }>(
        `SELECT id FROM ${TABLE.agents} WHERE presence = 'offline'
         AND id IN (SELECT agent_id FROM ${TABLE.slots} WHERE interaction_id IS NOT NULL)`,
      );
      return rows.map(({ id }) => id as AgentId);
    },
    lost: async () => {
      const rows = (await knex(`${TABLE.agents} as a`)
        .whereNotNull('a.lost_at')
        .andWhere(
          (concerned) =>
            void concerned
              .where('a.presence', 'online')
              .orWhereExists(knex(TABLE.slots).whereRaw('agent_id = a.id').select('id')),
        )
        .select('a.id', 'a.public_name', 'a.lost_at')) as {
        id: number;
        public_name: string;
        lost_at: number | string;
      }[];
      return rows.map((row) => ({
        id: row.id as AgentId,
        publicName: row.public_name,
        lostAt: toTime(row.lost_at),
      }));
    },
    clearMissed: async (id) => {
      await knex(TABLE.agents).where('id', id).whereNot('missed_in_a_row', 0).update({ missed_in_a_row: 0 });
    },
    reserve: async (id, interactionId) => {
      const changed = await knex(TABLE.agents)
        .where({ id, presence: 'online' })
        .whereNull('reserved_for')
        .update({ reserved_for: interactionId });
      return changed > 0;
    },
    lapse: async (id) => {
      await knex(TABLE.agents).where('id', id).update({ reserved_for: null });
    },
  };
}

/** Offline, on all channels, of no department, with the capacity of all [Z8]. */
function newAgent(userId: number, publicName: string) {
  return {
    user_id: userId,
    public_name: publicName,
    channels: JSON.stringify(['chat', 'voice', 'video']),
    department_ids: JSON.stringify([]),
    presence: 'offline',
    version: 0,
  };
}

const SELECT = `
  SELECT a.*, (SELECT default_capacity FROM ${TABLE.settings} LIMIT 1) AS default_capacity FROM ${TABLE.agents} a`;

function selectAgents(knex: Knex) {
  return knex(`${TABLE.agents} as a`).select<AgentRow[]>(
    'a.*',
    knex.raw(`(select default_capacity from ${TABLE.settings} limit 1) as default_capacity`),
  );
}

function selectProfiles(knex: Knex) {
  return selectAgents(knex)
    .leftJoin('admin_users as u', 'u.id', 'a.user_id')
    .select(
      'u.email as email',
      knex.raw('(u.id is null or u.is_active is not true or u.blocked is true) as is_user_gone'),
      knex.raw(
        `(select count(distinct s.interaction_id) from ${TABLE.slots} s where s.agent_id = a.id) as open_interactions`,
      ),
    )
    .orderBy('a.public_name');
}

interface ProfileRow extends AgentRow {
  version: number;
  photo: string | Picture | null;
  email: string | null;
  is_user_gone: number;
  never_here: number | boolean | null;
  open_interactions: number;
}

interface SlotRow {
  agent_id: number;
  slot: number;
  interaction_id: number;
}

function toAgent(row: AgentRow): StoredAgent {
  return {
    id: row.id as AgentId,
    userId: row.user_id,
    publicName: row.public_name,
    presence: row.presence,
    capacity: row.capacity ?? row.default_capacity,
    channels: fromJson<Channel[]>(row.channels),
    departmentIds: fromJson<DepartmentId[]>(row.department_ids),
    offlineReason: row.offline_reason,
    reservedFor: row.reserved_for as InteractionId | null,
  };
}

function toProfile(row: ProfileRow): AgentProfile {
  return {
    ...toAgent(row),
    version: row.version,
    email: row.email ?? '',
    photo: row.photo === null ? null : fromJson<Picture>(row.photo),
    ownCapacity: row.capacity,
    openInteractions: Number(row.open_interactions),
    isUserGone: Boolean(row.is_user_gone),
    isNeverHere: Boolean(row.never_here),
  };
}

function toRoutingAgent(row: AgentRow, held: readonly SlotRow[], isConnected: boolean): RoutingAgent {
  return {
    agentId: row.id as AgentId,
    isOnline: row.presence === 'online',
    isConnected,
    channels: fromJson<Channel[]>(row.channels),
    departmentIds: fromJson<DepartmentId[]>(row.department_ids),
    capacity: row.capacity ?? row.default_capacity,
    heldSlots: held.map(({ slot }) => slot),
    openInteractions: new Set(held.map((slot) => slot.interaction_id)).size,
    lastAssignedAt: row.last_assigned_at === null ? 0 : toTime(row.last_assigned_at),
    reservedFor: row.reserved_for as InteractionId | null,
  };
}
