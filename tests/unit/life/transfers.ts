import type { AgentId, DepartmentId } from '../../../plugins/attendance/protocol/schemas/ids';
import type { TransferObstacle } from '../../../plugins/attendance/protocol/interactions/transfer';
import type { TransferRequest } from '../../../plugins/attendance/server/src/application/interactions/stored-interaction';
import {
  demand,
  hasRoom,
  isAttending,
  isCall,
  isHere,
  isSuited,
  workerOf,
  type Case,
  type Ledger,
} from './ledger';
import { FOR_THE_TEAM, type Life } from './life';

/** [R15] Its agent hands it on; whether that may be is known beforehand, and a refusal says exactly why. */
export async function transfer(
  life: Life,
  agentId: AgentId,
  held: Case,
  to: TransferRequest['to'],
): Promise<void> {
  const { name } = workerOf(life.ledger, agentId);
  const expected = obstacleTo(life.ledger, held, to);
  const before = JSON.stringify(life.database.slots);
  const { revision } = held;
  const outcome = await life.wishing([{ kind: 'transfer', interactionId: held.id }], () =>
    life.service().attend.transfer(held.id, { agentId, agentName: name, to, note: FOR_THE_TEAM }),
  );
  const fields = { id: held.id, to, expected, outcome: outcome.ok ? 'ok' : outcome };
  if (to.kind === 'agent' && to.agentId === agentId && expected === null)
    return demand(!outcome.ok && outcome.code === 'bad_request', '[R15] handed to themselves', fields);
  demand(outcome.ok === (expected === null), '[R15] handed on, or refused, against the rules', fields);
  if (outcome.ok) return;
  demand(outcome.obstacle === expected, '[R15] refused for another reason', fields);
  const isAsBefore = JSON.stringify(life.database.slots) === before && held.revision === revision;
  demand(isAsBefore, '[R15] refused, and something has changed', fields);
}

function obstacleTo(ledger: Ledger, held: Case, to: TransferRequest['to']): TransferObstacle | null {
  if (held.hasVisitorEnded) return 'ended';
  if (!isHere(ledger, held)) return 'away';
  return to.kind === 'agent'
    ? obstacleAt(ledger, held, to.agentId)
    : obstacleIn(ledger, held, to.departmentId);
}

/** Why this agent cannot be given it, by counting. `keptFor` is the one that an agent who is kept for it may have all the same. */
export function obstacleAt(
  ledger: Ledger,
  held: Case,
  id: AgentId,
  keptFor: Case['id'] | null = null,
): TransferObstacle | null {
  if (id === held.agentId) return null;
  const worker = workerOf(ledger, id);
  if (!isAttending(worker)) return 'offline';
  if (!worker.channels.includes(held.channel)) return 'channel';
  if (worker.reservedFor !== null && worker.reservedFor !== keptFor) return 'reserved';
  if (hasRoom(ledger, worker, held)) return null;
  return isCall(held) ? 'busy' : 'full';
}

function obstacleIn({ workers }: Ledger, held: Case, departmentId: DepartmentId): TransferObstacle | null {
  const there = [...workers.values()].filter(
    (worker) => isAttending(worker) && worker.departmentIds.includes(departmentId),
  );
  if (there.length === 0) return 'offline';
  return there.some((worker) => isSuited(worker, { ...held, departmentId })) ? null : 'channel';
}
