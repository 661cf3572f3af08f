import { formatBytes } from '../../../../plugins/attendance/files/check-file';
import type { TextGroup, TextKey } from '../../i18n/pt-BR';
import { languageName } from '../../ui/format/language-name';
import { toClock } from '../hours/edit-hours';
import { textOf, type AuditNames, type Tell } from './audit-words';

const LIST = ', ';
const SECOND_MS = 1_000;
/** Units of a duration with their seconds, longest first; the same in all our languages. */
const UNITS = [
  ['h', 3_600],
  ['min', 60],
  ['s', 1],
] as const;

export const asItStands: Tell = (value, { t }) =>
  typeof value === 'boolean' ? t(value ? 'settings.audit.yes' : 'settings.audit.no') : String(value);

/** Formats milliseconds: "30 s", "1 min 30 s", "2 h". */
export const duration: Tell = (value, words) => {
  if (typeof value !== 'number') return asItStands(value, words);
  let rest = value / SECOND_MS;
  const parts = UNITS.flatMap(([unit, seconds]) => {
    const count = unit === 's' ? rest : Math.floor(rest / seconds);
    rest -= count * seconds;
    return count > 0 ? [`${count.toLocaleString(words.locale)} ${unit}`] : [];
  });
  return parts.length === 0 ? '0 s' : parts.join(' ');
};

export const seconds: Tell = (value, words) =>
  typeof value === 'number' ? duration(value * SECOND_MS, words) : asItStands(value, words);

/** Formats how long something is kept, in days; 0 is for ever. */
export const days: Tell = (value, { t }) =>
  value === 0 ? t('settings.privacy.forever') : t('settings.audit.days', { count: Number(value) });

export const bytes: Tell = (value, words) =>
  typeof value === 'number' ? formatBytes(value, words.locale) : asItStands(value, words);

const MEGABYTE = 1_048_576;

export const megabytes: Tell = (value, words) =>
  typeof value === 'number' ? bytes(value * MEGABYTE, words) : asItStands(value, words);

export const pictureLines: Tell = (value) => `${String(value)}p`;

/** Formats a minute of the day. */
export const clock: Tell = (value, words) =>
  typeof value === 'number' ? toClock(value) : asItStands(value, words);

/** Formats a day of the calendar. */
export const date: Tell = (value, words) => {
  const at = Date.parse(`${String(value)}T00:00:00Z`);
  return Number.isNaN(at)
    ? asItStands(value, words)
    : new Intl.DateTimeFormat(words.locale, { dateStyle: 'medium', timeZone: 'UTC' }).format(at);
};

/** Formats the end of a block; one without an end has a text of its own. */
export const moment: Tell = (value, { locale, t }) =>
  typeof value === 'number'
    ? new Intl.DateTimeFormat(locale, { dateStyle: 'medium', timeStyle: 'short' }).format(value)
    : t('blocks.duration.forever');

/** Returns the format of one of few values, each with a text under this prefix. */
export const oneOf =
  (group: TextGroup): Tell =>
  (value, words) =>
    textOf(`${group}${String(value)}`, words) ?? asItStands(value, words);

/** Returns the format of a boolean with the page's own texts. */
export const either =
  (yes: TextKey, no: TextKey): Tell =>
  (value, { t }) =>
    t(value === true ? yes : no);

export const language: Tell = (value, { locale }) => languageName(String(value), locale);

export const byName =
  (kind: keyof AuditNames): Tell =>
  (value, { names }) =>
    names[kind].get(String(value)) ?? `#${String(value)}`;

/** Formats what a condition expects: an option, or a box that is ticked. */
export const looksFor: Tell = (value, { names, t }) =>
  names.options.get(String(value)) ?? (value === 'true' ? t('settings.audit.yes') : String(value));

/** Returns the format of a list by that of its items; the record has its values in one line. */
export const eachOf =
  (tell: Tell): Tell =>
  (value, words) =>
    String(value)
      .split(LIST)
      .map((each) => tell(each, words))
      .join(LIST);

/** Formats a secret, of which nothing is known but that it is there. */
export const secret: Tell = (_, { t }) => t('settings.audit.secret.set');

export const stored: Tell = either('settings.audit.secret.stored', 'settings.audit.secret.none');
