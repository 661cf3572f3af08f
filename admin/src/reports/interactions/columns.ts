import type {
  ReportInteraction,
  ReportInteractions,
} from '../../../../plugins/attendance/protocol/reports/reports';
import type { ReportSort } from '../../../../plugins/attendance/protocol/reports/report-filter';
import type { Duration } from '../../../../plugins/attendance/protocol/reports/report-choices';
import type { Locale } from '../../../../plugins/attendance/protocol/shared/choices';
import type { TextKey } from '../../i18n/pt-BR';
import type { Translate } from '../../i18n/useTexts';
import { languageName } from '../../ui/format/language-name';
import { formatCount, formatMoment, formatTime } from '../format/figures';
import type { Measure } from '../measures/measures';

export interface ColumnContext {
  readonly t: Translate;
  readonly locale: Locale;
  readonly timeZone: string;
}

/** A column of the list of interactions. */
export interface Column {
  readonly key: string;
  readonly name: string;
  readonly sort?: ReportSort;
  readonly isNumber?: boolean;
  /** Measure that the column has of each interaction; absent where its name says all. */
  readonly measure?: Measure;
  readonly show: (row: ReportInteraction) => string;
}

/** Columns shown until others are chosen. */
export const FIRST_COLUMNS: readonly string[] = [
  'requestedAt',
  'visitor',
  'channel',
  'departmentName',
  'agentName',
  'outcome',
  'waiting',
  'firstResponse',
  'duration',
  'rating',
];

/** The first column, which names the row and opens it; it is always shown. */
export const ROW_NAME = 'requestedAt';

/** Returns all columns that the list may have: every value of the platform and of the team, and each custom field [D2]. */
export function columnsOf(
  { fields }: Pick<ReportInteractions, 'fields'>,
  { locale, t, timeZone }: ColumnContext,
): readonly Column[] {
  const moment = (at: number): string => formatMoment(at, locale, timeZone);
  const text = (key: string, label: TextKey, show: Column['show']): Column => ({ key, name: t(label), show });
  const sorted = (key: ReportSort, label: TextKey, show: Column['show']): Column => ({
    ...text(key, label, show),
    sort: key,
  });
  const time = (name: Duration): Column => ({
    key: name,
    name: t(`reports.measures.${name}`),
    measure: name,
    isNumber: true,
    show: ({ durations }) => formatTime(durations[name]),
  });
  const sortedTime = (name: Duration & ReportSort): Column => ({ ...time(name), sort: name });
  const counted = (key: (ReportSort & 'missed') | 'transfers', measure: Measure): Column => ({
    ...sorted(key, `reports.measures.${measure}`, (row) => formatCount(row[key], locale)),
    measure,
    isNumber: true,
  });
  return [
    sorted(ROW_NAME, 'reports.interactions.requestedAt', ({ requestedAt }) => moment(requestedAt)),
    text('protocolNumber', 'details.captured.protocol', ({ protocolNumber }) => protocolNumber),
    text('visitor', 'details.title', (row) => visitorOf(row, t)),
    text('email', 'ui.field.email', ({ visitor }) => visitor?.email ?? ''),
    text('phone', 'ui.field.phone', ({ visitor }) => visitor?.phone ?? ''),
    text('document', 'ui.field.document', ({ visitor }) => visitor?.document ?? ''),
    sorted('channel', 'reports.filters.by.channel', ({ channel }) => t(`ui.channel.${channel}`)),
    text('beganAs', 'reports.interactions.beganAs', ({ beganAs }) => t(`ui.channel.${beganAs}`)),
    sorted('siteName', 'reports.filters.by.siteId', ({ siteName }) => siteName),
    sorted('departmentName', 'reports.filters.by.departmentId', ({ departmentName }) => departmentName),
    sorted('agentName', 'reports.filters.by.agentId', ({ agentName }) => agentName),
    text('agents', 'reports.interactions.agents', ({ agents }) => agents.map(({ name }) => name).join(', ')),
    sorted('outcome', 'reports.interactions.outcome', ({ outcome }) =>
      t(`reports.filters.outcome.${outcome}`),
    ),
    text('endedBy', 'reports.interactions.endedBy', ({ endedBy }) => t(`reports.filters.endedBy.${endedBy}`)),
    text('endedAt', 'reports.interactions.endedAt', ({ endedAt }) => moment(endedAt)),
    sortedTime('waiting'),
    time('ring'),
    sortedTime('firstResponse'),
    time('response'),
    sortedTime('duration'),
    sortedTime('handling'),
    sortedTime('wrapUp'),
    sortedTime('call'),
    counted('missed', 'missed'),
    counted('transfers', 'transferred'),
    text('tags', 'reports.measures.tags', ({ tags }) => tags.join(', ')),
    text('closingTag', 'reports.interactions.closingTag', ({ closingTag }) => closingTag),
    text('closingNote', 'reports.interactions.closingNote', ({ closingNote }) => closingNote),
    sorted('rating', 'reports.measures.rating', (row) => ratingOf(row, t)),
    text('comment', 'reports.interactions.comment', ({ rating }) => rating?.comment ?? ''),
    text('origin', 'details.captured.origin', ({ captured }) => captured?.originUrl ?? ''),
    text('referrer', 'reports.interactions.referrer', ({ captured }) => captured?.referrer ?? ''),
    text('browser', 'details.captured.browser', ({ captured }) => captured?.browser ?? ''),
    text(
      'operatingSystem',
      'details.captured.operatingSystem',
      ({ captured }) => captured?.operatingSystem ?? '',
    ),
    text('language', 'reports.interactions.language', ({ captured }) =>
      languageName(captured?.language ?? '', locale),
    ),
    text('ip', 'details.captured.ip', ({ captured }) => captured?.ip ?? ''),
    text('answers', 'reports.interactions.answers', (row) => answersOf(row, t).join(' · ')),
    ...fields.map(({ id, label }) => ({
      key: `field-${id}`,
      name: label[locale] || Object.values(label).find((each) => each !== '') || `#${id}`,
      show: ({ fieldValues }: ReportInteraction) => wordOf(fieldValues[String(id)] ?? '', t),
    })),
  ];
}

/** Returns who it was with; that retention has deleted the conversation, where it has. */
export function visitorOf({ isKept, visitor }: ReportInteraction, t: Translate): string {
  if (!isKept) return t('reports.interactions.deleted');
  if (visitor === null) return '';
  return visitor.name === '' ? t('ui.visitor.unnamed', { id: String(visitor.id) }) : visitor.name;
}

export function ratingOf({ rating }: ReportInteraction, t: Translate): string {
  if (rating === null) return '';
  if (rating.scale === 'thumbs') return t(rating.score === 1 ? 'ui.rating.up' : 'ui.rating.down');
  return t('ui.rating.stars', { score: rating.score });
}

export function answersOf({ answers }: ReportInteraction, t: Translate): string[] {
  return answers.map(
    ({ label, shown, type }) => `${label}: ${type === 'checkbox' ? t('details.answers.yes') : shown}`,
  );
}

/** A ticked check-box is kept as `true`. */
function wordOf(value: string, t: Translate): string {
  return value === 'true' ? t('details.answers.yes') : value;
}

/** Returns the columns to show, in the order in which all are listed: the one that names the row, and those chosen. */
export function chosenColumns(columns: readonly Column[], chosen: readonly string[]): readonly Column[] {
  return columns.filter(({ key }) => key === ROW_NAME || chosen.includes(key));
}
