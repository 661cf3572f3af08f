import type { Colleague, TransferDepartment } from '../../../../protocol/interactions/transfer';
import type { AgentId, InteractionId } from '../../../../protocol/schemas/ids';
import type { Channel } from '../../../../protocol/shared/choices';
import type { RoutingAgent } from '../../domain/routing/routing';
import {
  obstacleAtAgent,
  obstacleAtDepartment,
  type TransferCandidate,
} from '../../domain/interactions/transfer';
import type { Attend } from './attend';
import type { AgentProfile, AgentStore } from '../agents/ports';
import type { Outcome } from '../outcome';
import type { StoredInteraction, TransferRequest } from '../interactions/stored-interaction';
import type { DepartmentStore } from '../settings/sites';

export interface TransferPorts {
  readonly attend: Pick<Attend, 'transfer'>;
  readonly agents: Pick<AgentStore, 'profiles' | 'routingAgents'>;
  readonly departments: Pick<DepartmentStore, 'all'>;
  readonly isAgentConnected: (id: AgentId) => boolean;
}

export interface TransferTargets {
  readonly agents: Colleague[];
  readonly departments: TransferDepartment[];
}

/** [R15] Handing on, and whom to. The interaction is one that the agent holds. */
export interface Transfers {
  targets(stored: StoredInteraction, asker: AgentId): Promise<TransferTargets>;
  transfer(id: InteractionId, request: TransferRequest): Promise<Outcome<StoredInteraction>>;
}

export function createTransfers(ports: TransferPorts): Transfers {
  const { agents, attend, departments, isAgentConnected } = ports;
  return {
    targets: async ({ interaction: { channel } }, asker) => {
      const [profiles, online, all] = await Promise.all([
        agents.profiles(),
        agents.routingAgents(isAgentConnected),
        departments.all(),
      ]);
      const known = new Map(online.map((agent) => [agent.agentId, agent]));
      const people = profiles.map((profile) => toPerson(profile, known.get(profile.id), channel));
      return {
        agents: people.filter(({ id }) => id !== asker).sort(byWhoCanTakeIt),
        departments: all.map(({ id, name }) => {
          const members = people.filter((person) => person.departmentIds.includes(id));
          return {
            id,
            name,
            attending: members.filter((person) => person.isAttending && person.id !== asker).length,
            obstacle: obstacleAtDepartment(members, channel),
          };
        }),
      };
    },
    transfer: attend.transfer,
  };
}

/** First who can take it, then whoever is there, each by load and name. */
function byWhoCanTakeIt(left: Colleague, right: Colleague): number {
  return (
    Number(left.obstacle !== null) - Number(right.obstacle !== null) ||
    Number(right.isAttending) - Number(left.isAttending) ||
    left.load - right.load ||
    left.name.localeCompare(right.name)
  );
}

function toPerson(profile: AgentProfile, online: RoutingAgent | undefined, channel: Channel): Colleague {
  const heldSlots = online?.heldSlots ?? [];
  const candidate: TransferCandidate = {
    isAttending: online?.isConnected ?? false,
    channels: profile.channels,
    capacity: profile.capacity,
    heldSlots,
    isReserved: profile.reservedFor !== null,
  };
  return {
    id: profile.id,
    name: profile.publicName,
    photo: profile.photo?.url ?? '',
    isAttending: candidate.isAttending,
    channels: [...profile.channels],
    departmentIds: [...profile.departmentIds],
    load: online?.openInteractions ?? 0,
    capacity: profile.capacity,
    isInCall: heldSlots.length > 0 && heldSlots.length > (online?.openInteractions ?? 0),
    obstacle: obstacleAtAgent(candidate, channel),
  };
}
