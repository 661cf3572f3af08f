import type { AgentSelf } from '../../../protocol/interactions/people';
import type { AgentSettings, AgentUpdate } from '../../../protocol/settings/rest';
import type { AgentProfile, StoredAgent } from '../application/agents/ports';

/** The agent as they see themselves. */
export function toAgentSelf(agent: StoredAgent, isSupervisor: boolean): AgentSelf {
  return {
    id: agent.id,
    publicName: agent.publicName,
    presence: agent.presence,
    capacity: agent.capacity,
    channels: [...agent.channels],
    departmentIds: [...agent.departmentIds],
    isSupervisor,
    offlineReason: agent.offlineReason,
    ...(agent.offlineNote !== null && { offlineNote: agent.offlineNote }),
    isReserved: agent.reservedFor !== null,
  };
}

/** Returns the part of an agent that an admin may change. */
export function toAgentUpdate(profile: AgentProfile): AgentUpdate & Pick<AgentProfile, 'photo'> {
  return {
    version: profile.version,
    publicName: profile.publicName,
    photo: profile.photo,
    capacity: profile.ownCapacity,
    channels: [...profile.channels],
    departmentIds: [...profile.departmentIds],
  };
}

/** The agent as an admin sees them. */
export function toAgentSettings(profile: AgentProfile, isConnected: boolean): AgentSettings {
  return {
    ...toAgentUpdate(profile),
    id: profile.id,
    email: profile.email,
    presence: profile.presence,
    isConnected,
    openInteractions: profile.openInteractions,
    isUserGone: profile.isUserGone,
    isNeverHere: profile.isNeverHere,
  };
}
