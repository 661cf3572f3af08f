import { SingleSelect, SingleSelectOption } from '@strapi/design-system';
import { styled } from 'styled-components';

import type { Choice } from './filter-choices';

/** Stands for no choice: a select takes no empty value. */
const ALL = 'all';

/** Place of a filter; one in force is seen at a glance. */
const Place = styled.div<{ $isActive: boolean }>`
  min-width: 0;
  [role='combobox'] {
    gap: 4px;
    padding-inline: 10px;
    ${({ $isActive, theme }) =>
      $isActive && `border-color: ${theme.colors.primary600}; background: ${theme.colors.primary100};`}
  }
  [role='combobox'] span {
    font-size: 1.3rem;
    line-height: 2.2rem;
    color: ${({ $isActive, theme }) => ($isActive ? theme.colors.primary700 : theme.colors.neutral700)};
  }
`;

interface FilterChoiceProps {
  readonly label: string;
  /** Text of the choice of all; absent where one must be chosen. */
  readonly all?: string;
  /** Value chosen; empty for all. */
  readonly value: string;
  readonly choices: readonly Choice[];
  readonly onChange: (value: string) => void;
}

/** One filter: its subject while all are shown, else what was chosen. */
export function FilterChoice({ all, choices, label, onChange, value }: FilterChoiceProps) {
  const chosen = choices.find((choice) => choice.value === value);
  return (
    <Place $isActive={all !== undefined && value !== ''}>
      <SingleSelect
        size="S"
        aria-label={label}
        value={value === '' ? ALL : value}
        customizeContent={() => chosen?.label ?? label}
        onChange={(next) => onChange(next === ALL ? '' : String(next))}
      >
        {all !== undefined && <SingleSelectOption value={ALL}>{all}</SingleSelectOption>}
        {choices.map((choice) => (
          <SingleSelectOption key={choice.value} value={choice.value}>
            {choice.label}
          </SingleSelectOption>
        ))}
      </SingleSelect>
    </Place>
  );
}
