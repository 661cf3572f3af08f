import {
  Checkbox,
  Field,
  Flex,
  NumberInput,
  SingleSelect,
  SingleSelectOption,
  Textarea,
  TextInput,
  Typography,
} from '@strapi/design-system';

import { CHANNELS, type Channel } from '../../../plugins/attendance/protocol/shared/choices';
import { useTexts } from '../i18n/useTexts';

interface FieldProps<Value> {
  readonly label: string;
  readonly hint?: string;
  readonly error?: string | undefined;
  readonly value: Value;
  readonly onChange: (value: Value) => void;
}

export function TextField({
  error,
  hint,
  isFirst = false,
  isReadOnly = false,
  label,
  maxLength,
  onChange,
  placeholder,
  value,
}: FieldProps<string> & {
  readonly maxLength: number;
  readonly isReadOnly?: boolean;
  readonly placeholder?: string | undefined;
  /** Whether the field takes the focus when it is mounted: somebody has just asked for it. */
  readonly isFirst?: boolean;
}) {
  return (
    <Field.Root hint={hint} error={error ?? false}>
      <Field.Label>{label}</Field.Label>
      <TextInput
        value={value}
        maxLength={maxLength}
        disabled={isReadOnly}
        placeholder={placeholder}
        // oxlint-disable-next-line jsx-a11y/no-autofocus -- only where the admin has just made it
        autoFocus={isFirst}
        onChange={({ target }: { target: HTMLInputElement }) => onChange(target.value)}
      />
      <Field.Error />
      <Field.Hint />
    </Field.Root>
  );
}

/** Field of a list, one value a line; empty lines are no values. The text stays as typed until it is read again. */
export function LinesField({ error, hint, label, onChange, value }: FieldProps<readonly string[]>) {
  return (
    <Field.Root hint={hint} error={error ?? false}>
      <Field.Label>{label}</Field.Label>
      <Textarea value={value.join('\n')} onChange={({ target }) => onChange(target.value.split('\n'))} />
      <Field.Error />
      <Field.Hint />
    </Field.Root>
  );
}

export function NumberField({
  hint,
  label,
  max,
  min,
  onChange,
  placeholder,
  value,
}: FieldProps<number | null> & {
  readonly min: number;
  readonly max: number;
  readonly placeholder?: string;
}) {
  return (
    <Field.Root hint={hint}>
      <Field.Label>{label}</Field.Label>
      <NumberInput
        {...(value === null ? {} : { value })}
        placeholder={placeholder}
        onValueChange={(next) =>
          onChange(next === undefined ? null : Math.min(max, Math.max(min, Math.round(next))))
        }
      />
      <Field.Hint />
    </Field.Root>
  );
}

interface SelectFieldProps<Value extends string> extends FieldProps<Value> {
  readonly options: readonly { readonly value: Value; readonly label: string }[];
}

export function SelectField<Value extends string>({
  error,
  hint,
  label,
  onChange,
  options,
  value,
}: SelectFieldProps<Value>) {
  return (
    <Field.Root hint={hint} error={error ?? false}>
      <Field.Label>{label}</Field.Label>
      <SingleSelect
        value={value}
        onChange={(chosen) => {
          const option = options.find((each) => each.value === chosen);
          if (option !== undefined) onChange(option.value);
        }}
      >
        {options.map((option) => (
          <SingleSelectOption key={option.value} value={option.value}>
            {option.label}
          </SingleSelectOption>
        ))}
      </SingleSelect>
      <Field.Error />
      <Field.Hint />
    </Field.Root>
  );
}

export function ChannelsField({ label, onChange, value }: FieldProps<readonly Channel[]>) {
  const t = useTexts();
  return (
    <Flex tag="fieldset" direction="column" alignItems="flex-start" gap={3} padding={0} borderStyle="none">
      <Typography tag="legend" variant="pi" fontWeight="bold">
        {label}
      </Typography>
      <Flex gap={5} wrap="wrap">
        {CHANNELS.map((channel) => (
          <Checkbox
            key={channel}
            checked={value.includes(channel)}
            onCheckedChange={(isOn) =>
              onChange(CHANNELS.filter((each) => (each === channel ? isOn === true : value.includes(each))))
            }
          >
            {t(`ui.channel.${channel}`)}
          </Checkbox>
        ))}
      </Flex>
    </Flex>
  );
}
