import type { ReportChoices } from '../../../../plugins/attendance/protocol/reports/reports';
import { CHANNELS } from '../../../../plugins/attendance/protocol/shared/choices';
import type { Locale } from '../../../../plugins/attendance/protocol/shared/choices';
import type { Translate } from '../../i18n/useTexts';
import type { ConditionName, FilterName } from '../address/address';
import { formatHour, formatWeekday } from '../format/figures';

/** One of what a filter offers. */
export interface Choice {
  readonly value: string;
  readonly label: string;
}

/** Value of the filter by department that selects interactions without any. */
export const NO_DEPARTMENT = 'none';

type Named = { readonly id: number; readonly name: string };

const choicesOf = (named: readonly Named[]): Choice[] =>
  named.map(({ id, name }) => ({ value: String(id), label: name === '' ? `#${id}` : name }));

/** Returns what each filter offers; an origin is free text. */
export function filterChoices(
  choices: ReportChoices,
  t: Translate,
): Readonly<Record<Exclude<FilterName, 'origin'>, readonly Choice[]>> {
  return {
    channel: CHANNELS.map((channel) => ({ value: channel, label: t(`ui.channel.${channel}`) })),
    siteId: choicesOf(choices.sites),
    departmentId: [
      ...choicesOf(choices.departments),
      { value: NO_DEPARTMENT, label: t('reports.frame.none') },
    ],
    agentId: choicesOf(choices.agents),
    tagId: choicesOf(choices.tags),
  };
}

/** Returns a filter's value in words; the number of what is not among the choices. */
export function filterValue(name: FilterName, value: string, choices: ReportChoices, t: Translate): string {
  if (name === 'origin') return value;
  return filterChoices(choices, t)[name].find((choice) => choice.value === value)?.label ?? `#${value}`;
}

const STARS = /^[1-5]$/;

/** Returns a condition in words. */
export function conditionText(
  name: ConditionName,
  value: string,
  { choices, locale, t }: { readonly choices: ReportChoices; readonly locale: Locale; readonly t: Translate },
): string {
  switch (name) {
    case 'outcome':
      return t(`reports.filters.outcome.${value as 'answered'}`);
    case 'endedBy':
      return t('reports.filters.condition.endedBy', {
        who: t(`reports.filters.endedBy.${value as 'visitor'}`),
      });
    case 'has':
      return t(`reports.filters.condition.has.${value as 'missed'}`);
    case 'level':
      return t(`reports.filters.condition.level.${value as 'met'}`);
    case 'measured':
      return t('reports.filters.condition.measured', { name: t(`reports.measures.${value as 'waiting'}`) });
    case 'rating':
      return STARS.test(value)
        ? t('ui.rating.stars', { score: Number(value) })
        : t(`reports.filters.condition.rating.${value as 'up'}`);
    case 'own':
      return t(`reports.filters.condition.own.${value as 'attended'}`);
    case 'handedTo':
      return value === 'none'
        ? t('reports.filters.condition.handedTo.nobody')
        : t('reports.filters.condition.handedTo', { name: filterValue('agentId', value, choices, t) });
    case 'raised':
      return t('reports.measures.raised');
    case 'weekday':
      return formatWeekday(Number(value), locale);
    case 'hour':
      return formatHour(Number(value));
  }
}
