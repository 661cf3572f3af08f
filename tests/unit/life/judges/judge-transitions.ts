import type { AgentId } from '../../../../plugins/attendance/protocol/schemas/ids';
import { LIMITS } from '../../../../plugins/attendance/protocol/shared/limits';
import type { Transition } from '../../../../plugins/attendance/server/src/application/interactions/stored-interaction';
import type {
  AssignedInteraction,
  Interaction,
} from '../../../../plugins/attendance/server/src/domain/interactions/interaction-state';
import { judgeCall } from './judge-calls';
import { judgeTakeOver } from './judge-supervision';
import { judgeHandOver, judgeToDepartment, transferLineOf } from './judge-transfers';
import {
  caseOf,
  demand,
  eligibleFor,
  guestOf,
  hasRoom,
  heard,
  heldBy,
  isCall,
  isHere,
  isSuited,
  othersFor,
  queueOf,
  workerOf,
  type Case,
  type Ledger,
  type Wish,
  type Worker,
} from '../ledger';

/** Takes a told transition into the model, where the rules allow it; anything else breaks the run. */
export function judgeTransition(ledger: Ledger, transition: Transition): void {
  const { lines, releasedBy, stored } = transition;
  const { interaction, revision } = stored;
  if (!ledger.cases.has(interaction.id)) return begin(ledger, interaction, revision);
  const known = caseOf(ledger, interaction.id);
  demand(known.state !== 'over', '[K7] a final one changed', { id: known.id });
  demand(revision > known.revision, '[K7] told twice, or backwards', { id: known.id, revision });
  known.revision = revision;
  for (const { sequence } of lines) {
    demand(sequence === known.lastSequence + 1, '[K2] the order has a gap', { id: known.id, sequence });
    known.lastSequence = sequence;
  }
  const heldBefore = known.state === 'held' ? known.agentId : null;
  move(ledger, known, interaction, lines);
  const isHeldOn = interaction.status === 'assigned' && interaction.agentId === heldBefore;
  const isReleased = heldBefore !== null && !isHeldOn;
  demand(releasedBy === (isReleased ? heldBefore : null), '[R5] released by', { releasedBy, heldBefore });
  judgeMissed(ledger, transition);
  if (isReleased)
    ledger.owedRemovals.push(
      `${heldBefore}/${known.id}/${interaction.status === 'ended' ? 'ended' : 'reassigned'}`,
    );
}

/** [R10] One too many missed in a row is Offline in the same step: nothing comes in between. */
function judgeMissed(ledger: Ledger, { isSentOffline, releasedBy }: Transition): void {
  if (releasedBy === null) return demand(!isSentOffline, '[R10] nobody is Offline', {});
  const { missedMax } = ledger.settings;
  const worker = workerOf(ledger, releasedBy);
  const isTooMany = worker.isOnline && missedMax > 0 && worker.missedInARow >= missedMax;
  demand(isSentOffline === isTooMany, '[R10] Offline, or not, with what was missed', {
    agentId: worker.id,
    missed: worker.missedInARow,
    isSentOffline,
  });
  if (isTooMany) Object.assign(worker, { isOnline: false, missedInARow: 0, reservedFor: null });
}

/** Why it left its agent, by the line that says so. */
function reasonOf(lines: Transition['lines']): string | null {
  const [left] = lines.flatMap((one) =>
    one.side === 'system' && one.line.kind === 'agent-left' ? [one.line.reason] : [],
  );
  return left ?? null;
}

function begin(ledger: Ledger, interaction: Interaction, revision: number): void {
  const { channel, departmentId, id, visitorId, waitingSince } = interaction;
  demand(interaction.status === 'waiting' && revision === 1, '[K8] the beginning was not told', { id });
  const other = [...ledger.cases.values()].find((one) => one.visitorId === visitorId && isLive(one));
  demand(other === undefined, '[P3] a second live one of one visitor', { id });
  ledger.cases.set(id, {
    id,
    visitorId,
    channel,
    call: isCall({ channel }) ? 'visitor-rings' : 'none',
    askedAt: 0,
    departmentId,
    waitingSince,
    state: 'waiting',
    agentId: null,
    isOpened: false,
    hasVisitorEnded: false,
    heardMs: 0,
    ringsSince: null,
    missedBy: new Set(),
    transferredBy: null,
    revision,
    lastSequence: 0,
    bodies: new Set(),
    lateSweeps: 0,
  });
}

