import type { ReportInteractions } from '../../../../protocol/reports/reports';
import type { Locale } from '../../../../protocol/shared/choices';
import { localized, type Localized } from '../../../../protocol/shared/text/localized';
import type { ExportedInteraction } from '../../application/reports/report-export';

/** Returns an interaction as a line of JSON has it: times in ISO 8601, durations in ms, and names that no language changes. */
export function toInteractionLine(
  interaction: ExportedInteraction,
  { fields, locale }: { readonly fields: ReportInteractions['fields']; readonly locale: Locale },
): object {
  const { agents, answers, closedAt, durations, endedAt, fieldValues, rating, requestedAt, ...rest } =
    interaction;
  const { ratingScale: scale, ratingScore: score, ...told } = rest;
  return {
    ...told,
    requestedAt: isoOf(requestedAt),
    endedAt: isoOf(endedAt),
    closedAt: isoOf(closedAt),
    durationsMs: durations,
    agents: agents.map((one) => ({
      ...one,
      assignedAt: isoOf(one.assignedAt),
      openedAt: one.openedAt === null ? null : isoOf(one.openedAt),
      releasedAt: isoOf(one.releasedAt),
    })),
    fields: fields.flatMap(({ id, label }) => {
      const value = fieldValues[id];
      return value === undefined
        ? []
        : [{ id, label: localized(label as Localized, locale, 'pt-BR'), value }];
    }),
    answers: answers.map(({ fieldId, label, shown, type, value }) => ({
      fieldId,
      type,
      label,
      value,
      shown,
    })),
    rating:
      scale === null || score === null
        ? null
        : {
            scale,
            score,
            comment: rating?.comment ?? '',
            ratedAt: rating === null ? null : isoOf(rating.ratedAt),
          },
  };
}

function isoOf(at: number): string {
  return new Date(at).toISOString();
}
