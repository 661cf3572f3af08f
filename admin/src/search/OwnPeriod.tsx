import { useId } from 'react';
import { styled } from 'styled-components';

import { useTexts } from '../i18n/useTexts';
import { DateInput } from '../ui/DateInput';
import type { SearchFilter } from '../desks/search-filter';

const Days = styled.div`
  display: flex;
  flex-wrap: wrap;
  gap: 8px 16px;
  > div {
    display: flex;
    align-items: center;
    gap: 8px;
  }
  label {
    flex: none;
    font-size: 1.3rem;
    color: ${({ theme }) => theme.colors.neutral700};
  }
`;

interface OwnPeriodProps {
  readonly filter: SearchFilter;
  readonly onChange: (part: Partial<SearchFilter>) => void;
}

/** Fields of a custom period, both days included; an empty one is open. */
export function OwnPeriod({ filter, onChange }: OwnPeriodProps) {
  const t = useTexts();
  const id = useId();
  return (
    <Days>
      {(['from', 'to'] as const).map((edge) => (
        <div key={edge}>
          <label htmlFor={`${id}-${edge}`}>{t(`search.${edge}`)}</label>
          <DateInput
            id={`${id}-${edge}`}
            size="S"
            value={filter[edge]}
            min={edge === 'to' && filter.from !== '' ? filter.from : undefined}
            onChange={({ target }: { target: HTMLInputElement }) => onChange({ [edge]: target.value })}
          />
        </div>
      ))}
    </Days>
  );
}