export function isLive({ hasVisitorEnded, state }: Case): boolean {
  return state !== 'over' && !hasVisitorEnded;
}

function move(ledger: Ledger, known: Case, told: Interaction, lines: Transition['lines']): void {
  demand(told.waitingSince === known.waitingSince, '[R7] the place was lost', { id: known.id });
  const step = `${known.state} > ${told.status}`;
  const isTransfer = transferLineOf(lines) !== undefined;
  const isTakenOver =
    told.status === 'assigned' && told.agentId !== known.agentId && isWished(ledger, 'take-over', known);
  if (isTakenOver) judgeTakeOver(ledger, known, told);
  else if (isTransfer && told.status === 'waiting') judgeToDepartment(ledger, known, told);
  else if (isTransfer && told.status === 'assigned') judgeHandOver(ledger, known, told);
  else if (told.status === 'waiting' && known.state === 'held') putBack(ledger, known, told, reasonOf(lines));
  else if (told.status === 'assigned' && known.state === 'waiting') assign(ledger, known, told);
  else if (told.status === 'assigned') stay(ledger, known, told);
  else if (told.status === 'ended') end(ledger, known, told.agentId);
  else if (told.status === 'abandoned') abandon(ledger, known);
  else demand(step === 'waiting > waiting', '[K7] no such step', { id: known.id, step });
  if (!isLive(known)) return;
  demand((told.away === null) === isHere(ledger, known), '[P1] away is not what the visitor is', {
    id: known.id,
    told: told.away,
  });
}

function assign(ledger: Ledger, known: Case, told: AssignedInteraction): void {
  const worker = workerOf(ledger, told.agentId);
  const fields = { id: known.id, agentId: worker.id };
  demand(isHere(ledger, known), '[P5] assigned while away', fields);
  demand(isSuited(worker, known), '[R1] [R11] given to an agent who does not attend such', fields);
  demand(hasRoom(ledger, worker, known), '[K4] [R2] [R3] [R4] [R8] no room', {
    ...fields,
    held: heldBy(ledger, worker.id).map(({ channel }) => channel),
    capacity: worker.capacity,
    reservedFor: worker.reservedFor,
  });
  const first = queueOf(ledger).find((one) => eligibleFor(ledger, one).length > 0);
  demand(first === known, '[R7] not the longest wait that somebody can take', {
    ...fields,
    first: first?.id,
  });
  const best = bestFor(ledger, known);
  demand(best === worker, '[R7] [R10] another agent comes first', { ...fields, best: best?.id });
  Object.assign(known, { state: 'held', agentId: worker.id, isOpened: false, heardMs: 0 });
  known.ringsSince = ledger.clock.charged();
  guestOf(ledger, known.visitorId).lastAgentId = worker.id;
  worker.lastAssignedAt = ledger.clock.now();
  if (worker.reservedFor === known.id) worker.reservedFor = null;
}

/** Fewest open, then who attended this visitor last, then the oldest assignment; who missed it only if nobody else. */
function bestFor(ledger: Ledger, wanted: Case): Worker | undefined {
  const eligible = eligibleFor(ledger, wanted);
  const others = eligible.filter(({ id }) => !wanted.missedBy.has(id));
  const { lastAgentId } = guestOf(ledger, wanted.visitorId);
  const rank = (worker: Worker): readonly number[] => [
    heldBy(ledger, worker.id).length,
    worker.id === lastAgentId ? 0 : 1,
    worker.lastAssignedAt,
    worker.id,
  ];
  return (others.length > 0 ? others : eligible).sort((left, right) => {
    const [ours, theirs] = [rank(left), rank(right)];
    const index = ours.findIndex((value, place) => value !== theirs[place]);
    return (ours[index] ?? 0) - (theirs[index] ?? 0);
  })[0];
}

