import type { AgentId, InteractionId } from '../../../../protocol/schemas/ids';
import type { ConnectionId } from '../../application/interactions/publisher';
import { followersGroup } from './channel-groups';
import type { SignedAgent } from './signed-agents';

/** One connection of a supervisor that follows an interaction [R17]. */
export interface Follower {
  readonly agent: SignedAgent;
  readonly name: string;
}

/** Who follows which interaction, in memory: following ends with the connection, and with the interaction. */
export interface Followings {
  /** Begins, or goes on; returns false where the connection is gone. */
  begin(id: InteractionId, follower: Follower): boolean;
  /** Ends one; returns whether it was there. */
  end(id: InteractionId, connectionId: ConnectionId): boolean;
  /** Ends all of a connection, and returns the interactions. */
  endAll(connectionId: ConnectionId): InteractionId[];
  /** Returns whether this connection follows it. */
  has(id: InteractionId, connectionId: ConnectionId): boolean;
  isFollowed(this: void, id: InteractionId): boolean;
  /** Returns whether nobody follows anything. */
  isEmpty(): boolean;
  /** Returns those who follow an interaction now. */
  of(id: InteractionId): readonly Follower[];
  /** Returns whether any connection of this agent follows it. */
  isFollowedBy(this: void, id: InteractionId, agentId: AgentId): boolean;
  /** Returns the names of those who follow it, each once, without its own agent's. */
  namesOf(id: InteractionId, without: AgentId): string[];
}

/** Groups of the connections of agents. */
export interface ConnectionGroups {
  /** Returns false where the connection is gone. */
  join(id: ConnectionId, group: string): boolean;
  leave(id: ConnectionId, group: string): void;
}

export function createFollowings(groups: ConnectionGroups): Followings {
  const followed = new Map<InteractionId, Map<ConnectionId, Follower>>();
  const of = (id: InteractionId): readonly Follower[] => [...(followed.get(id)?.values() ?? [])];
  const end: Followings['end'] = (id, connectionId) => {
    const followers = followed.get(id);
    if (followers?.delete(connectionId) !== true) return false;
    if (followers.size === 0) followed.delete(id);
    groups.leave(connectionId, followersGroup(id));
    return true;
  };
  return {
    begin: (id, follower) => {
      const { connectionId } = follower.agent;
      if (!groups.join(connectionId, followersGroup(id))) return false;
      const followers = followed.get(id) ?? new Map<ConnectionId, Follower>();
      followed.set(id, followers.set(connectionId, follower));
      return true;
    },
    end,
    endAll: (connectionId) => [...followed.keys()].filter((id) => end(id, connectionId)),
    has: (id, connectionId) => followed.get(id)?.has(connectionId) === true,
    isFollowed: (id) => followed.has(id),
    isEmpty: () => followed.size === 0,
    of,
    isFollowedBy: (id, agentId) => of(id).some(({ agent }) => agent.id === agentId),
    namesOf: (id, without) => {
      const others = of(id).filter(({ agent }) => agent.id !== without);
      return [...new Map(others.map(({ agent, name }) => [agent.id, name])).values()];
    },
  };
}
