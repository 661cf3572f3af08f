import type { OfflineReason } from '../../../plugins/attendance/protocol/schemas/statuses';
import type { AgentStore } from '../../../plugins/attendance/server/src/application/agents/ports';
import {
  caseOf,
  demand,
  heldBy,
  isCall,
  mayServe,
  queueOf,
  workerOf,
  type Ledger,
  type Worker,
} from './ledger';

/** Watches what the service decides of agents by itself: Offline when lost [R14], and reservations [R8]. */
export function watchAgents(ledger: Ledger, agents: AgentStore): AgentStore {
  return {
    ...agents,
    setPresence: async (id, presence, reason) => {
      const worker = workerOf(ledger, id);
      if (reason !== undefined) judgeOffline(ledger, worker, reason);
      worker.isOnline = presence === 'online';
      worker.missedInARow = 0;
      if (presence === 'offline') worker.reservedFor = null;
      await agents.setPresence(id, presence, reason);
    },
    reserve: async (id, interactionId) => {
      const worker = workerOf(ledger, id);
      judgeReservation(ledger, worker, interactionId);
      const isReserved = await agents.reserve(id, interactionId);
      if (isReserved) worker.reservedFor = interactionId;
      return isReserved;
    },
    lapse: async (id) => {
      const worker = workerOf(ledger, id);
      const call = worker.reservedFor === null ? null : caseOf(ledger, worker.reservedFor);
      const isOver = call === null || !queueOf(ledger).includes(call) || !mayServe(ledger, worker, call);
      demand(isOver, '[R8] lapsed though its call still waits', { agentId: id, call: call?.id });
      worker.reservedFor = null;
      await agents.lapse(id);
    },
  };
}

function judgeOffline(ledger: Ledger, worker: Worker, reason: OfflineReason): void {
  const { clock, settings } = ledger;
  demand(reason === 'lost', '[R10] Offline after what was missed, not with it', { agentId: worker.id });
  const lostFor = worker.lostSince === null ? -1 : clock.charged() - worker.lostSince;
  demand(lostFor >= settings.graceMs, '[R14] Offline early', { agentId: worker.id, lostFor });
}

function judgeReservation(ledger: Ledger, worker: Worker, id: Parameters<AgentStore['reserve']>[1]): void {
  const call = caseOf(ledger, id);
  const fields = { id, agentId: worker.id };
  const waited = ledger.clock.now() - call.waitingSince;
  demand(isCall(call) && waited > ledger.settings.reserveAfterMs, '[R8] reserved too soon', fields);
  const oldest = queueOf(ledger).find(({ departmentId }) => departmentId === call.departmentId);
  demand(oldest === call, '[R8] reserved for one that is not the oldest of its department', fields);
  demand(mayServe(ledger, worker, call) && worker.reservedFor === null, '[R8] not to be reserved', fields);
  demand(!hasReservation(ledger, call.departmentId), '[R8] a second reservation of a department', fields);
  const fewest = [...ledger.workers.values()]
    .filter((other) => other.reservedFor === null && mayServe(ledger, other, call))
    .map(({ id: other }) => heldBy(ledger, other).length);
  demand(heldBy(ledger, worker.id).length === Math.min(...fewest), '[R8] not who holds fewest', fields);
}

export function hasReservation(ledger: Ledger, departmentId: number | null): boolean {
  return [...ledger.workers.values()].some(
    ({ reservedFor }) => reservedFor !== null && caseOf(ledger, reservedFor).departmentId === departmentId,
  );
}
