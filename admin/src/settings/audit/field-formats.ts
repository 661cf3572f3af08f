import type { AuditNoun } from '../../../../plugins/attendance/protocol/settings/audit';
import type { FieldFormat, FormatContext, LabelPart, ValueFormat } from './field-format';
import { languageName } from '../../ui/format/language-name';
import { SITE_FORMATS } from './site-formats';
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
} from './format-value';

/** Returns the name of a weekday. 2024 began on a Monday, as the week does here. */
const weekday = ([number]: readonly string[], { locale }: FormatContext): string =>
  new Intl.DateTimeFormat(locale, { weekday: 'long', timeZone: 'UTC' }).format(
    Date.UTC(2024, 0, Number(number)),
  );

const interval =
  (place: number): LabelPart =>
  (parts, { t }) =>
    t('settings.audit.interval', { number: parts[place] ?? '' });

const holiday: LabelPart = ([number = ''], { t }) => t('settings.audit.holiday', { number });

const customField: LabelPart = ([id = ''], { names, t }) =>
  names.customFields.get(id) ?? `${t('settings.audit.noun.field')} #${id}`;

const department = byName('departments');

/** Formats a weekday by its number; Monday is 0. */
const dayOfWeek: ValueFormat = (value, context) => weekday([String(Number(value) + 1)], context);

/** A row of which the record has the number alone. */
const number: ValueFormat = (value) => `#${String(value)}`;

/** A department that a report was filtered by; `none` are interactions without any. */
const filteredDepartment: ValueFormat = (value, context) =>
  value === 'none' ? context.t('reports.frame.none') : department(value, context);

/** Filter and form of a report that was exported, and what was taken of it. */
const exportFormats: readonly FieldFormat[] = [
  { path: 'from', label: ['settings.audit.from'], format: date },
  { path: 'to', label: ['settings.audit.to'], format: date },
  { path: 'channel', label: ['settings.audit.export.channel'] },
  { path: 'siteId', label: ['settings.audit.export.site'], format: number },
  { path: 'agentId', label: ['settings.audit.export.agent'], format: byName('agents') },
  { path: 'departmentId', label: ['settings.audit.export.department'], format: filteredDepartment },
  { path: 'tagId', label: ['settings.audit.export.tag'], format: number },
  { path: 'origin', label: ['settings.audit.export.origin'] },
  { path: 'outcome', label: ['settings.audit.export.outcome'] },
  { path: 'endedBy', label: ['settings.audit.export.endedBy'] },
  { path: 'weekday', label: ['settings.audit.export.weekday'], format: dayOfWeek },
  { path: 'hour', label: ['settings.audit.export.hour'] },
  { path: 'has', label: ['settings.audit.export.has'] },
  { path: 'rating', label: ['settings.audit.export.rating'] },
  { path: 'level', label: ['settings.audit.export.level'] },
  { path: 'measured', label: ['settings.audit.export.measured'] },
  { path: 'raised', label: ['settings.audit.export.raised'] },
  { path: 'own', label: ['settings.audit.export.own'] },
  { path: 'format', label: ['settings.audit.export.format'] },
  { path: 'rows', label: ['settings.audit.export.rows'] },
  { path: 'isComplete', label: ['settings.audit.export.isComplete'] },
];

/**
 * Labels and formats of every thing's fields, as on its settings page. A record, so that a new kind of thing does not compile
 * without.
 */
