import type { FieldWords, Word } from './audit-words';
import { languageName } from '../../ui/format/language-name';
import { byName, eachOf, either, language, looksFor, oneOf, seconds } from './tell-value';

/** In which language a text is. */
const languageOf =
  (place: number): Word =>
  (parts, { locale }) =>
    languageName(parts[place] ?? '', locale);

const trigger: Word = ([number = ''], { t }) => t('look.trigger.name', { number });

/** A field of the form by its label, as it is by now. */
const formField: Word = ([id = ''], { names, t }) =>
  t('audit.formField', { name: names.formFields.get(id) ?? id });

const option: Word = ([, number = ''], { t }) => t('form.option', { number });

const channels = eachOf(oneOf('channel.'));

const LOOK: readonly FieldWords[] = [
  { path: 'appearance.companyName', label: ['site.company'] },
  { path: 'appearance.colour', label: ['site.colour'] },
  { path: 'appearance.theme', label: ['look.theme'], tell: oneOf('look.theme.') },
  { path: 'appearance.position', label: ['site.position'], tell: oneOf('site.position.') },
  { path: 'appearance.offsetX', label: ['look.offsetX'] },
  { path: 'appearance.offsetY', label: ['look.offsetY'] },
  { path: 'appearance.launcherIcon', label: ['look.icon'], tell: oneOf('look.icon.') },
  { path: 'appearance.layer', label: ['look.layer'] },
  { path: 'appearance.pages.choice', label: ['look.pages'], tell: oneOf('look.pages.') },
  { path: 'appearance.pages.patterns', label: ['look.pages.patterns'] },
  { path: 'appearance.logo.fileId', label: ['look.logo', 'audit.file'] },
  { path: 'appearance.logo.url', label: ['look.logo', 'audit.address'] },
  { path: 'appearance.agentAvatar.fileId', label: ['look.agentAvatar', 'audit.file'] },
  { path: 'appearance.agentAvatar.url', label: ['look.agentAvatar', 'audit.address'] },
  { path: 'appearance.texts.launcherText.*', label: ['site.launcherText', languageOf(0)] },
  { path: 'appearance.texts.greeting.*', label: ['look.text.greeting', languageOf(0)] },
  { path: 'appearance.texts.queue.*', label: ['look.text.queue', languageOf(0)] },
  { path: 'appearance.texts.offlineTitle.*', label: ['look.text.offlineTitle', languageOf(0)] },
  { path: 'appearance.texts.offline.*', label: ['look.text.offline', languageOf(0)] },
  { path: 'appearance.texts.outsideHours.*', label: ['look.text.outsideHours', languageOf(0)] },
  { path: 'appearance.texts.ended.*', label: ['look.text.ended', languageOf(0)] },
  { path: 'appearance.triggers.*.pattern', label: [trigger, 'look.trigger.pattern'] },
  { path: 'appearance.triggers.*.afterSeconds', label: [trigger, 'audit.after'], tell: seconds },
  { path: 'appearance.triggers.*.text.*', label: [trigger, 'look.trigger.text', languageOf(1)] },
];

const FORM: readonly FieldWords[] = [
  { path: 'form.isOn', label: ['form.on'] },
  { path: 'form.fields.*.id', label: [formField, 'audit.id'] },
  { path: 'form.fields.*.type', label: [formField, 'fieldSettings.type'], tell: oneOf('form.type.') },
  { path: 'form.fields.*.label.*', label: [formField, 'form.label', languageOf(1)] },
  { path: 'form.fields.*.hint.*', label: [formField, 'form.hint', languageOf(1)] },
  { path: 'form.fields.*.options.*.value', label: [formField, option, 'audit.id'] },
  { path: 'form.fields.*.options.*.label.*', label: [formField, option, languageOf(2)] },
  { path: 'form.fields.*.isRequired', label: [formField, 'form.required'] },
  { path: 'form.fields.*.channels', label: [formField, 'form.channels'], tell: channels },
  {
    path: 'form.fields.*.condition.fieldId',
    label: [formField, 'form.condition'],
    tell: byName('formFields'),
  },
  { path: 'form.fields.*.condition.equals', label: [formField, 'form.condition.equals'], tell: looksFor },
  {
    path: 'form.fields.*.target',
    label: [formField, 'form.target'],
    tell: oneOf('field.'),
    none: 'form.target.none',
  },
  { path: 'form.consent.isOn', label: ['form.consent.on'] },
  {
    path: 'form.consent.needsCheck',
    label: ['form.consent', 'form.consent.kind'],
    tell: either('form.consent.kind.check', 'form.consent.kind.line'),
  },
  { path: 'form.consent.text.*', label: ['form.consent', 'form.consent.text', languageOf(0)] },
  { path: 'form.consent.version', label: ['form.consent', 'audit.version'] },
];

/** Sites, with all that their pages set. */
export const SITE_WORDS: readonly FieldWords[] = [
  { path: 'name', label: ['site.name'] },
  { path: 'key', label: ['site.key'] },
  { path: 'origins', label: ['site.origins'] },
  { path: 'channels', label: ['site.channels'], tell: channels },
  { path: 'languages', label: ['sites.languages'], tell: eachOf(language) },
  { path: 'defaultLocale', label: ['site.locale'], tell: language },
  {
    path: 'departmentId',
    label: ['sites.department'],
    tell: byName('departments'),
    none: 'sites.department.any',
  },
  ...LOOK,
  ...FORM,
  { path: 'rating.kind', label: ['look.rating'], tell: oneOf('look.rating.') },
  { path: 'rating.asksComment', label: ['look.rating.comment'] },
  { path: 'transcript.canDownload', label: ['look.transcript.download'] },
  { path: 'transcript.canEmail', label: ['look.transcript.email'] },
];
