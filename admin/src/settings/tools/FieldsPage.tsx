import { IconButton, Typography } from '@strapi/design-system';
import { ArrowDown, ArrowUp } from '@strapi/icons';

import { LOCALES, type Locale } from '../../../../plugins/attendance/protocol/shared/choices';
import { keysOf } from '../../../../plugins/attendance/protocol/shared/keys-of';
import { EMPTY_LOCALIZED, localized } from '../../../../plugins/attendance/protocol/shared/text/localized';
import type { CustomField } from '../../../../plugins/attendance/protocol/tools/tools';
import { useLocale, useTexts, type Translate } from '../../i18n/useTexts';
import { languageName } from '../../ui/format/language-name';
import { LinesField, SelectField, TextField } from '../fields';
import { FieldGrid } from '../Panel';
import { send } from '../data/send';
import { SettingsFrame } from '../SettingsFrame';
import { CollectionPage } from './CollectionPage';
import type { FormProps } from './CollectionEditor';
import { useCollection, type CollectionApi, type DraftOf } from './useCollection';

const PATH = '/attendance/fields';
type Draft = DraftOf<CustomField>;

/** In the order in which they are offered. */
const TYPES = keysOf({
  text: true,
  'long-text': true,
  number: true,
  date: true,
  choice: true,
  checkbox: true,
} satisfies Readonly<Record<CustomField['type'], true>>);
const SUBJECTS: readonly CustomField['subject'][] = ['visitor', 'interaction'];
const BLANK: Draft = {
  label: { ...EMPTY_LOCALIZED },
  type: 'text',
  subject: 'visitor',
  options: [],
  isArchived: false,
};

/** Settings page of custom fields [A4]. */
export function FieldsPage() {
  const t = useTexts();
  return (
    <SettingsFrame title={t('settings.tools.fields')} path={PATH}>
      {(fields) => <FieldList initial={fields} />}
    </SettingsFrame>
  );
}

const filled = (options: readonly string[]): string[] =>
  options.map((option) => option.trim()).filter((option) => option !== '');

/** Returns a draft as it is sent: only a choice has options, and empty lines are none. */
const sent = <Fields extends Draft>(draft: Fields): Fields => ({
  ...draft,
  options: draft.type === 'choice' ? filled(draft.options) : [],
});

function faultsOf({ label, options, type }: Draft, t: Translate) {
  const given = filled(options);
  const isWrong = type === 'choice' && (given.length === 0 || new Set(given).size < given.length);
  return {
    ...(Object.values(label).every((text) => text.trim() === '') && { label: t('settings.tools.required') }),
    ...(isWrong && { options: t('settings.tools.fields.options.invalid') }),
  };
}

function FieldList({ initial }: { readonly initial: readonly CustomField[] }) {
  const t = useTexts();
  const locale = useLocale();
  const collection = useCollection<CustomField>(PATH, initial);
  const api: CollectionApi<CustomField> = {
    ...collection,
    create: (draft) => collection.create(sent(draft)),
    update: (field) => collection.update(sent(field)),
  };
  const nameOf = ({ label }: CustomField): string => localized(label, locale, 'pt-BR');
  return (
    <CollectionPage
      api={api}
      view={{
        title: t('settings.tools.fields'),
        intro: t('settings.tools.fields.intro'),
        empty: t('settings.tools.fields.empty'),
        newLabel: t('settings.tools.fields.new'),
        editTitle: t('settings.tools.fields.editTitle'),
        blank: BLANK,
        nameOf,
        searchTextOf: ({ label, options }) => [...Object.values(label), ...options].join(' '),
        row: (field) => (
          <>
            <Typography tag="p" fontWeight="bold" ellipsis dir="auto">
              {nameOf(field)}
            </Typography>
            <Typography tag="p" variant="pi" textColor="neutral600" ellipsis>
              {t(`settings.tools.fields.type.${field.type}`)} ·{' '}
              {t(`settings.tools.fields.subject.${field.subject}`)}
            </Typography>
          </>
        ),
        actions: (field) => <OrderButtons api={api} field={field} name={nameOf(field)} />,
        faultsOf: (draft) => faultsOf(draft, t),
        form: (props) => <FieldForm {...props} />,
      }}
    />
  );
}

interface OrderButtonsProps {
  readonly api: CollectionApi<CustomField>;
  readonly field: CustomField;
  readonly name: string;
}

function OrderButtons({ api, field, name }: OrderButtonsProps) {
  const t = useTexts();
  const place = api.entries.findIndex(({ id }) => id === field.id);
  const move = async (step: 1 | -1): Promise<void> => {
    const moved = [...api.entries];
    moved.splice(place, 1);
    moved.splice(place + step, 0, field);
    api.replace(moved);
    const ids = moved.map(({ id }) => id);
    const outcome = await send<readonly CustomField[]>('put', '/attendance/field-order', { ids });
    // A refused move is undone.
    api.replace(outcome.ok ? outcome.data : api.entries);
  };
  return (
    <>
      <IconButton
        label={t('settings.tools.fields.up', { name })}
        variant="ghost"
        disabled={place === 0}
        onClick={() => void move(-1)}
      >
        <ArrowUp />
      </IconButton>
      <IconButton
        label={t('settings.tools.fields.down', { name })}
        variant="ghost"
        disabled={place === api.entries.length - 1}
        onClick={() => void move(1)}
      >
        <ArrowDown />
      </IconButton>
    </>
  );
}

function FieldForm({ change, faults, value }: FormProps<Draft>) {
  const t = useTexts();
  const locale = useLocale();
  const setLabel = (language: Locale, text: string): void =>
    change({ label: { ...value.label, [language]: text } });
  return (
    <>
      <FieldGrid>
        {LOCALES.map((language, index) => (
          <TextField
            key={language}
            label={t('settings.tools.fields.label', { language: languageName(language, locale) })}
            hint={t('settings.tools.fields.label.hint')}
            value={value.label[language]}
            error={index === 0 ? faults.label : undefined}
            maxLength={80}
            onChange={(text) => setLabel(language, text)}
          />
        ))}
      </FieldGrid>
      <FieldGrid>
        <SelectField
          label={t('settings.tools.fields.type')}
          value={value.type}
          options={TYPES.map((type) => ({ value: type, label: t(`settings.tools.fields.type.${type}`) }))}
          onChange={(type) => change({ type })}
        />
        <SelectField
          label={t('settings.tools.fields.subject')}
          value={value.subject}
          options={SUBJECTS.map((subject) => ({
            value: subject,
            label: t(`settings.tools.fields.subject.${subject}`),
          }))}
          onChange={(subject) => change({ subject })}
        />
      </FieldGrid>
      {value.type === 'choice' && (
        <LinesField
          label={t('settings.tools.fields.options')}
          hint={t('settings.tools.fields.options.hint')}
          error={faults.options}
          value={value.options}
          onChange={(options) => change({ options: [...options] })}
        />
      )}
    </>
  );
}
