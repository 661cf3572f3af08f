import type { Database } from 'better-sqlite3';

import type { Channel } from '../../../protocol/entities';
import type { AgentId, DepartmentId, InteractionId } from '../../../protocol/ids';
import { LIMITS } from '../../../protocol/limits';
import type { TransferObstacle } from '../../../protocol/transfer';
import type { Outcome, TransferRequest, Transition } from '../application/ports';
import type { AssignedInteraction } from '../domain/interaction';
import {
  departmentAfter,
  obstacleAtAgent,
  obstacleAtDepartment,
  obstacleInVisitor,
  type TransferCandidate,
  type TransferTarget,
} from '../domain/transfer';
import type { Commit } from './group-commit';
import { transition } from './interaction-changes';
import { fromJson, toInteraction } from './interaction-rows';
import { findRow } from './interaction-select';
import { slotsHeldBy } from './slots';
import { execute, insertRow, rowsIn, updateRow } from './sqlite-connection';
import { TABLE } from './tables';

interface TargetRow {
  readonly id: number;
  readonly public_name: string;
  readonly presence: string;
  readonly lost_at: number | string | null;
  readonly channels: string | Channel[];
  readonly department_ids: string | DepartmentId[];
  readonly reserved_for: number | null;
  readonly capacity: number;
  readonly ring_ms: number | null;
}

/** With what the settings say where the agent has nothing of their own. */
const TARGETS = `
  SELECT a.id, a.public_name, a.presence, a.lost_at, a.channels, a.department_ids, a.reserved_for,
    coalesce(a.capacity, s.default_capacity) AS capacity, s.ring_ms
  FROM ${TABLE.agents} a, (SELECT default_capacity, ring_ms FROM ${TABLE.settings} LIMIT 1) s`;

/**
 * [R15] Frees and claims in one transaction: the receiver's row is written first, which locks it, then who they are and
 * what they hold is looked at, then it changes hands. Refused, nothing has changed.
 */
export function transfer(
  commit: Commit,
  id: InteractionId,
  request: TransferRequest,
  now: number,
): Promise<Outcome<Transition>> {
  return commit((connection) => {
    const { agentId, agentName, note, to } = request;
    const row = findRow(connection, id);
    const interaction = row === null ? null : toInteraction(row);
    if (interaction?.status !== 'assigned' || interaction.agentId !== agentId) return NOT_FOUND;
    const obstacle = obstacleInVisitor(interaction);
    if (obstacle !== null) return blocked(obstacle);
    const target =
      to.kind === 'agent'
        ? agentTarget(connection, interaction, to.agentId)
        : departmentTarget(connection, interaction, to.departmentId);
    if (!target.ok) return target;
    const command = { kind: 'transfer' as const, agentId, agentName, note, to: target.data };
    const outcome = transition(connection, id, command, now);
    if (outcome.ok && target.data.kind === 'agent') {
      updateRow(connection, TABLE.visitors, interaction.visitorId, { last_agent_id: target.data.agentId });
      insertRow(connection, TABLE.assignments, {
        interaction_id: id,
        agent_id: target.data.agentId,
        assigned_at: now,
        outcome: 'held',
      });
      updateRow(connection, TABLE.agents, target.data.agentId, { last_assigned_at: now });
    }
    return outcome;
  });
}

const NOT_FOUND = { ok: false, code: 'not_found' } as const;

function blocked(obstacle: TransferObstacle): Outcome<never> {
  return { ok: false, code: 'conflict', obstacle };
}

function agentTarget(
  connection: Database,
  interaction: AssignedInteraction,
  agentId: AgentId,
): Outcome<TransferTarget> {
  execute(connection, `UPDATE ${TABLE.agents} SET last_assigned_at = last_assigned_at WHERE id = ?`, agentId);
  const [row] = rowsIn<TargetRow>(connection, `${TARGETS} WHERE a.id = ?`, agentId);
  if (row === undefined) return NOT_FOUND;
  if (agentId === interaction.agentId) return { ok: false, code: 'bad_request' };
  const obstacle = obstacleAtAgent(toCandidate(connection, row), interaction.channel);
  if (obstacle !== null) return blocked(obstacle);
  const departmentId = departmentAfter(
    interaction.departmentId,
    fromJson<DepartmentId[]>(row.department_ids),
  );
  const ringMs = row.ring_ms ?? LIMITS.ringMs.default;
  return { ok: true, data: { kind: 'agent', agentId, name: row.public_name, departmentId, ringMs } };
}

function departmentTarget(
  connection: Database,
  { channel }: AssignedInteraction,
  departmentId: DepartmentId,
): Outcome<TransferTarget> {
  const [department] = rowsIn<{ name: string }>(
    connection,
    `SELECT name FROM ${TABLE.departments} WHERE id = ?`,
    departmentId,
  );
  if (department === undefined) return NOT_FOUND;
  const members = rowsIn<TargetRow>(connection, TARGETS).filter((row) =>
    fromJson<DepartmentId[]>(row.department_ids).includes(departmentId),
  );
  const obstacle = obstacleAtDepartment(
    members.map((row) => toCandidate(connection, row)),
    channel,
  );
  return obstacle === null
    ? { ok: true, data: { kind: 'department', departmentId, name: department.name } }
    : blocked(obstacle);
}

function toCandidate(connection: Database, row: TargetRow): TransferCandidate {
  return {
    isAttending: row.presence === 'online' && row.lost_at === null,
    channels: fromJson<Channel[]>(row.channels),
    capacity: row.capacity,
    heldSlots: slotsHeldBy(connection, row.id),
    isReserved: row.reserved_for !== null,
  };
}
