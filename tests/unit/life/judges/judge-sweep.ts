import { LIMITS } from '../../../../plugins/attendance/protocol/shared/limits';
import type { MemoryDatabase } from '../../../support/fakes/memory-database';
import { hasReservation } from './judge-agents';
import { graceOf, isLive } from './judge-transitions';
import {
  demand,
  eligibleFor,
  guestOf,
  heldBy,
  isCall,
  isHere,
  latestMs,
  mayServe,
  othersFor,
  queueOf,
  takesAgentWhole,
  workerOf,
  type Case,
  type Ledger,
} from '../ledger';

/** After every step: the rows agree with the model, slot by slot [K4, R5, R6]. */
export function judgeRows(ledger: Ledger, database: MemoryDatabase): void {
  demand(ledger.owedRemovals.length === 0, '[K8] a release was not told to its agent', ledger.owedRemovals);
  for (const [id, { interaction, messages, revision }] of database.interactions) {
    const known = ledger.cases.get(id);
    demand(known !== undefined, '[K8] a beginning was not told', { id });
    const state = { waiting: 'waiting', assigned: 'held', ended: 'over', abandoned: 'over' }[
      interaction.status
    ];
    demand(known.state === state, '[K8] the rows moved without a word', { id, state, known: known.state });
    const agentId = interaction.status === 'assigned' ? interaction.agentId : null;
    demand(known.state !== 'held' || known.agentId === agentId, '[K8] its agent', { id, agentId });
    demand(messages.length === known.lastSequence, '[K2] lines that nobody was told', { id, revision });
  }
  const taken = new Set(database.slots.map(({ agentId, slot }) => `${agentId}/${slot}`));
  demand(taken.size === database.slots.length, '[R6] two holders of one slot');
  for (const { id } of ledger.workers.values()) {
    const held = heldBy(ledger, id);
    const expected = held.reduce((sum, one) => sum + (takesAgentWhole(one) ? 20 : 1), 0);
    const slots = database.slots.filter(({ agentId }) => agentId === id).length;
    demand(slots === expected, '[R5] [R6] slots held are not what is held', { id, slots, expected });
    demand(!held.some(takesAgentWhole) || held.length === 1, '[K4] [R4] a call beside something', { id });
  }
}

/** After every sweep: nothing that is due was left for long. */
export function judgeSweep(ledger: Ledger): void {
  for (const worker of ledger.workers.values()) {
    const lostFor = worker.lostSince === null ? 0 : ledger.clock.charged() - worker.lostSince;
    demand(!worker.isOnline || lostFor <= ledger.settings.graceMs + latestMs(ledger), '[R14] still Online', {
      agentId: worker.id,
      lostFor,
    });
    const { missedMax } = ledger.settings;
    const isTooMany = worker.isOnline && missedMax > 0 && worker.missedInARow >= missedMax;
    demand(!isTooMany, '[R10] missed too many in a row, still Online', { agentId: worker.id });
    if (worker.reservedFor === null) continue;
    const call = ledger.cases.get(worker.reservedFor);
    const isKept = call !== undefined && queueOf(ledger).includes(call) && mayServe(ledger, worker, call);
    demand(isKept, '[R8] a reservation outlived its call', { agentId: worker.id, call: call?.id });
  }
  for (const known of ledger.cases.values()) {
    if (known.state === 'over') continue;
    judgeCase(ledger, known);
    known.lateSweeps = isOverdue(ledger, known) ? known.lateSweeps + 1 : 0;
    demand(known.lateSweeps < 2, '[R8] [R10] due at two sweeps in a row, and not done', { id: known.id });
  }
}

function judgeCase(ledger: Ledger, known: Case): void {
  const { clock, settings } = ledger;
  const { awaySince, backSince } = guestOf(ledger, known.visitorId);
  const awayFor = awaySince === null ? 0 : clock.charged() - awaySince;
  demand(!isLive(known) || awayFor <= settings.persistenceMs + latestMs(ledger), '[P3] [P5] late', {
    id: known.id,
    awayFor,
  });
  if (known.state === 'waiting') {
    const [free] = isHere(ledger, known) ? eligibleFor(ledger, known) : [];
    demand(free === undefined, '[R9] waits while an eligible agent has room', {
      id: known.id,
      agentId: free?.id,
    });
    return;
  }
  judgeAsking(ledger, known);
  if (!isLive(known) || !isHere(ledger, known) || known.agentId === null) return;
  const { lostSince } = workerOf(ledger, known.agentId);
  if (lostSince === null) return;
  const dueSince = Math.max(lostSince + graceOf(ledger, known), backSince);
  demand(clock.charged() - dueSince <= latestMs(ledger), '[R14] put back late', { id: known.id });
}

/** [M1] What was asked for and not answered holds nothing for longer than it may. */
function judgeAsking(ledger: Ledger, { askedAt, call, id }: Case): void {
  const isAsked = call === 'agent-rings' || (call === 'visitor-rings' && askedAt > 0);
  const askedFor = isAsked ? ledger.clock.charged() - askedAt : 0;
  demand(askedFor <= LIMITS.callAskMs + latestMs(ledger), '[M1] asked for too long', { id, askedFor });
}

/** What depends on others at the end of a sweep, and may come to be due within it: seen at two in a row, it was left. */
function isOverdue(ledger: Ledger, known: Case): boolean {
  const { clock, settings, workers } = ledger;
  if (!isLive(known) || !isHere(ledger, known)) return false;
  if (known.state === 'held') {
    const rungFor = known.isOpened || settings.ringMs === 0 ? -1 : rungOutFor(ledger, known);
    const hasRungOut = rungFor >= ledger.standstills * 1_000;
    return hasRungOut && othersFor(ledger, known).length > 0;
  }
  const oldest = queueOf(ledger).find(({ departmentId }) => departmentId === known.departmentId);
  const isToReserve =
    isCall(known) && oldest === known && clock.now() - known.waitingSince > settings.reserveAfterMs;
  if (!isToReserve || hasReservation(ledger, known.departmentId)) return false;
  return [...workers.values()].some(
    (worker) => worker.reservedFor === null && mayServe(ledger, worker, known),
  );
}

/**
 * Since when the ring could have passed, in this stretch of it: one that resumes with nothing left passes from then on.
 * What rang in vain before the visitor left takes nothing off what a standstill may postpone.
 */
function rungOutFor({ clock, settings }: Ledger, { heardMs, ringsSince }: Case): number {
  if (ringsSince === null) return -1;
  return clock.charged() - ringsSince - Math.max(0, settings.ringMs - heardMs);
}
