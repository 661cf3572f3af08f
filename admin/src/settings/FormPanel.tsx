import { Checkbox } from '@strapi/design-system';
import { styled } from 'styled-components';

import { localized } from '../../../plugins/attendance/protocol/localized';
import type { Form, FormField } from '../../../plugins/attendance/protocol/form';
import { useLocale, useTexts } from '../i18n/useTexts';
import { Panel } from './Panel';

const Rows = styled.div`
  display: grid;
  grid-template-columns: minmax(96px, 1fr) auto;
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
  const locale = useLocale();
  const require = (id: string, isRequired: boolean): FormField[] =>
    form.fields.map((field) => (field.id === id ? { ...field, isRequired } : field));
  return (
    <Panel title={t('site.form')}>
      <Checkbox checked={form.isOn} onCheckedChange={(isOn) => onChange({ ...form, isOn: isOn === true })}>
        {t('site.form.on')}
      </Checkbox>
      {form.isOn && (
        <Rows>
          {form.fields.map(({ id, isRequired, label }) => (
            <Checkbox
              key={id}
              checked={isRequired}
              onCheckedChange={(isOn) => onChange({ ...form, fields: require(id, isOn === true) })}
            >
              {`${localized(label, locale, locale)}: ${t('site.form.required')}`}
            </Checkbox>
          ))}
        </Rows>
      )}
    </Panel>
  );
}
