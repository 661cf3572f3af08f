import type { AuditNoun } from '../../../../plugins/attendance/protocol/audit';
import type { FieldWords, Word } from './audit-words';
import { languageName } from '../../ui/format/language-name';
import { SITE_WORDS } from './site-words';
import {
  byName,
  bytes,
  megabytes,
  clock,
  date,
  days,
  duration,
  eachOf,
  moment,
  oneOf,
  pictureLines,
  secret,
  stored,
} from './tell-value';

/** 2024 began on a Monday, as the week does here. */
const weekday: Word = ([number], { locale }) =>
  new Intl.DateTimeFormat(locale, { weekday: 'long', timeZone: 'UTC' }).format(
    Date.UTC(2024, 0, Number(number)),
  );

const interval =
  (place: number): Word =>
  (parts, { t }) =>
    t('audit.interval', { number: parts[place] ?? '' });

const holiday: Word = ([number = ''], { t }) => t('audit.holiday', { number });

const customField: Word = ([id = ''], { names, t }) =>
  names.customFields.get(id) ?? `${t('audit.noun.field')} #${id}`;

const department = byName('departments');

/** What holds of each thing under the words of its settings page. A record, so that a new kind of thing does not compile without. */
export const FIELD_WORDS: Readonly<Record<AuditNoun, readonly FieldWords[]>> = {
  site: SITE_WORDS,
  settings: [
    { path: 'defaultCapacity', label: ['general.capacity'] },
    { path: 'ringMs', label: ['general.ring'], tell: duration },
    { path: 'missedMax', label: ['general.missed'] },
    { path: 'reserveAfterMs', label: ['general.reserve'], tell: duration },
    { path: 'persistenceMs', label: ['general.persist'], tell: duration },
    { path: 'graceMs', label: ['general.grace'], tell: duration },
  ],
  hours: [
    { path: 'isOn', label: ['hours.on'] },
    { path: 'timeZone', label: ['hours.zone'] },
    { path: 'week.*.*.from', label: [weekday, interval(1), 'audit.from'], tell: clock },
    { path: 'week.*.*.to', label: [weekday, interval(1), 'audit.to'], tell: clock },
    { path: 'holidays.*.date', label: [holiday, 'hours.holiday.date'], tell: date },
    { path: 'holidays.*.name', label: [holiday, 'hours.holiday.name'] },
    { path: 'holidays.*.isYearly', label: [holiday, 'hours.holiday.yearly'] },
    { path: 'holidays.*.intervals.*.from', label: [holiday, interval(1), 'audit.from'], tell: clock },
    { path: 'holidays.*.intervals.*.to', label: [holiday, interval(1), 'audit.to'], tell: clock },
  ],
  department: [
    { path: 'key', label: ['departments.key'] },
    { path: 'name', label: ['departments.name'] },
    { path: 'agentIds', label: ['departments.members'], tell: eachOf(byName('agents')) },
  ],
  agent: [
    { path: 'publicName', label: ['agents.name'] },
    { path: 'photo.fileId', label: ['agents.photo', 'audit.file'] },
    { path: 'photo.url', label: ['agents.photo', 'audit.address'] },
    { path: 'capacity', label: ['agents.capacity'], none: 'audit.default' },
    { path: 'channels', label: ['site.channels'], tell: eachOf(oneOf('channel.')) },
    { path: 'departmentIds', label: ['agents.departments'], tell: eachOf(department) },
  ],
  retention: [
    { path: 'interactions', label: ['privacy.interactions'], tell: days },
    { path: 'offlineMessages', label: ['privacy.offlineMessages'], tell: days },
    { path: 'visitors', label: ['privacy.visitors'], tell: days },
    { path: 'addresses', label: ['privacy.addresses'], tell: days },
    { path: 'audit', label: ['privacy.audit'], tell: days },
  ],
  media: [
    { path: 'videoHeight', label: ['media.videoHeight'], tell: pictureLines },
    { path: 'direct.iceUrls', label: ['media.direct.iceUrls'] },
    { path: 'direct.turnLifetimeMs', label: ['audit.turnLifetime'], tell: duration },
    { path: 'direct.hasTurnSecret', label: ['media.direct.turnSecret'], tell: stored },
    {
      path: 'direct.turnSecret',
      label: ['media.direct.turnSecret'],
      tell: secret,
      none: 'audit.secret.cleared',
      isSecret: true,
    },
    { path: 'jitsi.domain', label: ['media.jitsi', 'media.jitsi.domain'] },
    { path: 'jitsi.kind', label: ['media.jitsi', 'media.jitsi.kind'], tell: oneOf('media.jitsi.kind.') },
    {
      path: 'jitsi.algorithm',
      label: ['media.jitsi', 'media.jitsi.algorithm'],
      tell: oneOf('media.jitsi.algorithm.'),
    },
    { path: 'jitsi.appId', label: ['media.jitsi', 'media.jitsi.appId'] },
    { path: 'jitsi.audience', label: ['media.jitsi', 'media.jitsi.audience'] },
    { path: 'jitsi.subject', label: ['media.jitsi', 'media.jitsi.subject'] },
    { path: 'jitsi.keyId', label: ['media.jitsi', 'media.jitsi.keyId'] },
    { path: 'jitsi.hasSigningKey', label: ['media.jitsi', 'audit.signingKey'], tell: stored },
    {
      path: 'jitsi.signingKey',
      label: ['media.jitsi', 'audit.signingKey'],
      tell: secret,
      none: 'audit.secret.cleared',
      isSecret: true,
    },
    { path: 'jitsi.hasReservationSecret', label: ['media.jitsi', 'media.jitsi.reservation'], tell: stored },
    {
      path: 'jitsi.reservationSecret',
      label: ['media.jitsi', 'media.jitsi.reservation'],
      tell: secret,
      none: 'audit.secret.cleared',
      isSecret: true,
    },
  ],
  uploads: [
    { path: 'visitorsMayUpload', label: ['uploads.visitors'] },
    { path: 'agentsMayUpload', label: ['uploads.agents'] },
    { path: 'kinds', label: ['uploads.kinds'], tell: eachOf(oneOf('files.kind.')) },
    { path: 'maxBytes', label: ['uploads.size'], tell: bytes },
    { path: 'quotaMegabytes', label: ['uploads.quota'], tell: megabytes },
  ],
  canned: [
    { path: 'shortcut', label: ['cannedSettings.shortcut'] },
    { path: 'title', label: ['cannedSettings.title'] },
    { path: 'body', label: ['cannedSettings.body'] },
    {
      path: 'departmentId',
      label: ['cannedSettings.department'],
      tell: department,
      none: 'cannedSettings.everywhere',
    },
  ],
  tag: [
    { path: 'name', label: ['tagSettings.name'] },
    { path: 'colour', label: ['tagSettings.colour'] },
    { path: 'isArchived', label: ['list.archived'] },
  ],
  field: [
    {
      path: 'label.*',
      label: [
        ([tag = ''], { locale, t }) => t('fieldSettings.label', { language: languageName(tag, locale) }),
      ],
    },
    { path: 'type', label: ['fieldSettings.type'], tell: oneOf('fieldSettings.type.') },
    { path: 'subject', label: ['fieldSettings.subject'], tell: oneOf('fieldSettings.subject.') },
    { path: 'options', label: ['fieldSettings.options'] },
    { path: 'isArchived', label: ['list.archived'] },
    { path: 'order', label: ['audit.order'] },
  ],
  visitor: [
    { path: 'by', label: ['audit.blockedBy'] },
    { path: 'reason', label: ['block.reason'] },
    { path: 'until', label: ['audit.to'], tell: moment, none: 'block.duration.forever' },
    { path: 'withAddress', label: ['block.withAddress'] },
    { path: 'visitor', label: ['audit.noun.visitor'] },
    { path: 'name', label: ['field.name'] },
    { path: 'email', label: ['field.email'] },
    { path: 'phone', label: ['field.phone'] },
    { path: 'document', label: ['field.document'] },
    { path: 'field.*', label: [customField] },
  ],
  interaction: [],
};
