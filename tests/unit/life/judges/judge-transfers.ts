import type { Message } from '../../../../plugins/attendance/protocol/messages/messages';
import type {
  AssignedInteraction,
  WaitingInteraction,
} from '../../../../plugins/attendance/server/src/domain/interactions/interaction-state';
import {
  demand,
  guestOf,
  hasRoom,
  isAttending,
  isCall,
  isHere,
  workerOf,
  type CallState,
  type Case,
  type Ledger,
} from '../ledger';

/** [R15] The line by which both sides are told that it was handed on. */
export function transferLineOf(lines: readonly Message[]) {
  return lines.flatMap((one) =>
    one.side === 'system' && one.line.kind === 'transferred' ? [one.line] : [],
  )[0];
}

/** Straight to another agent: somebody wished it, there is room, and it is new to them. */
export function judgeHandOver(ledger: Ledger, known: Case, told: AssignedInteraction): void {
  const worker = workerOf(ledger, told.agentId);
  const fields = { id: known.id, from: known.agentId, to: told.agentId };
  demandTransferable(ledger, known, fields);
  demand(isAttending(worker) && worker.channels.includes(known.channel), '[R15] [R1] not there', fields);
  demand(hasRoom(ledger, worker, known), '[R15] [K4] no room', fields);
  demand(told.openedAt === null && told.call?.state !== 'connected', '[R15] [S2] not new', fields);
  const isTheirs = told.departmentId === null || worker.departmentIds.includes(told.departmentId);
  demand(isTheirs, '[R1] in a department that is not theirs', fields);
  Object.assign(known, {
    agentId: worker.id,
    departmentId: told.departmentId,
    isOpened: false,
    call: callAfter(known),
    askedAt: 0,
    transferredBy: null,
    heardMs: 0,
    ringsSince: ledger.clock.charged(),
  });
  known.missedBy.clear();
  guestOf(ledger, known.visitorId).lastAgentId = worker.id;
  worker.lastAssignedAt = ledger.clock.now();
}

/** To a department: it waits there, in its old place, and is not for the sender while others are there. */
export function judgeToDepartment(ledger: Ledger, known: Case, told: WaitingInteraction): void {
  const fields = { id: known.id, departmentId: told.departmentId };
  demandTransferable(ledger, known, fields);
  demand(told.transferredBy === known.agentId, '[R15] who sent it is not noted', fields);
  Object.assign(known, {
    state: 'waiting',
    transferredBy: known.agentId,
    agentId: null,
    departmentId: told.departmentId,
    isOpened: false,
    call: callAfter(known),
    askedAt: 0,
    heardMs: 0,
    ringsSince: null,
  });
  known.missedBy.clear();
}

function demandTransferable(ledger: Ledger, known: Case, fields: object): void {
  const isWished = ledger.wishes.some(
    ({ interactionId, kind }) => kind === 'transfer' && interactionId === known.id,
  );
  demand(isWished, '[R15] handed on by nobody', fields);
  demand(!known.hasVisitorEnded && isHere(ledger, known), '[R15] away or ended', fields);
}

/** The attempt is over; who came for a call and was not answered yet still rings. */
export function callAfter(known: Case): CallState {
  const isRequest = isCall(known) && known.call === 'visitor-rings' && known.askedAt === 0;
  return isRequest && !known.isOpened ? 'visitor-rings' : 'none';
}
