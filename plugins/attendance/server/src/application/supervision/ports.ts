import type { Department } from '../../../../protocol/interactions/people';
import type { AgentId, InteractionId, VisitorId } from '../../../../protocol/schemas/ids';
import type { Side } from '../../../../protocol/schemas/scalars';
import type { Channel } from '../../../../protocol/shared/choices';
import type { ReportSettings } from '../../../../protocol/reports/reports';
import type { TodayFigures } from '../../../../protocol/supervision/board';
import type { Call } from '../../domain/interactions/interaction-state';

/** An interaction that waits or is held, as far as the board shows it. */
export interface OpenInteraction {
  readonly id: InteractionId;
  readonly protocolNumber: string;
  readonly channel: Channel;
  readonly visitorId: VisitorId;
  readonly visitorName: string;
  readonly department: Department | null;
  readonly waitingSince: number;
  readonly awayUntil: number | null;
  /** The agent who holds it; null while it waits. */
  readonly held: {
    readonly agentId: AgentId;
    readonly agentName: string;
    readonly assignedAt: number;
    readonly openedAt: number | null;
    readonly visitorEndedAt: number | null;
  } | null;
  readonly call: Call | null;
  readonly callCount: number;
  readonly lastWriter: Side | null;
}

export interface WaitingSummary {
  readonly waitingCount: number;
  /** Request of the present visitor who has waited longest; null where none waits. */
  readonly longestSince: number | null;
}

/** Reads what goes on at this moment, outside a transaction. */
export interface BoardReader {
  /** Lists what waits and what is held, longest wait first. */
  open(): Promise<OpenInteraction[]>;
  waiting(): Promise<WaitingSummary>;
}

/** What is so of the interactions of a day that are over, and of those that go on. */
export type DayCounts = Omit<TodayFigures, 'date' | 'timeZone'>;

/** Thresholds of the service level, in ms. */
export type Levels = Pick<ReportSettings, 'chatLevelMs' | 'callLevelMs'>;

/** Reads figures of a day that goes on. */
export interface TodayReader {
  /** Figures of the interactions requested since then. */
  countsSince(since: number, levels: Levels): Promise<DayCounts>;
}

/** Today's figures [D3]: cheap enough to ask for each second. */
export interface Today {
  /** Resolves to the figures as they are. */
  read(this: void): Promise<TodayFigures>;
  /** Resolves to figures that are a second old at most: however many ask within it share one reading. */
  recent(this: void): Promise<TodayFigures>;
}
