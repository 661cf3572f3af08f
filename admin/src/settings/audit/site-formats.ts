import type { FieldFormat, LabelPart } from './field-format';
import { languageName } from '../../ui/format/language-name';
import { byName, eachOf, either, language, looksFor, oneOf, seconds } from './format-value';

/** Returns the language of a text. */
const languageOf =
  (place: number): LabelPart =>
  (parts, { locale }) =>
    languageName(parts[place] ?? '', locale);

const trigger: LabelPart = ([number = ''], { t }) => t('settings.appearance.trigger.name', { number });

/** Returns the present label of a form's field. */
const formField: LabelPart = ([id = ''], { names, t }) =>
  t('settings.audit.formField', { name: names.formFields.get(id) ?? id });

const option: LabelPart = ([, number = ''], { t }) => t('settings.form.option', { number });

const channels = eachOf(oneOf('ui.channel.'));

const APPEARANCE: readonly FieldFormat[] = [
  { path: 'appearance.companyName', label: ['settings.appearance.company'] },
  { path: 'appearance.colour', label: ['settings.appearance.colour'] },
  {
    path: 'appearance.theme',
    label: ['settings.appearance.theme'],
    format: oneOf('settings.appearance.theme.'),
  },
  {
    path: 'appearance.position',
    label: ['settings.appearance.position'],
    format: oneOf('settings.appearance.position.'),
  },
  { path: 'appearance.offsetX', label: ['settings.appearance.offsetX'] },
  { path: 'appearance.offsetY', label: ['settings.appearance.offsetY'] },
  {
    path: 'appearance.launcherIcon',
    label: ['settings.appearance.icon'],
    format: oneOf('settings.appearance.icon.'),
  },
  { path: 'appearance.layer', label: ['settings.appearance.layer'] },
  {
    path: 'appearance.pages.choice',
    label: ['settings.appearance.pages'],
    format: oneOf('settings.appearance.pages.'),
  },
  { path: 'appearance.pages.patterns', label: ['settings.appearance.pages.patterns'] },
  { path: 'appearance.logo.fileId', label: ['settings.appearance.logo', 'settings.audit.file'] },
  { path: 'appearance.logo.url', label: ['settings.appearance.logo', 'settings.audit.address'] },
  {
    path: 'appearance.agentAvatar.fileId',
    label: ['settings.appearance.agentAvatar', 'settings.audit.file'],
  },
  {
    path: 'appearance.agentAvatar.url',
    label: ['settings.appearance.agentAvatar', 'settings.audit.address'],
  },
  { path: 'appearance.texts.launcherText.*', label: ['settings.appearance.launcherText', languageOf(0)] },
  { path: 'appearance.texts.greeting.*', label: ['settings.appearance.text.greeting', languageOf(0)] },
  { path: 'appearance.texts.queue.*', label: ['settings.appearance.text.queue', languageOf(0)] },
  {
    path: 'appearance.texts.offlineTitle.*',
    label: ['settings.appearance.text.offlineTitle', languageOf(0)],
  },
  { path: 'appearance.texts.offline.*', label: ['settings.appearance.text.offline', languageOf(0)] },
  {
    path: 'appearance.texts.outsideHours.*',
    label: ['settings.appearance.text.outsideHours', languageOf(0)],
  },
  { path: 'appearance.texts.ended.*', label: ['settings.appearance.text.ended', languageOf(0)] },
  { path: 'appearance.triggers.*.pattern', label: [trigger, 'settings.appearance.trigger.pattern'] },
  { path: 'appearance.triggers.*.afterSeconds', label: [trigger, 'settings.audit.after'], format: seconds },
  {
    path: 'appearance.triggers.*.text.*',
    label: [trigger, 'settings.appearance.trigger.text', languageOf(1)],
  },
];

const FORM: readonly FieldFormat[] = [
  { path: 'form.isOn', label: ['settings.form.on'] },
  { path: 'form.fields.*.id', label: [formField, 'settings.audit.id'] },
  {
    path: 'form.fields.*.type',
    label: [formField, 'settings.tools.fields.type'],
    format: oneOf('settings.form.type.'),
  },
  { path: 'form.fields.*.label.*', label: [formField, 'settings.form.label', languageOf(1)] },
  { path: 'form.fields.*.hint.*', label: [formField, 'settings.form.hint', languageOf(1)] },
  { path: 'form.fields.*.options.*.value', label: [formField, option, 'settings.audit.id'] },
  { path: 'form.fields.*.options.*.label.*', label: [formField, option, languageOf(2)] },
  { path: 'form.fields.*.isRequired', label: [formField, 'settings.form.required'] },
  { path: 'form.fields.*.channels', label: [formField, 'settings.form.channels'], format: channels },
  {
    path: 'form.fields.*.condition.fieldId',
    label: [formField, 'settings.form.condition'],
    format: byName('formFields'),
  },
  {
    path: 'form.fields.*.condition.equals',
    label: [formField, 'settings.form.condition.equals'],
    format: looksFor,
  },
  {
    path: 'form.fields.*.target',
    label: [formField, 'settings.form.target'],
    format: oneOf('ui.field.'),
    none: 'settings.form.target.none',
  },
  { path: 'form.consent.isOn', label: ['settings.form.consent.on'] },
  {
    path: 'form.consent.needsCheck',
    label: ['settings.form.consent', 'settings.form.consent.kind'],
    format: either('settings.form.consent.kind.check', 'settings.form.consent.kind.line'),
  },
  {
    path: 'form.consent.text.*',
    label: ['settings.form.consent', 'settings.form.consent.text', languageOf(0)],
  },
  { path: 'form.consent.version', label: ['settings.form.consent', 'settings.audit.version'] },
];

/** Fields of a site, with all that its pages set. */
export const SITE_FORMATS: readonly FieldFormat[] = [
  { path: 'name', label: ['settings.sites.name'] },
  { path: 'key', label: ['settings.sites.key'] },
  { path: 'origins', label: ['settings.sites.origins'] },
  { path: 'channels', label: ['settings.sites.channels'], format: channels },
  { path: 'languages', label: ['settings.sites.languages'], format: eachOf(language) },
  { path: 'defaultLocale', label: ['settings.sites.locale'], format: language },
  {
    path: 'departmentId',
    label: ['settings.sites.department'],
    format: byName('departments'),
    none: 'settings.sites.department.any',
  },
  ...APPEARANCE,
  ...FORM,
  {
    path: 'rating.kind',
    label: ['settings.appearance.rating'],
    format: oneOf('settings.appearance.rating.'),
  },
  { path: 'rating.asksComment', label: ['settings.appearance.rating.comment'] },
  { path: 'transcript.canDownload', label: ['settings.appearance.transcript.download'] },
  { path: 'transcript.canEmail', label: ['settings.appearance.transcript.email'] },
];
