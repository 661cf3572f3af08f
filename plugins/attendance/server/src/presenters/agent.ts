import type { AgentSelf } from '../../../protocol/entities';
import type { AgentSettings } from '../../../protocol/rest';
import type { AgentProfile, StoredAgent } from '../application/ports';

/** The agent as they see themselves. */
export function toAgentSelf(agent: StoredAgent, isSupervisor: boolean): AgentSelf {
  return {
    id: agent.id,
    publicName: agent.publicName,
    presence: agent.presence,
    capacity: agent.capacity,
    channels: [...agent.channels],
    isSupervisor,
    offlineReason: agent.offlineReason,
    isReserved: agent.reservedFor !== null,
  };
}

/** The agent as an admin edits them. */
export function toAgentSettings(profile: AgentProfile): AgentSettings {
  return {
    id: profile.id,
    version: profile.version,
    email: profile.email,
    publicName: profile.publicName,
    capacity: profile.ownCapacity,
    channels: [...profile.channels],
    departmentIds: [...profile.departmentIds],
  };
}
