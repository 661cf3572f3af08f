import type { PresenceEndReason } from '../../../../protocol/reports/report-choices';
import type { AgentId } from '../../../../protocol/schemas/ids';
import type { Steps } from '../steps';

/** Time Online that goes on. */
export interface OpenPeriod {
  readonly id: number;
  readonly agentId: AgentId;
  readonly startedAt: number;
}

/** Rows of the times for which agents were Online. Whoever opens or closes one of an agent has locked that agent's row. */
export interface PresenceRows {
  /** Periods of an agent that go on, of which there is one at most. */
  openOf(agentId: AgentId): Steps<OpenPeriod[]>;
  allOpen(): Steps<OpenPeriod[]>;
  /** Returns the end of the agent's last period; 0 before the first. */
  lastEnd(agentId: AgentId): Steps<number>;
  /** Opens a period under the name that the agent has now. */
  open(agentId: AgentId, startedAt: number): Steps<void>;
  /** Closes a period, under the name that its agent has now. */
  close(period: OpenPeriod, endedAt: number, reason: PresenceEndReason): Steps<void>;
}
