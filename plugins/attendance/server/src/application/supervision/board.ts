import type { AgentId } from '../../../../protocol/schemas/ids';
import type { TodayFigures } from '../../../../protocol/supervision/board';
import { LIMITS } from '../../../../protocol/shared/limits';
import { isFoundBy } from '../../domain/supervision/live-search';
import type { AgentProfile, AgentStore } from '../agents/ports';
import type { Clock } from '../clock';
import type { BoardReader, OpenInteraction, Today, WaitingSummary } from './ports';

/** All that a board is made of, read at one moment. */
export interface BoardState {
  readonly asOf: number;
  /** What waits and what is held, longest wait first. */
  readonly open: readonly OpenInteraction[];
  readonly agents: readonly AgentProfile[];
  readonly isConnected: (id: AgentId) => boolean;
  readonly today: TodayFigures;
}

export interface SummaryState extends WaitingSummary {
  readonly asOf: number;
  /** Number of agents who are Online and connected. */
  readonly online: number;
  readonly today: TodayFigures;
}

export interface FoundLive {
  readonly interactions: readonly OpenInteraction[];
  readonly hasMore: boolean;
}

export interface BoardPorts {
  readonly clock: Clock;
  readonly reader: BoardReader;
  readonly agents: Pick<AgentStore, 'profiles' | 'routingAgents'>;
  readonly isAgentConnected: (id: AgentId) => boolean;
  readonly today: Today;
}

/** What goes on, for those who supervise it [D3]. */
export interface LiveBoard {
  read(this: void): Promise<BoardState>;
  summary(this: void): Promise<SummaryState>;
  /** Finds live interactions by the visitor's name or the protocol number; all without words. */
  search(this: void, text: string): Promise<FoundLive>;
}

export function createLiveBoard(ports: BoardPorts): LiveBoard {
  const { agents, clock, isAgentConnected, reader, today } = ports;
  return {
    read: async () => {
      const asOf = clock.now();
      const [open, profiles, figures] = await Promise.all([reader.open(), agents.profiles(), today.read()]);
      return { asOf, open, agents: profiles, isConnected: isAgentConnected, today: figures };
    },
    summary: async () => {
      const asOf = clock.now();
      const [waiting, roster, figures] = await Promise.all([
        reader.waiting(),
        agents.routingAgents(isAgentConnected),
        today.recent(),
      ]);
      const online = roster.filter(({ isConnected }) => isConnected).length;
      return { asOf, ...waiting, online, today: figures };
    },
    search: async (text) => {
      const found = (await reader.open()).filter((one) => isFoundBy(one, text));
      const { liveFoundMax } = LIMITS;
      return { interactions: found.slice(0, liveFoundMax), hasMore: found.length > liveFoundMax };
    },
  };
}
