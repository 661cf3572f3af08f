import type { AgentId } from '../../../protocol/ids';
import { LIMITS } from '../../../protocol/limits';
import { isLive } from '../domain/interaction';
import type { AgentStore, Clock, InteractionStore } from './ports';
import type { Publisher } from './publisher';

export interface AgentAbsencePorts {
  readonly agents: Pick<AgentStore, 'lost'>;
  readonly clock: Clock;
  readonly interactions: Pick<InteractionStore, 'heldBy'>;
  readonly publisher: Pick<Publisher, 'agentPresenceSeen'>;
}

/** Who of the agents has been without connection for so long that their visitors are told [R14, W3]. */
export interface AgentAbsence {
  isAway(this: void, id: AgentId): boolean;
  /** Each second: tells the visitors of whoever has gone for long, or is back. */
  refresh(): Promise<void>;
}

export function createAgentAbsence({
  agents,
  clock,
  interactions,
  publisher,
}: AgentAbsencePorts): AgentAbsence {
  let away = new Set<AgentId>();
  return {
    isAway: (id) => away.has(id),
    refresh: async () => {
      const now = clock.now();
      const lost = (await agents.lost()).filter(({ lostAt }) => now - lostAt >= LIMITS.unopenedGraceMs);
      const before = away;
      away = new Set(lost.map(({ id }) => id));
      const changed = [...new Set([...before, ...away])].filter((id) => before.has(id) !== away.has(id));
      for (const id of changed)
        for (const stored of await interactions.heldBy(id))
          if (isLive(stored.interaction)) publisher.agentPresenceSeen(stored);
    },
  };
}
