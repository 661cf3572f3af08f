import type { AgentId } from '../../../../protocol/schemas/ids';
import { LIMITS } from '../../../../protocol/shared/limits';
import { isLive } from '../../domain/interactions/interaction-state';
import type { AgentStore } from '../agents/ports';
import type { Clock } from '../clock';
import type { InteractionStore } from '../interactions/ports';
import type { Publisher } from '../interactions/publisher';

export interface AgentAbsencePorts {
  readonly agents: Pick<AgentStore, 'lost' | 'offlineHolders'>;
  readonly clock: Clock;
  readonly interactions: Pick<InteractionStore, 'heldBy'>;
  readonly publisher: Pick<Publisher, 'agentPresenceSeen'>;
  readonly seenPresences: SeenPresences;
}

/** Presence of an interaction's agent, as the visitor sees it. */
export interface SeenPresence {
  /** Online, and connected [R13]. */
  readonly isOnline: boolean;
  /** True when they have been without connection for so long that somebody else may take over [R14, W3]. */
  readonly isAway: boolean;
}

/** Presences of agents with interactions, as far as their visitors were notified. */
export interface SeenPresences {
  presenceOf(this: void, id: AgentId): SeenPresence;
  /** Replaces the absences; an agent who is not among them is present. Returns the agents whose presence changed. */
  replace(absent: ReadonlyMap<AgentId, SeenPresence>): readonly AgentId[];
}

export interface AgentAbsence {
  /** Notifies the visitors of agents who have gone, or are back. Called each second, and with every change of presence. */
  refresh(this: void): Promise<void>;
}

const HERE: SeenPresence = { isOnline: true, isAway: false };

export function createSeenPresences(): SeenPresences {
  let absent: ReadonlyMap<AgentId, SeenPresence> = new Map();
  const presenceOf = (id: AgentId): SeenPresence => absent.get(id) ?? HERE;
  return {
    presenceOf,
    replace: (after) => {
      const before = absent;
      absent = after;
      return [...new Set([...before.keys(), ...after.keys()])].filter((id) => {
        const { isAway, isOnline } = before.get(id) ?? HERE;
        const now = presenceOf(id);
        return isAway !== now.isAway || isOnline !== now.isOnline;
      });
    },
  };
}

export function createAgentAbsence(ports: AgentAbsencePorts): AgentAbsence {
  const { agents, clock, interactions, publisher, seenPresences } = ports;
  return {
    refresh: async () => {
      const now = clock.now();
      const [lost, offline] = await Promise.all([agents.lost(), agents.offlineHolders()]);
      const changed = seenPresences.replace(
        new Map([
          ...offline.map((id) => [id, { isOnline: false, isAway: false }] as const),
          ...lost.map(
            ({ id, lostAt }) =>
              [id, { isOnline: false, isAway: now - lostAt >= LIMITS.unopenedGraceMs }] as const,
          ),
        ]),
      );
      for (const id of changed)
        for (const stored of await interactions.heldBy(id))
          if (isLive(stored.interaction)) publisher.agentPresenceSeen(stored);
    },
  };
}
