import { LIMITS } from '../../../../plugins/attendance/protocol/shared/limits';
import type { AssignedInteraction } from '../../../../plugins/attendance/server/src/domain/interactions/interaction-state';
import { demand, heldBy, isCall, isHere, type CallState, type Case, type Ledger, type Wish } from '../ledger';

/** What became of the call of an interaction that stays with its agent: only what somebody did, or time [M1, M5]. */
export function judgeCall(ledger: Ledger, known: Case, told: AssignedInteraction): void {
  const before = known.call;
  const after = stateOf(told);
  const fields = { id: known.id, before, after };
  if (before === after) return demand(told.channel === known.channel, '[M1] another channel', fields);
  known.call = after;
  if (after === 'connected') return judgeAnswer(ledger, known, told, before);
  demand(told.channel === known.channel, '[M1] another channel', fields);
  if (after === 'none') return judgeSilence(ledger, known, told, before);
  // Answering what was handed on is calling anew [R15].
  const asks = after === 'agent-rings' ? (['call-ask', 'call-answer'] as const) : (['call-ask'] as const);
  demand(isWished(ledger, asks, known), '[M1] nobody asked', fields);
  demand(before === 'none' && isHere(ledger, known), '[M1] asked in a call, or for who is away', fields);
  const isAlone = heldBy(ledger, told.agentId).length === 1;
  demand(after === 'visitor-rings' || isCall(known) || isAlone, '[M1] asked beside something', fields);
  known.askedAt = ledger.clock.charged();
}

function judgeAnswer(ledger: Ledger, known: Case, told: AssignedInteraction, before: CallState): void {
  const fields = { id: known.id, before };
  demand(isWished(ledger, ['call-answer'], known), '[S9] answered by nobody', fields);
  demand(before === 'visitor-rings' || before === 'agent-rings', '[M1] answered what did not ring', fields);
  demand(heldBy(ledger, told.agentId).length === 1, '[R3] a call beside something', fields);
  demand(told.channel !== 'chat', '[M1] a call that is none', fields);
  known.channel = told.channel;
}

function judgeSilence(ledger: Ledger, known: Case, told: AssignedInteraction, before: CallState): void {
  const isOver = told.visitorEnd !== null;
  const isDone = isWished(ledger, ['call-decline', 'call-hang-up'], known);
  const isLapsed =
    before !== 'connected' && ledger.clock.charged() - known.askedAt >= LIMITS.callAskMs && known.askedAt > 0;
  demand(isOver || isDone || isLapsed, '[M5] a call that nobody ended is over', { id: known.id, before });
}

function stateOf({ call }: AssignedInteraction): CallState {
  if (call === null) return 'none';
  return call.state === 'connected' ? 'connected' : `${call.by}-rings`;
}

function isWished({ wishes }: Ledger, kinds: readonly Wish['kind'][], { id }: Case): boolean {
  return wishes.some((wish) => kinds.includes(wish.kind) && wish.interactionId === id);
}
