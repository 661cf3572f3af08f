import type { InteractionTx } from './rows';
import type { AgentId, DepartmentId, InteractionId } from '../../../../protocol/schemas/ids';
import type { TransferObstacle } from '../../../../protocol/interactions/transfer';
import type { AssignedInteraction } from '../../domain/interactions/interaction-state';
import {
  departmentAfter,
  obstacleAtAgent,
  obstacleAtDepartment,
  obstacleInVisitor,
  type TransferTarget,
} from '../../domain/interactions/transfer';
import type { AgentRow } from '../agents/rows';
import type { Steps } from '../steps';
import type { Outcome } from '../outcome';
import type { TransferRequest, Transition } from './stored-interaction';
import { receive } from './claim';
import { transition } from './transition';

const NOT_FOUND = { ok: false, code: 'not_found' } as const;

/**
 * Hands an interaction on [R15], freeing and claiming in one transaction: the receiver is locked, then who they are and what they
 * hold is looked at, then it changes hands. Refused, nothing has changed.
 */
export function* transfer(
  tx: InteractionTx,
  id: InteractionId,
  { agentId, agentName, note, to }: TransferRequest,
  now: number,
): Steps<Outcome<Transition>> {
  // A department before its interactions, as where one is removed: whoever locks in another order may wait for us, and we for them.
  const department = to.kind === 'department' ? yield* tx.departments.lockName(to.departmentId) : null;
  const interaction = (yield* tx.interactions.lock(id))?.interaction;
  if (interaction?.status !== 'assigned' || interaction.agentId !== agentId) return NOT_FOUND;
  const obstacle = obstacleInVisitor(interaction);
  if (obstacle !== null) return blocked(obstacle);
  const target =
    to.kind === 'agent'
      ? yield* agentTarget(tx, interaction, to.agentId)
      : yield* departmentTarget(tx, interaction, to.departmentId, department);
  if (!target.ok) return target;
  const command = { kind: 'transfer' as const, agentId, agentName, note, to: target.data };
  const outcome = yield* transition(tx, id, command, now);
  if (outcome.ok && target.data.kind === 'agent') yield* receive(tx, outcome.data, target.data.agentId, now);
  return outcome;
}

function blocked(obstacle: TransferObstacle): Outcome<never> {
  return { ok: false, code: 'conflict', obstacle };
}

function* agentTarget(
  tx: InteractionTx,
  interaction: AssignedInteraction,
  agentId: AgentId,
): Steps<Outcome<TransferTarget>> {
  const agent = yield* tx.agents.lock(agentId);
  if (agent === null) return NOT_FOUND;
  if (agentId === interaction.agentId) return { ok: false, code: 'bad_request' };
  const held = yield* tx.slots.heldBy(agentId);
  const candidate = { ...toCandidate(agent), heldSlots: held.map(({ slot }) => slot) };
  const obstacle = obstacleAtAgent(candidate, interaction.channel);
  if (obstacle !== null) return blocked(obstacle);
  const { publicName: name, ringMs } = agent;
  const departmentId = departmentAfter(interaction.departmentId, agent.departmentIds);
  return { ok: true, data: { kind: 'agent', agentId, name, departmentId, ringMs } };
}

function* departmentTarget(
  tx: InteractionTx,
  { channel }: AssignedInteraction,
  departmentId: DepartmentId,
  name: string | null,
): Steps<Outcome<TransferTarget>> {
  if (name === null) return NOT_FOUND;
  const members = (yield* tx.agents.all()).filter((agent) => agent.departmentIds.includes(departmentId));
  const obstacle = obstacleAtDepartment(members.map(toCandidate), channel);
  return obstacle === null
    ? { ok: true, data: { kind: 'department', departmentId, name } }
    : blocked(obstacle);
}

function toCandidate({ capacity, channels, lostAt, presence, reservedFor }: AgentRow) {
  return {
    isAttending: presence === 'online' && lostAt === null,
    channels,
    capacity,
    isReserved: reservedFor !== null,
  };
}
