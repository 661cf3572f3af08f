import type { AgentId, DepartmentId, InteractionId } from '../../plugins/attendance/protocol/ids';
import type {
  Outcome,
  TransferRequest,
  Transition,
} from '../../plugins/attendance/server/src/application/ports';
import { slotsFor } from '../../plugins/attendance/server/src/domain/capacity';
import type { AssignedInteraction } from '../../plugins/attendance/server/src/domain/interaction';
import {
  departmentAfter,
  obstacleAtAgent,
  obstacleAtDepartment,
  obstacleInVisitor,
  type TransferCandidate,
  type TransferCommand,
  type TransferTarget,
} from '../../plugins/attendance/server/src/domain/transfer';
import { capacityOf, type AgentRecord, type MemoryDatabase } from './memory-database';

type Transit = (command: TransferCommand) => Outcome<Transition>;

/** [R15] Frees and claims, or changes nothing. */
export function transfer(
  database: MemoryDatabase,
  id: InteractionId,
  request: TransferRequest,
  now: number,
  transit: Transit,
): Outcome<Transition> {
  const { agentId, agentName, note, to } = request;
  const interaction = database.interactions.get(id)?.interaction;
  if (interaction?.status !== 'assigned' || interaction.agentId !== agentId) return refuse('not_found');
  const obstacle = obstacleInVisitor(interaction);
  if (obstacle !== null) return { ok: false, code: 'conflict', obstacle };
  const target =
    to.kind === 'agent'
      ? agentTarget(database, interaction, to.agentId)
      : departmentTarget(database, interaction, to.departmentId);
  if (!target.ok) return target;
  const outcome = transit({ kind: 'transfer', agentId, agentName, note, to: target.data });
  if (outcome.ok && target.data.kind === 'agent') receive(database, interaction, target.data.agentId, now);
  return outcome;
}

const refuse = (code: 'not_found' | 'bad_request') => ({ ok: false, code }) as const;

function agentTarget(
  database: MemoryDatabase,
  { agentId: holder, channel, departmentId: present }: AssignedInteraction,
  agentId: AgentId,
): Outcome<TransferTarget> {
  const agent = database.agents.get(agentId);
  if (agent === undefined) return refuse('not_found');
  if (agentId === holder) return refuse('bad_request');
  const obstacle = obstacleAtAgent(toCandidate(database, agent), channel);
  if (obstacle !== null) return { ok: false, code: 'conflict', obstacle };
  const departmentId = departmentAfter(present, agent.departmentIds);
  const { ringMs } = database.settings;
  return { ok: true, data: { kind: 'agent', agentId, name: agent.publicName, departmentId, ringMs } };
}

function departmentTarget(
  database: MemoryDatabase,
  { channel }: AssignedInteraction,
  departmentId: DepartmentId,
): Outcome<TransferTarget> {
  const department = database.departments.get(departmentId);
  if (department === undefined) return refuse('not_found');
  const members = [...database.agents.values()].filter((agent) => agent.departmentIds.includes(departmentId));
  const obstacle = obstacleAtDepartment(
    members.map((agent) => toCandidate(database, agent)),
    channel,
  );
  if (obstacle !== null) return { ok: false, code: 'conflict', obstacle };
  return { ok: true, data: { kind: 'department', departmentId, name: department.name } };
}

function toCandidate(database: MemoryDatabase, agent: AgentRecord): TransferCandidate {
  return {
    isAttending: agent.presence === 'online' && agent.lostAt === null,
    channels: agent.channels,
    capacity: capacityOf(database, agent),
    heldSlots: slotsOf(database, agent.id),
    isReserved: agent.reservedFor !== null,
  };
}

function slotsOf({ slots }: MemoryDatabase, id: AgentId): number[] {
  return slots.filter(({ agentId }) => agentId === id).map(({ slot }) => slot);
}

function receive(
  database: MemoryDatabase,
  { channel, id: interactionId, visitorId }: AssignedInteraction,
  agentId: AgentId,
  now: number,
): void {
  const slots = slotsFor(channel, slotsOf(database, agentId), Number.MAX_SAFE_INTEGER) ?? [];
  database.slots.push(...slots.map((slot) => ({ agentId, slot, interactionId })));
  database.assignments.push({
    interactionId,
    agentId,
    assignedAt: now,
    openedAt: null,
    releasedAt: null,
    outcome: 'held',
  });
  const agent = database.agents.get(agentId);
  if (agent !== undefined) agent.lastAssignedAt = now;
  const visitor = database.visitors.get(visitorId);
  if (visitor !== undefined) visitor.lastAgentId = agentId;
}
