import type { Rating } from '../../../../protocol/interactions/ratings';
import type { Captured, Department } from '../../../../protocol/interactions/people';
import type { Interaction } from '../../domain/interactions/interaction-state';
import { isOver } from '../../domain/interactions/interaction-state';
import { measureInteraction } from '../../domain/reports/measure-interaction';
import { REPORT_VERSION } from '../../domain/reports/report-record';
import type { Steps } from '../steps';
import type { ReportTx } from './rows';

/** What is known of an interaction before its history is read. */
export interface Reportable {
  readonly interaction: Interaction;
  readonly siteName: string;
  readonly department: Pick<Department, 'name'> | null;
  readonly captured: Pick<Captured, 'originUrl'>;
  readonly rating: Pick<Rating, 'scale' | 'score'> | null;
}

/**
 * Measures an interaction and writes its report row [D1], in the transaction that ends it; nothing while it goes on. Nothing is read
 * before that: a message costs reports nothing.
 */
export function* writeReport(tx: ReportTx, subject: Reportable): Steps<void> {
  const { captured, department, interaction, rating, siteName } = subject;
  if (!isOver(interaction)) return;
  const { callCount, id, siteId } = interaction;
  const record = measureInteraction({
    interaction,
    siteName,
    departmentName: department?.name ?? '',
    originUrl: captured.originUrl,
    assignments: yield* tx.reports.assignments(id),
    lines: yield* tx.reports.lines(id),
    attempts: callCount === 0 ? [] : yield* tx.reports.attempts(id),
    tags: yield* tx.reports.tags(id),
    asksRating: yield* tx.reports.asksRating(siteId),
    rating,
  });
  yield* tx.reports.write(record, REPORT_VERSION);
}
