import type { AgentId } from '../../../../protocol/schemas/ids';
import type { AdminSession } from '../../application/agents/admin-sessions';
import type { ConnectionId } from '../../application/interactions/publisher';

/** The agent behind one socket, as they are now: name and permissions change while it is open. */
export interface SignedAgent {
  readonly connectionId: ConnectionId;
  readonly id: AgentId;
  readonly session: AdminSession;
}

/** Agents signed in on /agent: every open connection, by agent. */
export interface SignedAgents {
  add(agent: SignedAgent): void;
  remove(agent: SignedAgent): void;
  of(id: AgentId): readonly SignedAgent[];
  /** Returns whether any open session of this agent may see IP addresses [A5]. */
  canSeeIp(this: void, id: AgentId): boolean;
  isSupervisor(id: AgentId): boolean;
}

export function createSignedAgents(): SignedAgents {
  // Asked for with every change that is told: not to be searched for among all.
  const byId = new Map<AgentId, Set<SignedAgent>>();
  const of = (id: AgentId): readonly SignedAgent[] => [...(byId.get(id) ?? [])];
  return {
    add: (agent) => {
      byId.set(agent.id, (byId.get(agent.id) ?? new Set()).add(agent));
    },
    remove: (agent) => {
      const others = byId.get(agent.id);
      others?.delete(agent);
      if (others?.size === 0) byId.delete(agent.id);
    },
    of,
    canSeeIp: (id) => of(id).some(({ session }) => session.canSeeIp),
    isSupervisor: (id) => of(id).some(({ session }) => session.isSupervisor),
  };
}
