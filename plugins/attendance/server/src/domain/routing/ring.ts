import type { AgentId } from '../../../../protocol/schemas/ids';
import { isEligible, isSentBack, type RoutingAgent, type RoutingRequest } from './routing';

/** An interaction whose agent let the ring run out, as a request for somebody else. */
export interface RungOut {
  readonly agentId: AgentId;
  readonly request: RoutingRequest;
}

/** [R10] Returns whether so many missed in a row are too many; a `missedMax` of 0 allows any number. */
export function isTooManyMissed(missedInARow: number, missedMax: number): boolean {
  return missedMax > 0 && missedInARow >= missedMax;
}

/**
 * Returns those to pass on now [R10]: those that another agent, who has not missed them yet, could take. While there is nobody, they stay and ring
 * on. One agent's room counts once for all that pass.
 */
export function passOn(rungOut: readonly RungOut[], agents: readonly RoutingAgent[]): readonly RungOut[] {
  const free = [...agents];
  return rungOut.filter(({ agentId, request }) => {
    const index = free.findIndex(
      (candidate) =>
        candidate.agentId !== agentId &&
        !request.missedBy.includes(candidate.agentId) &&
        isEligible(candidate, request) &&
        !isSentBack(candidate, request, agents),
    );
    if (index < 0) return false;
    free.splice(index, 1);
    return true;
  });
}
