import { Typography } from '@strapi/design-system';

import type { FormField } from '../../../../plugins/attendance/protocol/settings/form';
import { localized } from '../../../../plugins/attendance/protocol/shared/text/localized';
import { useTexts } from '../../i18n/useTexts';
import { SelectField } from '../fields';
import { FieldGrid } from '../Panel';
import type { FieldEditorProps } from './FieldEditor';
import { conditionSources } from './form-draft';

const ALWAYS = 'always';

/** Editor of a field's condition: asked always, or only after a certain answer to an earlier choice or check-box. */
export function ConditionEditor({
  field,
  fields,
  locale,
  nameOf,
  onChange,
  problem,
  site,
}: FieldEditorProps) {
  const t = useTexts();
  const sources = conditionSources(fields, field.id);
  const { condition } = field;
  const source = sources.find(({ id }) => id === condition?.fieldId);
  if (sources.length === 0 && condition === null)
    return (
      <Typography variant="pi" textColor="neutral600">
        {t('settings.form.condition.none')}
      </Typography>
    );
  return (
    <FieldGrid>
      <SelectField<string>
        label={t('settings.form.condition')}
        error={
          problem === 'condition-field' || problem === 'condition-type'
            ? t('settings.form.problem.condition')
            : undefined
        }
        value={condition?.fieldId ?? ALWAYS}
        options={[
          { value: ALWAYS, label: t('settings.form.condition.always') },
          ...sources.map((each) => ({
            value: each.id,
            label: t('settings.form.condition.when', { name: nameOf(each) }),
          })),
        ]}
        onChange={(id) => onChange({ condition: conditionOn(sources.find((each) => each.id === id)) })}
      />
      {source?.type === 'choice' && (
        <SelectField<string>
          label={t('settings.form.condition.equals')}
          error={problem === 'condition-option' ? t('settings.form.problem.condition-option') : undefined}
          value={condition?.equals ?? ''}
          options={source.options.map(({ label, value }, index) => ({
            value,
            label:
              localized(label, locale, site.defaultLocale) ||
              t('settings.form.option', { number: index + 1 }),
          }))}
          onChange={(equals) => onChange({ condition: { fieldId: source.id, equals } })}
        />
      )}
    </FieldGrid>
  );
}

/** Returns the condition that a source starts with: a ticked check-box, or a choice's first option. */
function conditionOn(source: FormField | undefined): FormField['condition'] {
  if (source === undefined) return null;
  return {
    fieldId: source.id,
    equals: source.type === 'checkbox' ? 'true' : (source.options[0]?.value ?? ''),
  };
}