export const FIELD_FORMATS: Readonly<Record<AuditNoun, readonly FieldFormat[]>> = {
  site: SITE_FORMATS,
  settings: [
    { path: 'defaultCapacity', label: ['settings.general.capacity'] },
    { path: 'ringMs', label: ['settings.general.ring'], format: duration },
    { path: 'missedMax', label: ['settings.general.missed'] },
    { path: 'reserveAfterMs', label: ['settings.general.reserve'], format: duration },
    { path: 'persistenceMs', label: ['settings.general.persist'], format: duration },
    { path: 'graceMs', label: ['settings.general.grace'], format: duration },
  ],
  hours: [
    { path: 'isOn', label: ['settings.hours.on'] },
    { path: 'timeZone', label: ['settings.hours.zone'] },
    { path: 'week.*.*.from', label: [weekday, interval(1), 'settings.audit.from'], format: clock },
    { path: 'week.*.*.to', label: [weekday, interval(1), 'settings.audit.to'], format: clock },
    { path: 'holidays.*.date', label: [holiday, 'settings.hours.holiday.date'], format: date },
    { path: 'holidays.*.name', label: [holiday, 'settings.hours.holiday.name'] },
    { path: 'holidays.*.isYearly', label: [holiday, 'settings.hours.holiday.yearly'] },
    {
      path: 'holidays.*.intervals.*.from',
      label: [holiday, interval(1), 'settings.audit.from'],
      format: clock,
    },
    { path: 'holidays.*.intervals.*.to', label: [holiday, interval(1), 'settings.audit.to'], format: clock },
  ],
  department: [
    { path: 'key', label: ['settings.departments.key'] },
    { path: 'name', label: ['settings.departments.name'] },
    { path: 'agentIds', label: ['settings.departments.members'], format: eachOf(byName('agents')) },
  ],
  agent: [
    { path: 'publicName', label: ['settings.agents.name'] },
    { path: 'photo.fileId', label: ['settings.agents.photo', 'settings.audit.file'] },
    { path: 'photo.url', label: ['settings.agents.photo', 'settings.audit.address'] },
    { path: 'capacity', label: ['settings.agents.capacity'], none: 'settings.audit.default' },
    { path: 'channels', label: ['settings.sites.channels'], format: eachOf(oneOf('ui.channel.')) },
    { path: 'departmentIds', label: ['settings.agents.departments'], format: eachOf(department) },
    // Of one whom a supervisor set Offline.
    { path: 'reason', label: ['blocks.reason'] },
  ],
  retention: [
    { path: 'interactions', label: ['settings.privacy.interactions'], format: days },
    { path: 'offlineMessages', label: ['settings.privacy.offlineMessages'], format: days },
    { path: 'visitors', label: ['settings.privacy.visitors'], format: days },
    { path: 'addresses', label: ['settings.privacy.addresses'], format: days },
    { path: 'audit', label: ['settings.privacy.audit'], format: days },
  ],
  media: [
    { path: 'videoHeight', label: ['settings.media.videoHeight'], format: pictureLines },
    { path: 'direct.iceUrls', label: ['settings.media.direct.iceUrls'] },
    { path: 'direct.turnLifetimeMs', label: ['settings.audit.turnLifetime'], format: duration },
    { path: 'direct.hasTurnSecret', label: ['settings.media.direct.turnSecret'], format: stored },
    {
      path: 'direct.turnSecret',
      label: ['settings.media.direct.turnSecret'],
      format: secret,
      none: 'settings.audit.secret.cleared',
      isSecret: true,
    },
    { path: 'jitsi.domain', label: ['settings.media.jitsi', 'settings.media.jitsi.domain'] },
    {
      path: 'jitsi.kind',
      label: ['settings.media.jitsi', 'settings.media.jitsi.kind'],
      format: oneOf('settings.media.jitsi.kind.'),
    },
    {
      path: 'jitsi.algorithm',
      label: ['settings.media.jitsi', 'settings.media.jitsi.algorithm'],
      format: oneOf('settings.media.jitsi.algorithm.'),
    },
    { path: 'jitsi.appId', label: ['settings.media.jitsi', 'settings.media.jitsi.appId'] },
    { path: 'jitsi.audience', label: ['settings.media.jitsi', 'settings.media.jitsi.audience'] },
    { path: 'jitsi.subject', label: ['settings.media.jitsi', 'settings.media.jitsi.subject'] },
    { path: 'jitsi.keyId', label: ['settings.media.jitsi', 'settings.media.jitsi.keyId'] },
    {
      path: 'jitsi.hasSigningKey',
      label: ['settings.media.jitsi', 'settings.audit.signingKey'],
      format: stored,
    },
    {
      path: 'jitsi.signingKey',
      label: ['settings.media.jitsi', 'settings.audit.signingKey'],
      format: secret,
      none: 'settings.audit.secret.cleared',
      isSecret: true,
    },
    {
      path: 'jitsi.hasReservationSecret',
      label: ['settings.media.jitsi', 'settings.media.jitsi.reservation'],
      format: stored,
    },
    {
      path: 'jitsi.reservationSecret',
      label: ['settings.media.jitsi', 'settings.media.jitsi.reservation'],
      format: secret,
      none: 'settings.audit.secret.cleared',
      isSecret: true,
    },
  ],
  uploads: [
    { path: 'visitorsMayUpload', label: ['settings.files.visitors'] },
    { path: 'agentsMayUpload', label: ['settings.files.agents'] },
    { path: 'kinds', label: ['settings.files.kinds'], format: eachOf(oneOf('files.kind.')) },
    { path: 'maxBytes', label: ['settings.files.size'], format: bytes },
    { path: 'quotaMegabytes', label: ['settings.files.quota'], format: megabytes },
  ],
  canned: [
    { path: 'shortcut', label: ['settings.tools.canned.shortcut'] },
    { path: 'title', label: ['settings.tools.canned.title'] },
    { path: 'body', label: ['settings.tools.canned.body'] },
    {
      path: 'departmentId',
      label: ['settings.tools.canned.department'],
      format: department,
      none: 'settings.tools.canned.everywhere',
    },
  ],
  tag: [
    { path: 'name', label: ['settings.tools.tags.name'] },
    { path: 'colour', label: ['settings.tools.tags.colour'] },
    { path: 'isArchived', label: ['settings.tools.archived'] },
  ],
  field: [
    {
      path: 'label.*',
      label: [
        ([tag = ''], { locale, t }) =>
          t('settings.tools.fields.label', { language: languageName(tag, locale) }),
      ],
    },
    { path: 'type', label: ['settings.tools.fields.type'], format: oneOf('settings.tools.fields.type.') },
    {
      path: 'subject',
      label: ['settings.tools.fields.subject'],
      format: oneOf('settings.tools.fields.subject.'),
    },
    { path: 'options', label: ['settings.tools.fields.options'] },
    { path: 'isArchived', label: ['settings.tools.archived'] },
    { path: 'order', label: ['settings.audit.order'] },
  ],
  visitor: [
    { path: 'by', label: ['settings.audit.blockedBy'] },
    { path: 'reason', label: ['blocks.reason'] },
    { path: 'until', label: ['settings.audit.to'], format: moment, none: 'blocks.duration.forever' },
    { path: 'withAddress', label: ['blocks.withAddress'] },
    { path: 'visitor', label: ['settings.audit.noun.visitor'] },
    { path: 'name', label: ['ui.field.name'] },
    { path: 'email', label: ['ui.field.email'] },
    { path: 'phone', label: ['ui.field.phone'] },
    { path: 'document', label: ['ui.field.document'] },
    { path: 'field.*', label: [customField] },
  ],
  interaction: [{ path: 'agent', label: ['settings.audit.noun.agent'] }],
  report: [
    {
      path: 'timeZone',
      label: ['settings.audit.report.zone'],
      none: 'settings.audit.report.hoursZone',
    },
    { path: 'chatLevelMs', label: ['settings.audit.report.chatLevel'], format: duration },
    { path: 'callLevelMs', label: ['settings.audit.report.callLevel'], format: duration },
    { path: 'showsFollowers', label: ['settings.audit.report.followers'] },
    ...exportFormats,
  ],
};
