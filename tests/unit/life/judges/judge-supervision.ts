import type { AssignedInteraction } from '../../../../plugins/attendance/server/src/domain/interactions/interaction-state';
import { callAfter } from './judge-transfers';
import { demand, guestOf, hasRoom, isAttending, isHere, workerOf, type Case, type Ledger } from '../ledger';

/** [R17] A supervisor took it, from its agent or out of turn from the queue: there is room, it is new to them, and its department stays. */
export function judgeTakeOver(ledger: Ledger, known: Case, told: AssignedInteraction): void {
  const worker = workerOf(ledger, told.agentId);
  const fields = { id: known.id, from: known.agentId, to: told.agentId };
  demand(!known.hasVisitorEnded && isHere(ledger, known), '[R17] away or ended', fields);
  demand(isAttending(worker) && worker.channels.includes(known.channel), '[R17] [R1] not there', fields);
  demand(hasRoom(ledger, worker, known), '[R17] [K4] no room', fields);
  demand(told.openedAt === null && told.call?.state !== 'connected', '[R17] [S2] not new', fields);
  demand(told.departmentId === known.departmentId, '[R17] its department', fields);
  const wasHeld = known.state === 'held';
  Object.assign(known, {
    state: 'held',
    agentId: worker.id,
    isOpened: false,
    heardMs: 0,
    ringsSince: ledger.clock.charged(),
    ...(wasHeld && { call: callAfter(known), askedAt: 0, transferredBy: null }),
  });
  if (wasHeld) known.missedBy.clear();
  guestOf(ledger, known.visitorId).lastAgentId = worker.id;
  worker.lastAssignedAt = ledger.clock.now();
  if (worker.reservedFor === known.id) worker.reservedFor = null;
}
