import type { Channel } from '../../../../protocol/shared/choices';
import type { AgentId, DepartmentId, InteractionId, VisitorId } from '../../../../protocol/schemas/ids';
import { slotsFor } from './capacity';

/** A waiting interaction, as routing sees it. */
export interface RoutingRequest {
  readonly interactionId: InteractionId;
  readonly visitorId: VisitorId;
  readonly channel: Channel;
  readonly departmentId: DepartmentId | null;
  readonly waitingSince: number;
  readonly isAway: boolean;
  /** Agent who attended this visitor last; null if nobody. */
  readonly previousAgentId: AgentId | null;
  /** Agents who did not open it in time [R10]. */
  readonly missedBy: readonly AgentId[];
  /** Agent who transferred it to its department [R15]. */
  readonly transferredBy: AgentId | null;
}

/** An agent, as routing sees them. */
export interface RoutingAgent {
  readonly agentId: AgentId;
  readonly isOnline: boolean;
  readonly isConnected: boolean;
  readonly channels: readonly Channel[];
  readonly departmentIds: readonly DepartmentId[];
  readonly capacity: number;
  /** Slots held, yellow interactions included [R5]. */
  readonly heldSlots: readonly number[];
  readonly openInteractions: number;
  readonly lastAssignedAt: number;
  /** The call that keeps this agent for itself [R8]. */
  readonly reservedFor: InteractionId | null;
}

/** Returns whether the agent attends such requests at all, whatever they hold [R1, R11]. */
export function isSuited(
  agent: RoutingAgent,
  request: Pick<RoutingRequest, 'channel' | 'departmentId'>,
): boolean {
  if (!agent.isOnline || !agent.isConnected) return false;
  if (!agent.channels.includes(request.channel)) return false;
  return request.departmentId === null || agent.departmentIds.includes(request.departmentId);
}

/** Returns whether the agent may be given it now [R1, R2, R3, R4, R8, R11]. */
export function isEligible(agent: RoutingAgent, request: RoutingRequest): boolean {
  if (!isSuited(agent, request)) return false;
  if (agent.reservedFor !== null && agent.reservedFor !== request.interactionId) return false;
  return slotsFor(request.channel, agent.heldSlots, agent.capacity) !== null;
}

/** [R15] Returns whether the agent transferred it here: they do not get it back while another agent of its department attends such, room or not. */
export function isSentBack(
  agent: RoutingAgent,
  request: RoutingRequest,
  roster: readonly RoutingAgent[],
): boolean {
  if (agent.agentId !== request.transferredBy) return false;
  return roster.some((other) => other.agentId !== agent.agentId && isSuited(other, request));
}

type AgentOrder = (left: RoutingAgent, right: RoutingAgent, request: RoutingRequest) => number;

export const byFewestInteractions = (left: RoutingAgent, right: RoutingAgent): number =>
  left.openInteractions - right.openInteractions;

const byAttendedThisVisitorLast: AgentOrder = (left, right, { previousAgentId }) =>
  Number(right.agentId === previousAgentId) - Number(left.agentId === previousAgentId);

export const byOldestAssignment = (left: RoutingAgent, right: RoutingAgent): number =>
  left.lastAssignedAt - right.lastAssignedAt;

/** Keeps the choice the same everywhere when all else is equal. */
export const byId = (left: RoutingAgent, right: RoutingAgent): number => left.agentId - right.agentId;

/** [R7] fewest open interactions, then who attended this visitor last, then whose last assignment is oldest. */
const AGENT_ORDER: readonly AgentOrder[] = [
  byFewestInteractions,
  byAttendedThisVisitorLast,
  byOldestAssignment,
  byId,
];

/**
 * The agent who should get the request, or null while nobody can. It does not return to who missed it while another is
 * eligible [R10]. `roster` is everybody Online, where `agents` are only some of them.
 */
export function chooseAgent(
  agents: readonly RoutingAgent[],
  request: RoutingRequest,
  roster: readonly RoutingAgent[] = agents,
): RoutingAgent | null {
  const eligible = agents.filter(
    (agent) => isEligible(agent, request) && !isSentBack(agent, request, roster),
  );
  const others = eligible.filter(({ agentId }) => !request.missedBy.includes(agentId));
  return (others.length > 0 ? others : eligible).reduce<RoutingAgent | null>((best, agent) => {
    if (best === null) return agent;
    return compareAgents(agent, best, request) < 0 ? agent : best;
  }, null);
}

function compareAgents(left: RoutingAgent, right: RoutingAgent, request: RoutingRequest): number {
  for (const order of AGENT_ORDER) {
    const difference = order(left, right, request);
    if (difference !== 0) return difference;
  }
  return 0;
}

/** [R7] the longest wait first; the same instant by id, which is the order of the requests. */
export function byLongestWait(left: RoutingRequest, right: RoutingRequest): number {
  return left.waitingSince - right.waitingSince || left.interactionId - right.interactionId;
}
