import { Checkbox, Flex, Typography } from '@strapi/design-system';

import { TARGETS_OF, type FormField } from '../../../../plugins/attendance/protocol/settings/form';
import type { Locale } from '../../../../plugins/attendance/protocol/shared/choices';
import type { SiteSettings } from '../../../../plugins/attendance/protocol/settings/site';
import { useTexts } from '../../i18n/useTexts';
import { ChannelsField, SelectField, TextField } from '../fields';
import { FieldGrid } from '../Panel';
import { ConditionEditor } from './ConditionEditor';
import { OptionsEditor } from './OptionsEditor';

export interface FieldEditorProps {
  readonly field: FormField;
  readonly fields: readonly FormField[];
  readonly site: SiteSettings;
  readonly locale: Locale;
  readonly isFresh: boolean;
  /** Code of the field's fault. */
  readonly problem: string | undefined;
  readonly isWithoutChannels: boolean;
  readonly newId: () => string;
  readonly nameOf: (field: FormField) => string;
  readonly onChange: (part: Partial<FormField>) => void;
}

/** Editor of one field, with each fault where it can be mended. */
export function FieldEditor(props: FieldEditorProps) {
  const { field, isFresh, isWithoutChannels, locale, onChange, problem, site } = props;
  const t = useTexts();
  const words = (name: 'label' | 'hint', maxLength: number, error?: string) => (
    <TextField
      label={t(`settings.form.${name}`)}
      hint={name === 'hint' ? t('settings.form.hint.hint') : ''}
      error={error}
      value={field[name][locale]}
      placeholder={field[name][site.defaultLocale]}
      maxLength={maxLength}
      isFirst={name === 'label' && isFresh}
      onChange={(text) => onChange({ [name]: { ...field[name], [locale]: text } })}
    />
  );
  return (
    <Flex direction="column" alignItems="stretch" gap={4} paddingTop={3}>
      <FieldGrid>
        {words('label', 80, problem === 'no-label' ? t('settings.form.problem.no-label') : undefined)}
        {words('hint', 160)}
      </FieldGrid>
      {field.type === 'choice' && (
        <OptionsEditor
          {...{ field, locale, onChange, problem }}
          defaultLocale={site.defaultLocale}
          newId={props.newId}
        />
      )}
      <Checkbox
        checked={field.isRequired}
        onCheckedChange={(isRequired) => onChange({ isRequired: isRequired === true })}
      >
        {t(field.type === 'checkbox' ? 'settings.form.required.check' : 'settings.form.required')}
      </Checkbox>
      <FieldGrid>
        <TargetSelect {...props} />
        <div>
          <ChannelsField
            label={t('settings.form.channels')}
            value={field.channels}
            onChange={(channels) => onChange({ channels: [...channels] })}
          />
          {isWithoutChannels && (
            <Typography role="alert" variant="pi" textColor="danger600">
              {t('settings.form.problem.no-channels')}
            </Typography>
          )}
        </div>
      </FieldGrid>
      <ConditionEditor {...props} />
    </Flex>
  );
}

const NONE = 'none';

/** Select of the visitor's datum that the answer fills: the agent's panel shows it there [A4]. */
function TargetSelect({ field, onChange, problem }: FieldEditorProps) {
  const t = useTexts();
  const targets = TARGETS_OF[field.type];
  if (targets.length === 0) return null;
  return (
    <SelectField<string>
      label={t('settings.form.target')}
      hint={t('settings.form.target.hint')}
      error={problem === 'same-target' ? t('settings.form.problem.same-target') : undefined}
      value={field.target ?? NONE}
      options={[
        { value: NONE, label: t('settings.form.target.none') },
        ...targets.map((value) => ({ value, label: t(`ui.field.${value}`) })),
      ]}
      onChange={(chosen) => onChange({ target: targets.find((target) => target === chosen) ?? null })}
    />
  );
}
