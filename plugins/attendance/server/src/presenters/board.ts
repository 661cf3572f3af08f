import type {
  Board,
  BoardAgent,
  BoardHeld,
  BoardSummary,
  BoardWaiting,
} from '../../../protocol/supervision/board';
import type { LiveInteraction } from '../../../protocol/supervision/supervision-events';
import { LIMITS } from '../../../protocol/shared/limits';
import type { AgentProfile } from '../application/agents/ports';
import type { BoardState, SummaryState } from '../application/supervision/board';
import type { OpenInteraction } from '../application/supervision/ports';
import { isCall } from '../domain/routing/capacity';
import { groupedBy, mayAttend, queuesOf } from '../domain/supervision/board';
import { toCallView } from './interaction';

/** Returns the board as supervisors see it [D3]. */
export function toBoard({ agents, asOf, isConnected, open, today }: BoardState): Board {
  const waiting = open.filter(({ held }) => held === null);
  const heldBy = groupedBy(open, ({ held }) => held?.agentId ?? null);
  return {
    asOf,
    queues: queuesOf(waiting),
    waitingCount: waiting.length,
    waiting: waiting.slice(0, LIMITS.boardWaitingMax).map(toWaiting),
    agents: agents
      .filter((agent) => heldBy.has(agent.id) || mayAttend(agent))
      .map((agent) => toBoardAgent(agent, isConnected(agent.id), heldBy.get(agent.id) ?? [])),
    today,
  };
}

export function toBoardSummary({
  asOf,
  longestSince,
  online,
  today,
  waitingCount,
}: SummaryState): BoardSummary {
  return { asOf, waitingCount, longestSince, online, today };
}

/** Returns an interaction as a search among those that go on finds it. */
export function toLiveInteraction(open: OpenInteraction): LiveInteraction {
  return { ...toWaiting(open), agentId: open.held?.agentId ?? null, agentName: open.held?.agentName ?? '' };
}

function toWaiting(open: OpenInteraction): BoardWaiting {
  const { awayUntil, channel, department, protocolNumber, visitorId, visitorName, waitingSince } = open;
  return {
    interactionId: open.id,
    channel,
    visitorName,
    visitorId,
    department,
    waitingSince,
    isAway: awayUntil !== null,
    protocolNumber,
  };
}

function toBoardAgent(
  agent: AgentProfile,
  isConnected: boolean,
  open: readonly OpenInteraction[],
): BoardAgent {
  const held = open.flatMap((one) => toHeld(one) ?? []);
  return {
    id: agent.id,
    name: agent.publicName,
    photo: agent.photo?.url ?? '',
    presence: agent.presence,
    isConnected,
    offlineReason: agent.offlineReason,
    offlineNote: agent.offlineNote ?? '',
    channels: [...agent.channels],
    departmentIds: [...agent.departmentIds],
    capacity: agent.capacity,
    load: held.length,
    isInCall: held.some(({ channel }) => isCall(channel)),
    isReserved: agent.reservedFor !== null,
    interactions: held.sort((one, other) => one.assignedAt - other.assignedAt || one.id - other.id),
  };
}

function toHeld(open: OpenInteraction): BoardHeld | null {
  const { awayUntil, call, callCount, channel, department, held, id, lastWriter, protocolNumber } = open;
  if (held === null) return null;
  const { assignedAt, openedAt, visitorEndedAt } = held;
  return {
    id,
    protocolNumber,
    channel,
    visitorName: open.visitorName,
    department,
    waitingSince: open.waitingSince,
    assignedAt,
    openedAt,
    visitorEndedAt,
    awayUntil,
    call: toCallView(call),
    callCount,
    lastWriter,
  };
}
