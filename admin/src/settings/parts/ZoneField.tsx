import { Field, SingleSelect, SingleSelectOption } from '@strapi/design-system';

/** Stands for an empty value: a select takes none. */
const EMPTY = 'empty';

interface ZoneFieldProps {
  readonly label: string;
  readonly hint: string;
  /** IANA name of the zone; empty where none is chosen. */
  readonly value: string;
  /** Text of the choice of no zone; absent where one must be chosen. */
  readonly none?: string;
  readonly onChange: (zone: string) => void;
}

/** Choice of a time zone, of those that the browser knows. */
export function ZoneField({ hint, label, none, onChange, value }: ZoneFieldProps) {
  const zones = [...new Set([value, 'UTC', ...Intl.supportedValuesOf('timeZone')])]
    .filter((zone) => zone !== '')
    .sort();
  return (
    <Field.Root hint={hint} maxWidth="360px">
      <Field.Label>{label}</Field.Label>
      <SingleSelect
        value={value === '' ? EMPTY : value}
        onChange={(zone) => onChange(zone === EMPTY ? '' : String(zone))}
      >
        {none !== undefined && <SingleSelectOption value={EMPTY}>{none}</SingleSelectOption>}
        {zones.map((zone) => (
          <SingleSelectOption key={zone} value={zone}>
            {zone.replaceAll('_', ' ')}
          </SingleSelectOption>
        ))}
      </SingleSelect>
      <Field.Hint />
    </Field.Root>
  );
}
