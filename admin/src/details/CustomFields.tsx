import { useId } from 'react';
import { styled } from 'styled-components';

import type { AgentInteraction } from '../../../plugins/attendance/protocol/interactions/interactions';
import { LIMITS } from '../../../plugins/attendance/protocol/shared/limits';
import { localized } from '../../../plugins/attendance/protocol/shared/text/localized';
import type { CustomField } from '../../../plugins/attendance/protocol/tools/tools';
import { currentSession, useAttendance } from '../attendance/attendance';
import { useLocale, useTexts } from '../i18n/useTexts';
import { shade } from '../ui/styles/surfaces';
import { faultOfValue } from '../model/field-value';
import { Form } from './IdentityForm';
import { SavedFrame, savedControl, useSaving } from './SavedField';

/** Form of custom fields, below the fields that every visitor has. */
const OwnForm = styled(Form)`
  margin-top: 6px;
`;

const Input = styled.input`
  ${savedControl}
`;

const Area = styled.textarea`
  ${savedControl}
  height: 56px;
  min-height: 32px;
  padding-block: 6px;
  resize: vertical;
`;

const Select = styled.select`
  ${savedControl}
`;

const Tick = styled.label`
  display: inline-flex;
  align-items: center;
  gap: 8px;
  min-height: 32px;
  color: ${({ theme }) => theme.colors.neutral800};
  input {
    width: 18px;
    height: 18px;
    accent-color: ${({ theme }) => theme.colors.primary600};
  }
`;

const Doubt = styled.p`
  font-size: 1.2rem;
  line-height: 1.6rem;
  color: ${shade('noteInk')};
`;

/** Custom fields, the visitor's first; each saves itself, and nothing typed is refused [A4]. */
export function CustomFields({ interaction }: { readonly interaction: AgentInteraction }) {
  const fields = useAttendance(({ tools }) => tools.fields);
  if (fields.length === 0) return null;
  const ordered = [
    ...fields.filter(({ subject }) => subject === 'visitor'),
    ...fields.filter(({ subject }) => subject === 'interaction'),
  ];
  return (
    <OwnForm>
      {ordered.map((field) => (
        <OneField key={`${interaction.id}/${field.id}`} field={field} interaction={interaction} />
      ))}
    </OwnForm>
  );
}

interface OneFieldProps {
  readonly field: CustomField;
  readonly interaction: AgentInteraction;
}

function OneField({ field, interaction }: OneFieldProps) {
  const t = useTexts();
  const locale = useLocale();
  const id = useId();
  const stored = interaction.fieldValues[field.id] ?? '';
  const { change, flush, status, text } = useSaving(
    stored,
    async (value) => (await currentSession()?.setField(interaction.id, field.id, value.trim())) === true,
  );
  const fault = faultOfValue(field.type, text);
  const label = localized(field.label, locale, 'pt-BR');
  const control = {
    id,
    value: text,
    onBlur: flush,
    'aria-describedby': fault === null ? undefined : `${id}-doubt`,
  };
  return (
    <SavedFrame
      controlId={id}
      label={label}
      status={status}
      hasSign={field.type === 'choice' || field.type === 'date'}
    >
      <Control
        field={field}
        label={label}
        control={control}
        onChange={(value, isWhole) => {
          change(value);
          // A value that is chosen rather than typed is complete at once.
          if (isWhole) flush();
        }}
      />
      {fault !== null && (
        <Doubt id={`${id}-doubt`}>
          {t(fault === 'number' ? 'details.fields.notNumber' : 'details.fields.notDate')}
        </Doubt>
      )}
    </SavedFrame>
  );
}

interface ControlProps {
  readonly field: CustomField;
  readonly label: string;
  readonly control: {
    readonly id: string;
    readonly value: string;
    readonly onBlur: () => void;
    readonly 'aria-describedby': string | undefined;
  };
  readonly onChange: (value: string, isWhole: boolean) => void;
}

function Control({ control, field, label, onChange }: ControlProps) {
  const t = useTexts();
  const max = LIMITS.fieldValueCodePoints;
  switch (field.type) {
    case 'long-text':
      return (
        <Area
          {...control}
          dir="auto"
          maxLength={max}
          onChange={({ target }) => onChange(target.value, false)}
        />
      );
    case 'choice':
      return (
        <Select {...control} onChange={({ target }) => onChange(target.value, true)}>
          <option value="">{t('details.fields.choose')}</option>
          {/* A chosen value stays visible, also when it is no option any more. */}
          {[...new Set([...field.options, control.value])]
            .filter((option) => option !== '')
            .map((option) => (
              <option key={option} value={option}>
                {option}
              </option>
            ))}
        </Select>
      );
    case 'checkbox': {
      const { value, ...rest } = control;
      return (
        <Tick>
          <input
            {...rest}
            type="checkbox"
            aria-label={label}
            checked={value === 'true'}
            onChange={({ target }) => onChange(target.checked ? 'true' : '', true)}
          />
          {t('details.fields.yes')}
        </Tick>
      );
    }
    case 'date':
      // A browser's own date field shows nothing of what is no date: that stays as it was typed, to be read and changed.
      return faultOfValue('date', control.value) === null ? (
        <Input {...control} type="date" onChange={({ target }) => onChange(target.value, false)} />
      ) : (
        <Input {...control} maxLength={max} onChange={({ target }) => onChange(target.value, false)} />
      );
    case 'number':
    case 'text':
      return (
        <Input
          {...control}
          dir="auto"
          autoComplete="off"
          inputMode={field.type === 'number' ? 'decimal' : 'text'}
          maxLength={max}
          onChange={({ target }) => onChange(target.value, false)}
        />
      );
  }
}
