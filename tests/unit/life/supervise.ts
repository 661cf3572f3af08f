import type { TransferObstacle } from '../../../plugins/attendance/protocol/interactions/transfer';
import type { AgentId } from '../../../plugins/attendance/protocol/schemas/ids';
import type { StoredAgent } from '../../../plugins/attendance/server/src/application/agents/ports';
import type { AgentCommand, SupervisorAct } from './commands';
import { demand, isHere, workerOf, type Case, type Ledger } from './ledger';
import type { Life } from './life';
import { obstacleAt } from './transfers';

const ACTS: Readonly<Record<SupervisorAct, true>> = {
  'take-over': true,
  'put-back': true,
  'supervisor-end': true,
  'set-offline': true,
};

export function isSupervisorAct(kind: AgentCommand['kind']): kind is SupervisorAct {
  return Object.hasOwn(ACTS, kind);
}

/** [R17] One of the agents does it as a supervisor; whether it may be is known beforehand, and a refusal says exactly why. */
export async function supervise(life: Life, id: AgentId, kind: SupervisorAct, which: number): Promise<void> {
  const { agents } = life.service();
  const by = await agents.find(id);
  demand(by !== null, '[R17] no such supervisor', { id });
  if (kind === 'set-offline') return setOffline(life, by, which);
  const cases = [...life.ledger.cases.values()].filter(({ state }) => state !== 'over');
  // The last case that is over, where none goes on: nothing becomes of it.
  const known = cases[which % Math.max(1, cases.length)] ?? [...life.ledger.cases.values()].at(-1);
  if (known === undefined) return;
  const expected = obstacleTo(life.ledger, known, kind, id);
  const before = JSON.stringify(life.database.slots);
  const { revision } = known;
  const wasOver = known.state === 'over';
  const outcome = await life.wishing([{ kind, interactionId: known.id }], () => act(life, known, kind, by));
  const fields = { id: known.id, kind, expected, outcome: outcome.ok ? 'ok' : outcome };
  demand(outcome.ok === (expected === null), '[R17] done, or refused, against the rules', fields);
  const isAsBefore = JSON.stringify(life.database.slots) === before && known.revision === revision;
  if (wasOver) demand(isAsBefore, '[K7] [R17] a final one changed', fields);
  if (outcome.ok) return;
  const reason = outcome.obstacle ?? outcome.code;
  demand(reason === expected && isAsBefore, '[R17] refused for another reason, or not as before', fields);
}

function act(life: Life, { id }: Case, kind: Exclude<SupervisorAct, 'set-offline'>, by: StoredAgent) {
  const { supervision } = life.service();
  if (kind === 'take-over') return supervision.takeOver(id, by);
  return kind === 'put-back' ? supervision.putBack(id, by) : supervision.end(id, by, '');
}

function obstacleTo(
  ledger: Ledger,
  known: Case,
  kind: Exclude<SupervisorAct, 'set-offline'>,
  id: AgentId,
): TransferObstacle | 'conflict' | null {
  if (kind === 'supervisor-end') return known.state === 'waiting' ? 'conflict' : null;
  if (known.state === 'over') return 'ended';
  if (kind === 'put-back' && known.state === 'waiting') return null;
  if (kind === 'take-over' && known.agentId === id) return null;
  if (known.hasVisitorEnded) return 'ended';
  if (!isHere(ledger, known)) return 'away';
  return kind === 'take-over' ? obstacleAt(ledger, known, id, known.id) : null;
}

async function setOffline({ ledger, service }: Life, by: StoredAgent, which: number): Promise<void> {
  const ids = [...ledger.workers.keys()];
  const worker = workerOf(ledger, ids[which % ids.length] as AgentId);
  const wasOnline = worker.isOnline;
  const outcome = await service().supervision.setOffline(worker.id, by, 'fim do turno');
  demand(outcome.ok === wasOnline, '[R17] set Offline, or refused, against the rules', { id: worker.id });
  if (outcome.ok) Object.assign(worker, { isOnline: false, missedInARow: 0, reservedFor: null });
}
