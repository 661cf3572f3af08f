import { useId, type ReactNode } from 'react';
import { styled } from 'styled-components';

import { focusWithin } from './focus-within';

const Group = styled.fieldset`
  min-width: 0;
  margin: 0;
  padding: 0;
  border: 0;
`;

const Legend = styled.legend<{ readonly $isHidden: boolean }>`
  padding: 0 0 4px;
  font-size: 1.2rem;
  font-weight: 600;
  line-height: 1.8rem;
  color: ${({ theme }) => theme.colors.neutral800};
  ${({ $isHidden }) => $isHidden && 'position: absolute; clip-path: inset(50%); white-space: nowrap;'}
`;

const Track = styled.div`
  display: inline-flex;
  flex-wrap: wrap;
  max-width: 100%;
  gap: 2px;
  padding: 3px;
  border-radius: 8px;
  background: ${({ theme }) => theme.colors.neutral150};
`;

const Choice = styled.label`
  ${focusWithin}
  position: relative;
  display: inline-flex;
  align-items: center;
  justify-content: center;
  gap: 8px;
  min-height: 32px;
  padding: 0 12px;
  border-radius: 6px;
  font-size: 1.3rem;
  font-weight: 500;
  color: ${({ theme }) => theme.colors.neutral700};
  cursor: pointer;
  transition: background 150ms;

  &:has(:checked) {
    background: ${({ theme }) => theme.colors.neutral0};
    color: ${({ theme }) => theme.colors.primary600};
    box-shadow: 0 1px 3px rgb(0 0 0 / 14%);
  }
  input {
    position: absolute;
    inset: 0;
    width: 100%;
    height: 100%;
    margin: 0;
    opacity: 0;
    cursor: pointer;
  }
  @media (prefers-reduced-motion: reduce) {
    transition: none;
  }
`;

interface SegmentsProps<Value extends string> {
  readonly label: string;
  readonly isLabelHidden?: boolean;
  readonly options: readonly {
    readonly value: Value;
    readonly label: string;
    readonly icon?: ReactNode;
    /** Whether the icon is shown without the label, which stays its name. */
    readonly hasOnlyIcon?: boolean;
  }[];
  readonly value: Value;
  readonly onChange: (value: Value) => void;
}

/** Choice of one among few, all in sight; radio buttons to the keyboard and to a screen reader. */
export function Segments<Value extends string>({
  isLabelHidden = false,
  label,
  onChange,
  options,
  value,
}: SegmentsProps<Value>) {
  const name = useId();
  return (
    <Group>
      <Legend $isHidden={isLabelHidden}>{label}</Legend>
      <Track>
        {options.map((option) => (
          <Choice key={option.value} title={option.hasOnlyIcon === true ? option.label : undefined}>
            <input
              type="radio"
              name={name}
              value={option.value}
              checked={option.value === value}
              aria-label={option.label}
              onChange={() => onChange(option.value)}
            />
            {option.icon}
            {option.hasOnlyIcon !== true && <span aria-hidden>{option.label}</span>}
          </Choice>
        ))}
      </Track>
    </Group>
  );
}
