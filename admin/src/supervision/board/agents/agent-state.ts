import type { BoardAgent } from '../../../../../plugins/attendance/protocol/supervision/board';

/** State of an agent in one word, as the board shows it. */
export type AgentState = 'online' | 'full' | 'in-call' | 'reserved' | 'unconnected' | 'offline';

/** Returns the state of an agent: what keeps new interactions from them, the strongest reason first [R2, R4, R8, R14]. */
export function stateOf(
  agent: Pick<BoardAgent, 'capacity' | 'isConnected' | 'isInCall' | 'isReserved' | 'load' | 'presence'>,
): AgentState {
  if (agent.presence === 'offline') return 'offline';
  if (!agent.isConnected) return 'unconnected';
  if (agent.isInCall) return 'in-call';
  if (agent.isReserved) return 'reserved';
  return agent.load >= agent.capacity ? 'full' : 'online';
}

/** Returns how many more chats an agent could be given now. */
export function freePlacesOf(agent: BoardAgent): number {
  return stateOf(agent) === 'online' ? agent.capacity - agent.load : 0;
}

export interface AgentGroups {
  /** Those who are Online or hold something: a card each. */
  readonly present: readonly BoardAgent[];
  /** Those who are Offline and hold nothing: a name each. */
  readonly absent: readonly BoardAgent[];
}

/** Returns the agents in two groups, each by name as they came. */
export function groupAgents(agents: readonly BoardAgent[]): AgentGroups {
  const isAbsent = (agent: BoardAgent): boolean =>
    agent.presence === 'offline' && agent.interactions.length === 0;
  return { present: agents.filter((agent) => !isAbsent(agent)), absent: agents.filter(isAbsent) };
}
