import { formatBytes } from '../../../../plugins/attendance/files/check-file';
import type { TextGroup, TextKey } from '../../i18n/pt-BR';
import { languageName } from '../../ui/format/language-name';
import { toClock } from '../hours/edit-hours';
import { textOf, type AuditNames, type ValueFormat } from './field-format';

const LIST = ', ';
const SECOND_MS = 1_000;
/** Units of a duration with their seconds, longest first; the same in all our languages. */
const UNITS = [
  ['h', 3_600],
  ['min', 60],
  ['s', 1],
] as const;

export const plainValue: ValueFormat = (value, { t }) =>
  typeof value === 'boolean' ? t(value ? 'settings.audit.yes' : 'settings.audit.no') : String(value);

/** Formats milliseconds: "30 s", "1 min 30 s", "2 h". */
export const duration: ValueFormat = (value, context) => {
  if (typeof value !== 'number') return plainValue(value, context);
  let rest = value / SECOND_MS;
  const parts = UNITS.flatMap(([unit, seconds]) => {
    const count = unit === 's' ? rest : Math.floor(rest / seconds);
    rest -= count * seconds;
    return count > 0 ? [`${count.toLocaleString(context.locale)} ${unit}`] : [];
  });
  return parts.length === 0 ? '0 s' : parts.join(' ');
};

export const seconds: ValueFormat = (value, context) =>
  typeof value === 'number' ? duration(value * SECOND_MS, context) : plainValue(value, context);

/** Formats how long something is kept, in days; 0 is for ever. */
export const days: ValueFormat = (value, { t }) =>
  value === 0 ? t('settings.privacy.forever') : t('settings.audit.days', { count: Number(value) });

export const bytes: ValueFormat = (value, context) =>
  typeof value === 'number' ? formatBytes(value, context.locale) : plainValue(value, context);

const MEGABYTE = 1_048_576;

export const megabytes: ValueFormat = (value, context) =>
  typeof value === 'number' ? bytes(value * MEGABYTE, context) : plainValue(value, context);

export const pictureLines: ValueFormat = (value) => `${String(value)}p`;

/** Formats a minute of the day. */
export const clock: ValueFormat = (value, context) =>
  typeof value === 'number' ? toClock(value) : plainValue(value, context);

/** Formats a day of the calendar. */
export const date: ValueFormat = (value, context) => {
  const at = Date.parse(`${String(value)}T00:00:00Z`);
  return Number.isNaN(at)
    ? plainValue(value, context)
    : new Intl.DateTimeFormat(context.locale, { dateStyle: 'medium', timeZone: 'UTC' }).format(at);
};

/** Formats the end of a block; one without an end has a text of its own. */
export const moment: ValueFormat = (value, { locale, t }) =>
  typeof value === 'number'
    ? new Intl.DateTimeFormat(locale, { dateStyle: 'medium', timeStyle: 'short' }).format(value)
    : t('blocks.duration.forever');

/** Returns the format of one of few values, each with a text under this prefix. */
export const oneOf =
  (group: TextGroup): ValueFormat =>
  (value, context) =>
    textOf(`${group}${String(value)}`, context) ?? plainValue(value, context);

/** Returns the format of a boolean with the page's own texts. */
export const either =
  (yes: TextKey, no: TextKey): ValueFormat =>
  (value, { t }) =>
    t(value === true ? yes : no);

export const language: ValueFormat = (value, { locale }) => languageName(String(value), locale);

export const byName =
  (kind: keyof AuditNames): ValueFormat =>
  (value, { names }) =>
    names[kind].get(String(value)) ?? `#${String(value)}`;

/** Formats what a condition expects: an option, or a box that is ticked. */
export const looksFor: ValueFormat = (value, { names, t }) =>
  names.options.get(String(value)) ?? (value === 'true' ? t('settings.audit.yes') : String(value));

/** Returns the format of a list by that of its items; the record has its values in one line. */
export const eachOf =
  (format: ValueFormat): ValueFormat =>
  (value, context) =>
    String(value)
      .split(LIST)
      .map((each) => format(each, context))
      .join(LIST);

/** Formats a secret, of which nothing is known but that it is there. */
export const secret: ValueFormat = (_, { t }) => t('settings.audit.secret.set');

export const stored: ValueFormat = either('settings.audit.secret.stored', 'settings.audit.secret.none');
