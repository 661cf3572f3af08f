import type { AgentId } from '../../../../protocol/schemas/ids';
import type { AgentStore, StoredAgent } from '../../application/agents/ports';
import { toAgentSelf } from '../../presenters/agent';
import type { Facts } from '../connection/facts';
import type { SignedAgents } from '../connection/signed-agents';

/** Sends every tab of an agent their own state. */
export interface SelfPublisher {
  selfChanged(this: void, agent: StoredAgent): void;
  /** Sends the state that is stored under this id now. */
  announceSelf(this: void, id: AgentId): Promise<void>;
}

export interface SelfPublisherPorts {
  readonly agents: Pick<AgentStore, 'find'>;
  readonly signedAgents: Pick<SignedAgents, 'isSupervisor'>;
}

export function createSelfPublisher(
  { toAgent }: Pick<Facts, 'toAgent'>,
  { agents, signedAgents }: SelfPublisherPorts,
): SelfPublisher {
  const selfChanged: SelfPublisher['selfChanged'] = (agent) =>
    toAgent(agent.id, 'self:changed', { self: toAgentSelf(agent, signedAgents.isSupervisor(agent.id)) });
  return {
    selfChanged,
    announceSelf: async (id) => {
      const agent = await agents.find(id);
      if (agent !== null) selfChanged(agent);
    },
  };
}
