import { Checkbox } from '@strapi/design-system';
import { styled } from 'styled-components';

import type { Form } from '../../../plugins/attendance/protocol/rest';
import { useTexts } from '../i18n/useTexts';
import { Panel } from './Panel';

const FIELDS = ['name', 'email', 'phone'] as const;

const Rows = styled.div`
  display: grid;
  grid-template-columns: minmax(96px, 1fr) auto auto;
  gap: 14px 24px;
  max-width: 480px;
  font-size: 1.4rem;
  color: ${({ theme }) => theme.colors.neutral800};
`;

interface FormPanelProps {
  readonly form: Form;
  readonly onChange: (form: Form) => void;
}

/** What is asked before the attendance [F2, W1]. */
export function FormPanel({ form, onChange }: FormPanelProps) {
  const t = useTexts();
  return (
    <Panel title={t('site.form')}>
      <Checkbox checked={form.isOn} onCheckedChange={(isOn) => onChange({ ...form, isOn: isOn === true })}>
        {t('site.form.on')}
      </Checkbox>
      {form.isOn && (
        <Rows>
          {FIELDS.map((name) => (
            <FieldRow
              key={name}
              label={t(`field.${name}`)}
              field={form[name]}
              onChange={(field) => onChange({ ...form, [name]: field })}
            />
          ))}
        </Rows>
      )}
    </Panel>
  );
}

interface FieldRowProps {
  readonly label: string;
  readonly field: Form['name'];
  readonly onChange: (field: Form['name']) => void;
}

/** What is not shown cannot be required. */
function FieldRow({ field, label, onChange }: FieldRowProps) {
  const t = useTexts();
  const { isRequired, isShown } = field;
  return (
    <>
      <span>{label}</span>
      <Checkbox
        checked={isShown}
        aria-label={`${label}: ${t('site.form.shown')}`}
        onCheckedChange={(isOn) =>
          onChange({ isShown: isOn === true, isRequired: isRequired && isOn === true })
        }
      >
        {t('site.form.shown')}
      </Checkbox>
      <Checkbox
        checked={isRequired}
        disabled={!isShown}
        aria-label={`${label}: ${t('site.form.required')}`}
        onCheckedChange={(isOn) => onChange({ isShown, isRequired: isOn === true })}
      >
        {t('site.form.required')}
      </Checkbox>
    </>
  );
}
