import type { Rating } from '../../../../protocol/interactions/ratings';
import type { InteractionId, SiteId, TagId } from '../../../../protocol/schemas/ids';
import type { CallSpan, PastAssignment } from '../../domain/reports/measure-interaction';
import type { PublicLine } from '../../domain/reports/measure-responses';
import type { ReportRecord } from '../../domain/reports/report-record';
import type { Steps } from '../steps';

/** Rows that reports read, and what of an interaction they are measured from. Lists are in the order in which things were. */
export interface ReportRows {
  /** Assignments, with the agents' names as they are now. */
  assignments(id: InteractionId): Steps<PastAssignment[]>;
  /** Stamps of the lines that people wrote, without what they wrote. */
  lines(id: InteractionId): Steps<PublicLine[]>;
  attempts(id: InteractionId): Steps<CallSpan[]>;
  tags(id: InteractionId): Steps<{ readonly id: TagId; readonly name: string }[]>;
  /** Returns whether the site asks its visitors for a rating. */
  asksRating(siteId: SiteId): Steps<boolean>;
  /** Writes the rows of an interaction in place of those that it has, and the version of the rules beside it. */
  write(record: ReportRecord, version: number): Steps<void>;
  /** Writes a rating that came after the end; nothing where there is no row yet. */
  setRating(id: InteractionId, rating: Pick<Rating, 'scale' | 'score'>): Steps<void>;
}

/** Rows of a transaction that measures interactions. */
export interface ReportTx {
  readonly reports: ReportRows;
}
