import type { Picture } from '../../../../protocol/settings/appearance';
import type { Channel } from '../../../../protocol/shared/choices';
import type { OfflineReason } from '../../../../protocol/schemas/statuses';
import type { Presence } from '../../../../protocol/schemas/scalars';
import type { AgentId, DepartmentId, InteractionId } from '../../../../protocol/schemas/ids';
import type { AgentProfile, AgentReader, LostAgent, StoredAgent } from '../../application/agents/ports';
import type { RoutingAgent } from '../../domain/routing/routing';
import type { SqlReader } from '../database/sql';
import { fromJson, toPhoto, toTime } from '../database/columns';
import { TABLE } from '../database/tables';

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
  offline_note: string | null;
  last_assigned_at: number | string | null;
  lost_at: number | string | null;
  reserved_for: number | null;
}

const SELECT = `
  SELECT a.*, (SELECT default_capacity FROM ${TABLE.settings} LIMIT 1) AS default_capacity FROM ${TABLE.agents} a`;
const BY_ID = `${SELECT} WHERE a.id = ?`;
const BY_USER = `${SELECT} WHERE a.user_id = ?`;
const ONLINE = `${SELECT} WHERE a.presence = 'online'`;
const PROFILES = `
  SELECT a.*, (SELECT default_capacity FROM ${TABLE.settings} LIMIT 1) AS default_capacity, u.email,
    (u.id IS NULL OR u.is_active IS NOT true OR u.blocked IS true) AS is_user_gone,
    (SELECT count(DISTINCT s.interaction_id) FROM ${TABLE.slots} s WHERE s.agent_id = a.id) AS open_interactions
  FROM ${TABLE.agents} a LEFT JOIN admin_users u ON u.id = a.user_id ORDER BY a.public_name`;
const PHOTOS = `SELECT photo FROM ${TABLE.agents} WHERE photo IS NOT NULL`;
const LOST = `SELECT a.id, a.public_name, a.lost_at FROM ${TABLE.agents} a WHERE a.lost_at IS NOT NULL
  AND (a.presence = 'online' OR EXISTS (SELECT 1 FROM ${TABLE.slots} s WHERE s.agent_id = a.id))`;
const OFFLINE_HOLDERS = `SELECT id FROM ${TABLE.agents} WHERE presence = 'offline'
  AND id IN (SELECT agent_id FROM ${TABLE.slots} WHERE interaction_id IS NOT NULL)`;
const ATTENDING = `SELECT 1 FROM ${TABLE.agents} WHERE presence = 'online' AND (lost_at IS NULL OR lost_at > ?) LIMIT 1`;
const SLOTS = `SELECT agent_id, slot, interaction_id FROM ${TABLE.slots}`;

/** Reads agents outside a transaction. */
export function createAgentReader(reader: SqlReader): AgentReader {
  const one = async (sql: string, parameter: number): Promise<StoredAgent | null> => {
    const [row] = await reader.rows<AgentRow>(sql, parameter);
    return row === undefined ? null : toAgent(row);
  };
  return {
    find: (id) => one(BY_ID, id),
    findByUser: (userId) => one(BY_USER, userId),
    profiles: async () => (await reader.rows<ProfileRow>(PROFILES)).map(toProfile),
    photos: async () => {
      const rows = await reader.rows<{ photo: string | Picture }>(PHOTOS);
      return rows.map(({ photo }) => toPhoto(photo));
    },
    lost: async () => (await reader.rows<LostRow>(LOST)).map(toLost),
    offlineHolders: async () => (await reader.rows<{ id: AgentId }>(OFFLINE_HOLDERS)).map(({ id }) => id),
    isAnybodyAttending: async (lostSince) => (await reader.rows(ATTENDING, lostSince)).length > 0,
    routingAgents: async (isConnected) => {
      const rows = await reader.rows<AgentRow>(ONLINE);
      const slots = await reader.rows<SlotRow>(SLOTS);
      const heldBy = new Map<number, SlotRow[]>(rows.map(({ id }) => [id, []]));
      for (const slot of slots) heldBy.get(slot.agent_id)?.push(slot);
      return rows.map((row) => toRoutingAgent(row, heldBy.get(row.id) ?? [], isConnected(row.id as AgentId)));
    },
  };
}

interface LostRow {
  id: number;
  public_name: string;
  lost_at: number | string;
}

function toLost(row: LostRow): LostAgent {
  return { id: row.id as AgentId, publicName: row.public_name, lostAt: toTime(row.lost_at) };
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
    offlineNote: row.offline_note,
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
