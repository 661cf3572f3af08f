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

/** How the agent of an interaction stands to its visitor. */
export interface SeenPresence {
  /** Online, and connected [R13]. */
  readonly isOnline: boolean;
  /** Without connection for so long that somebody else may take over [R14, W3]. */
  readonly isAway: boolean;
}

/** Who of the agents with interactions is not there, as far as their visitors have been told. */
export interface SeenPresences {
  presenceOf(this: void, id: AgentId): SeenPresence;
  /** Takes the place of what was seen before; whoever is not in it is there. Returns those who stand otherwise now. */
  replace(absent: ReadonlyMap<AgentId, SeenPresence>): readonly AgentId[];
}

export interface AgentAbsence {
  /** Each second, and with every change of presence: tells the visitors of whoever has gone, or is back. */
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