function putBack(ledger: Ledger, known: Case, told: Interaction, reason: string | null): void {
  const worker = workerOf(ledger, known.agentId as AgentId);
  const fields = { id: known.id, agentId: worker.id };
  demand(!known.hasVisitorEnded, '[R14] yellow was put back', fields);
  demand(isHere(ledger, known), '[R10] [R14] put back while away', fields);
  if (reason === 'missed') {
    demand(!known.isOpened, '[R10] passed though opened', fields);
    const rung = heard(ledger, known);
    demand(rung >= ledger.settings.ringMs && ledger.settings.ringMs > 0, '[R10] early', { ...fields, rung });
    demand(othersFor(ledger, known).length > 0, '[R10] passed with nobody else to take it', fields);
    known.missedBy.add(worker.id);
    worker.missedInARow += 1;
  } else if (reason === 'supervisor') {
    demand(isWished(ledger, 'put-back', known), '[R17] put back by nobody', fields);
    known.transferredBy = worker.id;
  } else {
    const lostFor = worker.lostSince === null ? -1 : ledger.clock.charged() - worker.lostSince;
    demand(lostFor >= graceOf(ledger, known), '[R14] put back early', { ...fields, lostFor });
  }
  demand(told.missedBy.length === known.missedBy.size, '[R10] who missed it', { told: told.missedBy });
  // Who was handed on and has not been called since waits for no answer [R15].
  const isToBeCalled = !known.isOpened && known.call === 'none';
  const call = isCall(known) && !isToBeCalled ? 'visitor-rings' : 'none';
  Object.assign(known, {
    state: 'waiting',
    agentId: null,
    isOpened: false,
    ringsSince: null,
    call,
    askedAt: 0,
  });
}

/** [R14] */
export function graceOf({ settings }: Ledger, held: Case): number {
  if (!held.isOpened) return LIMITS.unopenedGraceMs;
  return isCall(held) ? LIMITS.callGraceMs : settings.graceMs;
}

function stay(ledger: Ledger, known: Case, told: AssignedInteraction): void {
  demand(told.agentId === known.agentId, '[R6] changed hands without a release', { id: known.id });
  const isOpened = told.openedAt !== null;
  if (isOpened !== known.isOpened) {
    demand(
      isOpened && (isWished(ledger, 'open', known) || isWished(ledger, 'call-answer', known)),
      '[S9] opened by nobody',
      { id: known.id },
    );
    known.isOpened = true;
    known.transferredBy = null;
    known.ringsSince = null;
    workerOf(ledger, told.agentId).missedInARow = 0;
  }
  judgeCall(ledger, known, told);
  if (told.visitorEnd === null) return demand(!known.hasVisitorEnded, '[K7] came back to life');
  if (known.hasVisitorEnded) return;
  if (told.visitorEnd.reason === 'visitor-ended')
    demand(isWished(ledger, 'visitor-end', known), '[P3] ended by nobody', { id: known.id });
  else demandExpired(ledger, known);
  known.hasVisitorEnded = true;
  known.ringsSince = null;
}

function end(ledger: Ledger, known: Case, agentId: AgentId): void {
  demand(known.state === 'held' && known.agentId === agentId, '[R5] ended by another', { id: known.id });
  const isWanted = isWished(ledger, 'agent-end', known) || isWished(ledger, 'supervisor-end', known);
  demand(isWanted, '[R5] [R17] ended without its agent or a supervisor', { id: known.id });
  known.state = 'over';
}

function abandon(ledger: Ledger, known: Case): void {
  demand(known.state === 'waiting', '[K7] abandoned after its assignment', { id: known.id });
  if (!isWished(ledger, 'cancel', known) && !isWished(ledger, 'visitor-end', known))
    demandExpired(ledger, known);
  known.state = 'over';
}

function demandExpired(ledger: Ledger, known: Case): void {
  const { awaySince } = guestOf(ledger, known.visitorId);
  const awayFor = awaySince === null ? -1 : ledger.clock.charged() - awaySince;
  demand(awayFor >= ledger.settings.persistenceMs, '[P3] [P4] [P5] early', { id: known.id, awayFor });
}

function isWished({ wishes }: Ledger, kind: Wish['kind'], { id }: Case): boolean {
  return wishes.some((wish) => wish.kind === kind && wish.interactionId === id);
}
