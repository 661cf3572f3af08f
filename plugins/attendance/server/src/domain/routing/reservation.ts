import type { AgentId, InteractionId } from '../../../../protocol/schemas/ids';
import { isCall } from './capacity';
import {
  byFewestInteractions,
  byLongestWait,
  isSentBack,
  isSuited,
  type RoutingAgent,
  type RoutingRequest,
} from './routing';

export interface ReservationPlan {
  /** Agents whose reservation has lapsed. */
  readonly lapse: readonly AgentId[];
  readonly reserve: readonly { readonly agentId: AgentId; readonly interactionId: InteractionId }[];
}

/**
 * [R8] Chats cannot starve a call. A call that has waited for longer than `reserveAfterMs` and is the oldest request of
 * its department keeps one suited agent for itself: nothing else comes to them, so that they become free. One
 * reservation for each department. It lapses when the call leaves the queue, when its visitor is away, and when the
 * agent is no longer suited.
 */
export function planReservations(
  requests: readonly RoutingRequest[],
  agents: readonly RoutingAgent[],
  now: number,
  reserveAfterMs: number,
): ReservationPlan {
  const present = requests.filter(({ isAway }) => !isAway).sort(byLongestWait);
  const callOf = (agent: RoutingAgent): RoutingRequest | undefined =>
    present.find(({ interactionId }) => interactionId === agent.reservedFor);
  const isKept = (agent: RoutingAgent): boolean => {
    const call = callOf(agent);
    return call !== undefined && isSuited(agent, call) && !isSentBack(agent, call, agents);
  };
  const reserved = agents.filter(({ reservedFor }) => reservedFor !== null);
  const kept = reserved.filter(isKept);
  const hasReservation = new Set(kept.map((agent) => callOf(agent)?.departmentId ?? null));
  const lapse = reserved.filter((agent) => !kept.includes(agent)).map(({ agentId }) => agentId);

  const free = agents.filter((agent) => !kept.includes(agent)).sort(byFewestInteractions);
  const reserve = oldestOfDepartments(present).flatMap((request) => {
    const hasWaited = now - request.waitingSince > reserveAfterMs;
    if (!isCall(request.channel) || !hasWaited || hasReservation.has(request.departmentId)) return [];
    const index = free.findIndex((agent) => isSuited(agent, request) && !isSentBack(agent, request, agents));
    const [agent] = index < 0 ? [] : free.splice(index, 1);
    return agent === undefined ? [] : [{ agentId: agent.agentId, interactionId: request.interactionId }];
  });
  return { lapse, reserve };
}

/** The first of each department, given the longest wait first. */
function oldestOfDepartments(present: readonly RoutingRequest[]): readonly RoutingRequest[] {
  return present.filter(
    ({ departmentId }, index) => present.findIndex((other) => other.departmentId === departmentId) === index,
  );
}
