import { DURATIONS } from '../../../../protocol/reports/report-choices';
import type { ReportInteractions } from '../../../../protocol/reports/reports';
import type { Captured } from '../../../../protocol/interactions/people';
import type { Locale } from '../../../../protocol/shared/choices';
import { localized, type Localized } from '../../../../protocol/shared/text/localized';
import type { AssignmentOutcome } from '../../domain/reports/report-record';
import type { ExportedInteraction } from '../../application/reports/report-export';
import type { ReportSelection } from '../../application/reports/report-scope';
import { secondsOf } from './seconds';
import type { ExportTexts, InteractionColumn } from './texts/export-texts';
import { EXPORT_TEXTS } from './texts/texts';
import type { Cell, Column } from './write-csv';
import { zonedTime } from './zoned-time';

/** What the columns of an export depend on, beside its rows. */
export interface InteractionForm {
  readonly locale: Locale;
  /** Zone of the times, and the offsets that it had. */
  readonly timeZone: string;
  readonly offsets: ReportSelection['offsets'];
  readonly seesIp: boolean;
  readonly fields: ReportInteractions['fields'];
  /** Questions of forms, in the words in which visitors read them: a column for each. */
  readonly questions: readonly string[];
}

type Value = (interaction: ExportedInteraction) => Cell;
type Named = readonly [name: InteractionColumn, value: Value];

const BETWEEN = '; ';
const CAPTURED: readonly (keyof Captured & InteractionColumn)[] = [
  'originUrl',
  'originTitle',
  'currentUrl',
  'currentTitle',
  'referrer',
  'language',
  'browser',
  'operatingSystem',
  'ip',
];

/** Columns of the export of interactions: every value has one, each custom field and each question too. */
export function interactionColumns(form: InteractionForm): Column<ExportedInteraction>[] {
  const texts = EXPORT_TEXTS[form.locale];
  const titled = ([name, value]: Named): Column<ExportedInteraction> => ({
    title: texts.interaction[name],
    value,
  });
  return [
    ...whenColumns(form, texts),
    ...whoColumns(texts).map(titled),
    ...DURATIONS.map((name) => ({
      title: `${texts.duration[name]} (s)`,
      value: ({ durations }: ExportedInteraction) => secondsOf(durations[name]),
    })),
    ...endColumns(texts).map(titled),
    ...visitorColumns(form.seesIp).map(titled),
    ...fieldColumns(form, texts),
    ...form.questions.map((question) => ({
      title: texts.answer(question),
      value: ({ answers }: ExportedInteraction) =>
        listed(answers.filter(({ label }) => label === question).map(({ shown }) => shown)),
    })),
  ];
}

function whenColumns(
  { offsets, timeZone }: InteractionForm,
  texts: ExportTexts,
): Column<ExportedInteraction>[] {
  const times = (['requestedAt', 'endedAt', 'closedAt'] as const).map((name) => ({
    title: texts.timesOf(texts.interaction[name], timeZone),
    value: (interaction: ExportedInteraction) => zonedTime(interaction[name], offsets),
  }));
  const number = {
    title: texts.interaction.protocolNumber,
    value: ({ protocolNumber }: ExportedInteraction) => protocolNumber,
  };
  return [number, ...times];
}

function whoColumns(texts: ExportTexts): Named[] {
  return [
    ['channel', ({ channel }) => texts.channel[channel]],
    ['beganAs', ({ beganAs }) => texts.channel[beganAs]],
    ['site', ({ siteName }) => siteName],
    ['department', ({ departmentName }) => departmentName],
    ['agent', ({ agentName }) => agentName],
    ['attendedBy', ({ agents }) => listed([...new Set(agents.filter(isOpened).map(({ name }) => name))])],
    ['assignments', ({ agents }) => listed(agents.map((one) => `${one.name}: ${outcomeOf(one, texts)}`))],
    ['outcome', ({ outcome }) => texts.outcome[outcome]],
    ['endedBy', ({ endedBy }) => texts.endedBy[endedBy]],
  ];
}

function endColumns(texts: ExportTexts): Named[] {
  const yesOrNo = (value: boolean): string => (value ? texts.yes : texts.no);
  return [
    ['responses', ({ responseCount }) => responseCount],
    ['calls', ({ callCount }) => callCount],
    ['missed', ({ missed }) => missed],
    ['transfers', ({ transfers }) => transfers],
    ['tags', ({ tags }) => listed(tags)],
    ['closingReason', ({ closingTag }) => closingTag],
    ['closingNote', ({ closingNote }) => closingNote],
    ['ratingAsked', ({ isRatingAsked }) => yesOrNo(isRatingAsked)],
    ['ratingScale', ({ ratingScale }) => (ratingScale === null ? null : texts.scale[ratingScale])],
    ['ratingScore', ({ ratingScore }) => ratingScore],
    ['ratingComment', ({ rating }) => rating?.comment ?? null],
    ['isKept', ({ isKept }) => yesOrNo(isKept)],
  ];
}

function visitorColumns(seesIp: boolean): Named[] {
  return [
    ['visitor', ({ visitor }) => visitor?.name ?? null],
    ['email', ({ visitor }) => visitor?.email ?? null],
    ['phone', ({ visitor }) => visitor?.phone ?? null],
    ['document', ({ visitor }) => visitor?.document ?? null],
    ['origin', ({ origin }) => origin],
    ...CAPTURED.filter((name) => seesIp || name !== 'ip').map((name): Named => [
      name,
      ({ captured }) => captured?.[name] ?? null,
    ]),
  ];
}

function fieldColumns(
  { fields, locale }: InteractionForm,
  texts: ExportTexts,
): Column<ExportedInteraction>[] {
  return fields.map(({ id, label }) => ({
    title: texts.field(localized(label as Localized, locale, 'pt-BR') || `#${id}`),
    value: ({ fieldValues }) => fieldValues[id] ?? null,
  }));
}

function isOpened({ openedAt }: ExportedInteraction['agents'][number]): boolean {
  return openedAt !== null;
}

/** The word of an outcome; one that this version does not know as it is. */
function outcomeOf({ outcome }: ExportedInteraction['agents'][number], { assignment }: ExportTexts): string {
  return outcome in assignment ? assignment[outcome as AssignmentOutcome] : outcome;
}

function listed(texts: readonly string[]): string {
  return texts.join(BETWEEN);
}
