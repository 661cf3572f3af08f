import type { Channel } from '../../../../protocol/shared/choices';
import type { AgentId, InteractionId } from '../../../../protocol/schemas/ids';
import { hasRoom, isCall, slotsFor } from './capacity';
import {
  byFewestInteractions,
  byId,
  byLongestWait,
  byOldestAssignment,
  chooseAgent,
  isSuited,
  type RoutingAgent,
  type RoutingRequest,
} from './routing';

export interface PlannedAssignment {
  readonly interactionId: InteractionId;
  readonly agentId: AgentId;
}

/**
 * Plans everything that can be assigned now, in the order in which to do it. An interaction that nobody can take does not hold up the ones behind it;
 * an away visitor's is skipped and keeps its place [P5].
 */
export function planAssignments(
  requests: readonly RoutingRequest[],
  agents: readonly RoutingAgent[],
  now: number,
): PlannedAssignment[] {
  const pool = createPool(agents);
  const plan: PlannedAssignment[] = [];
  if (pool.isExhausted()) return plan;
  for (const request of inOrder(requests)) {
    if (request.isAway) continue;
    const agent = chooseAgent(pool.candidates(request), request, agents);
    if (agent === null) continue;
    plan.push({ interactionId: request.interactionId, agentId: agent.agentId });
    pool.replace(agent, withOneMore(agent, request.channel, now));
    if (pool.isExhausted()) break;
  }
  return plan;
}

/** Returns the requests in order. The store returns a long queue sorted already: checking it costs less than sorting a copy. */
function inOrder(requests: readonly RoutingRequest[]): readonly RoutingRequest[] {
  let last: RoutingRequest | null = null;
  for (const request of requests) {
    if (last !== null && byLongestWait(last, request) > 0) return [...requests].sort(byLongestWait);
    last = request;
  }
  return requests;
}

interface Pool {
  /** A few, the one whom `chooseAgent` would choose from all among them. */
  candidates(request: RoutingRequest): readonly RoutingAgent[];
  /** The agent as they are after they took one. */
  replace(before: RoutingAgent, after: RoutingAgent): void;
  /** Returns whether nobody has room for anything any more. */
  isExhausted(): boolean;
}

/**
 * Creates the pool of agents with room, in a list for each kind of request that asks for them, so that a long queue before many agents does not check
 * every agent for every request. Within a plan room only shrinks: nobody comes back into a list.
 */
function createPool(agents: readonly RoutingAgent[]): Pool {
  const free = new Map(agents.filter(hasAnyRoom).map((agent) => [agent.agentId, agent]));
  const keptFor = keepers([...free.values()]);
  const lines = new Map<string, Line>();
  const lineOf = (request: RoutingRequest): readonly RoutingAgent[] => {
    const kind = `${request.channel}/${request.departmentId ?? ''}`;
    const line = lines.get(kind) ?? createLine([...free.values()], request);
    lines.set(kind, line);
    return line.agents;
  };
  return {
    candidates: (request) => {
      const line = lineOf(request);
      const { interactionId, missedBy, previousAgentId, transferredBy } = request;
      const ids = [
        ...(previousAgentId === null ? [] : [previousAgentId]),
        ...(keptFor.get(interactionId) ?? []),
      ];
      const isBarred = (agentId: AgentId): boolean => agentId === transferredBy || missedBy.includes(agentId);
      const firstOther = line.find(({ agentId }) => !isBarred(agentId));
      const firstNotSentBack = line.find(({ agentId }) => agentId !== transferredBy);
      return [line[0], firstOther, firstNotSentBack, ...ids.map((id) => free.get(id))].filter(
        (agent) => agent !== undefined,
      );
    },
    replace: (before, after) => {
      if (hasAnyRoom(after)) free.set(after.agentId, after);
      else free.delete(after.agentId);
      for (const line of lines.values()) moveOn(line, before, after);
    },
    isExhausted: () => free.size === 0,
  };
}

/** Agents with room for one kind of request, in the order of R7 but for what depends on the request itself. */
interface Line {
  readonly channel: Channel;
  readonly agents: RoutingAgent[];
}

function createLine(free: readonly RoutingAgent[], request: RoutingRequest): Line {
  const { channel } = request;
  const suited = free.filter((agent) => isSuited(agent, request) && isInLine(agent, channel));
  return { channel, agents: suited.sort(compareAlone) };
}

function moveOn({ agents, channel }: Line, before: RoutingAgent, after: RoutingAgent): void {
  const index = placeOf(agents, before);
  if (agents[index]?.agentId !== before.agentId) return;
  agents.splice(index, 1);
  if (isInLine(after, channel)) agents.splice(placeOf(agents, after), 0, after);
}

/** Returns the number of agents before this one; the order is total, for it ends with the id. */
function placeOf(line: readonly RoutingAgent[], agent: RoutingAgent): number {
  let from = 0;
  let to = line.length;
  while (from < to) {
    const middle = (from + to) >> 1;
    const other = line[middle];
    if (other !== undefined && compareAlone(other, agent) < 0) from = middle + 1;
    else to = middle;
  }
  return from;
}

/** Returns the agents reserved for each call: they are in no list, and considered for that call only [R8]. */
function keepers(agents: readonly RoutingAgent[]): ReadonlyMap<InteractionId, readonly AgentId[]> {
  const keptFor = new Map<InteractionId, AgentId[]>();
  for (const { agentId, reservedFor } of agents)
    if (reservedFor !== null) keptFor.set(reservedFor, [...(keptFor.get(reservedFor) ?? []), agentId]);
  return keptFor;
}

function isInLine(agent: RoutingAgent, channel: Channel): boolean {
  return agent.reservedFor === null && hasRoom(channel, agent.heldSlots, agent.capacity);
}

function hasAnyRoom(agent: RoutingAgent): boolean {
  if (!agent.isOnline || !agent.isConnected) return false;
  return agent.channels.some((channel) => hasRoom(channel, agent.heldSlots, agent.capacity));
}

function compareAlone(left: RoutingAgent, right: RoutingAgent): number {
  return byFewestInteractions(left, right) || byOldestAssignment(left, right) || byId(left, right);
}

function withOneMore(agent: RoutingAgent, channel: Channel, now: number): RoutingAgent {
  const taken = slotsFor(channel, agent.heldSlots, agent.capacity) ?? [];
  return {
    ...agent,
    heldSlots: [...agent.heldSlots, ...taken],
    openInteractions: agent.openInteractions + 1,
    lastAssignedAt: now,
    // A call that was taken needs no reservation any more.
    reservedFor: isCall(channel) ? null : agent.reservedFor,
  };
}
