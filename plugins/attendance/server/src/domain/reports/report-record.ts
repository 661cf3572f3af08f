import type { RatingScale } from '../../../../protocol/interactions/ratings';
import type { EndedBy, ReportOutcome } from '../../../../protocol/reports/report-choices';
import type { AgentId, DepartmentId, InteractionId, SiteId, TagId } from '../../../../protocol/schemas/ids';
import type { Channel } from '../../../../protocol/shared/choices';

/** Version of the rules by which an interaction is measured. Raised with each change of them: every row is then measured anew. */
export const REPORT_VERSION = 1;

/** Outcome of an assignment. */
export type AssignmentOutcome = 'ended' | 'missed' | 'reassigned' | 'transferred';

/** Times and durations of a set of responses: how many there were and how long they took together, in ms. */
export interface Responses {
  readonly responseCount: number;
  readonly responseTotalMs: number;
}

/** Figures of one interaction that is over [D1]. Durations in ms; null where it has none. */
export interface ReportRow extends Responses {
  readonly interactionId: InteractionId;
  readonly requestedAt: number;
  readonly endedAt: number;
  readonly closedAt: number;
  readonly channel: Channel;
  readonly beganAs: Channel;
  readonly siteId: SiteId;
  readonly siteName: string;
  readonly departmentId: DepartmentId | null;
  readonly departmentName: string;
  readonly agentId: AgentId | null;
  readonly agentName: string;
  readonly origin: string;
  readonly outcome: ReportOutcome;
  readonly endedBy: EndedBy;
  readonly waitingMs: number | null;
  readonly ringMs: number | null;
  readonly firstResponseMs: number | null;
  readonly durationMs: number;
  readonly handlingMs: number | null;
  readonly wrapUpMs: number | null;
  readonly callMs: number | null;
  readonly callCount: number;
  readonly missedCount: number;
  readonly transferCount: number;
  readonly isRatingAsked: boolean;
  readonly ratingScale: RatingScale | null;
  readonly ratingScore: number | null;
}

/** Figures of one agent's time with an interaction. */
export interface ReportAssignment extends Responses {
  readonly interactionId: InteractionId;
  readonly agentId: AgentId;
  readonly agentName: string;
  readonly channel: Channel;
  readonly assignedAt: number;
  readonly openedAt: number | null;
  readonly releasedAt: number;
  readonly outcome: AssignmentOutcome;
  readonly ringMs: number | null;
  readonly firstResponseMs: number | null;
  readonly handlingMs: number | null;
  readonly wrapUpMs: number | null;
}

export interface ReportTag {
  readonly interactionId: InteractionId;
  readonly tagId: TagId;
  readonly name: string;
}

/** What is written of an interaction at its end. */
export interface ReportRecord {
  readonly row: ReportRow;
  readonly assignments: readonly ReportAssignment[];
  readonly tags: readonly ReportTag[];
}
