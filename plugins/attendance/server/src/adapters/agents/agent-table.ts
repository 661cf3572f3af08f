import type { Channel } from '../../../../protocol/shared/choices';
import type { Presence } from '../../../../protocol/schemas/scalars';
import type { AgentId, DepartmentId, InteractionId } from '../../../../protocol/schemas/ids';
import { LIMITS } from '../../../../protocol/shared/limits';
import type { AgentUpdate } from '../../../../protocol/settings/rest';
import type { AgentChange, AgentRow, AgentRows } from '../../application/agents/rows';
import type { Columns, Sql } from '../database/sql';
import { fromJson, toTimeOrNull } from '../database/columns';
import { TABLE } from '../database/tables';

interface Row {
  readonly id: AgentId;
  readonly public_name: string;
  readonly presence: Presence;
  readonly lost_at: number | string | null;
  readonly channels: string | Channel[];
  readonly department_ids: string | DepartmentId[];
  readonly reserved_for: InteractionId | null;
  readonly capacity: number;
  readonly missed_in_a_row: number;
  readonly missed_max: number | null;
  readonly ring_ms: number | null;
}

const SELECT = `SELECT a.id, a.public_name, a.presence, a.lost_at, a.channels, a.department_ids, a.reserved_for,
    a.missed_in_a_row, coalesce(a.capacity, s.default_capacity) AS capacity, s.missed_max, s.ring_ms
  FROM ${TABLE.agents} a, (SELECT default_capacity, missed_max, ring_ms FROM ${TABLE.settings} LIMIT 1) s`;
const BY_ID = `${SELECT} WHERE a.id = ?`;
const ALL_BY_ID = `${SELECT} ORDER BY a.id`;
const SET_DEPARTMENTS = `UPDATE ${TABLE.agents} SET version = version + 1, department_ids = ? WHERE id = ?`;

const ADOPT = `UPDATE ${TABLE.agents} SET user_id = ?
  WHERE id = (SELECT a.id FROM ${TABLE.agents} a JOIN admin_users u ON lower(u.email) = a.user_email
    WHERE a.user_id IS NULL AND u.id = ? LIMIT 1)
  AND NOT EXISTS (SELECT 1 FROM ${TABLE.agents} WHERE user_id = ?)`;
const INSERT = `INSERT INTO ${TABLE.agents}
    (user_id, public_name, channels, department_ids, presence, version, never_here, user_email)
  VALUES (?, ?, ?, ?, ?, 0, ?, (SELECT lower(email) FROM admin_users WHERE id = ?)) ON CONFLICT (user_id) DO NOTHING`;
const SET_HERE = `UPDATE ${TABLE.agents} SET never_here = ? WHERE user_id = ? AND never_here = ?`;
const MARK_ALL_LOST = `UPDATE ${TABLE.agents} SET lost_at = ? WHERE lost_at IS NULL`;

export function agentTable(sql: Sql): AgentRows {
  return {
    *lock(id) {
      const row = yield* sql.lock<Row>('a', BY_ID, id);
      return row === undefined ? null : toAgentRow(row);
    },
    *all() {
      return (yield* sql.rows<Row>(SELECT)).map(toAgentRow);
    },
    *lockAll() {
      return (yield* sql.lockAll<Row>('a', ALL_BY_ID)).map(toAgentRow);
    },
    update: (id, change) => sql.update(TABLE.agents, id, toAgentColumns(change)),
    *adopt(userId) {
      yield* sql.run(ADOPT, userId, userId, userId);
    },
    *insert({ channels, departmentIds, isNeverHere, presence, publicName, userId }) {
      yield* sql.run(
        INSERT,
        userId,
        publicName,
        JSON.stringify(channels),
        JSON.stringify(departmentIds),
        presence,
        isNeverHere,
        userId,
      );
    },
    *setHere(userId) {
      yield* sql.run(SET_HERE, false, userId, true);
    },
    *edit(id, update) {
      const columns = toEditedColumns(update);
      const assignments = Object.keys(columns).map((name) => `${name} = ?`);
      const text = `UPDATE ${TABLE.agents} SET ${assignments.join(', ')}, version = version + 1 WHERE id = ? AND version = ?`;
      return (yield* sql.run(text, ...Object.values(columns), id, update.version)) > 0;
    },
    *markAllLost(lostAt) {
      yield* sql.run(MARK_ALL_LOST, lostAt);
    },
    *setDepartments(id, departmentIds) {
      yield* sql.run(SET_DEPARTMENTS, JSON.stringify(departmentIds), id);
    },
  };
}

function toAgentRow(row: Row): AgentRow {
  return {
    id: row.id,
    publicName: row.public_name,
    presence: row.presence,
    lostAt: toTimeOrNull(row.lost_at),
    channels: fromJson<Channel[]>(row.channels),
    departmentIds: fromJson<DepartmentId[]>(row.department_ids),
    reservedFor: row.reserved_for,
    capacity: row.capacity,
    missedInARow: row.missed_in_a_row,
    missedMax: row.missed_max ?? LIMITS.missedMax.default,
    ringMs: row.ring_ms ?? LIMITS.ringMs.default,
  };
}

function toEditedColumns({ capacity, channels, departmentIds, photo, publicName }: AgentUpdate): Columns {
  return {
    public_name: publicName,
    capacity,
    channels: JSON.stringify(channels),
    department_ids: JSON.stringify(departmentIds),
    ...(photo !== undefined && { photo: photo === null ? null : JSON.stringify(photo) }),
  };
}

function toAgentColumns({
  lastAssignedAt,
  lostAt,
  missedInARow,
  offlineNote,
  offlineReason,
  presence,
  reservedFor,
}: AgentChange): Columns {
  return {
    ...(presence !== undefined && { presence }),
    ...(offlineReason !== undefined && { offline_reason: offlineReason }),
    ...(offlineNote !== undefined && { offline_note: offlineNote }),
    ...(reservedFor !== undefined && { reserved_for: reservedFor }),
    ...(missedInARow !== undefined && { missed_in_a_row: missedInARow }),
    ...(lostAt !== undefined && { lost_at: lostAt }),
    ...(lastAssignedAt !== undefined && { last_assigned_at: lastAssignedAt }),
  };
}
