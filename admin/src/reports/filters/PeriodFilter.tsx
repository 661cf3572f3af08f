import { useEffect, useId, useState } from 'react';
import { Button } from '@strapi/design-system';
import { styled } from 'styled-components';

import { useTexts } from '../../i18n/useTexts';
import { DateInput } from '../../ui/DateInput';
import { isDay, periodOf } from '../address/address';
import { PRESETS } from '../address/periods';
import { useReportContext } from '../frame/ReportContext';
import { FilterChoice } from './FilterChoice';

const CUSTOM = 'custom';

/** Fields of a custom period, in a line of their own. */
const Days = styled.form`
  grid-column: 1 / -1;
  display: flex;
  flex-wrap: wrap;
  align-items: center;
  gap: 8px 16px;
  > div {
    display: flex;
    align-items: center;
    gap: 8px;
  }
  label,
  p {
    flex: none;
    font-size: 1.3rem;
    color: ${({ theme }) => theme.colors.neutral700};
  }
  p {
    color: ${({ theme }) => theme.colors.danger600};
  }
`;

/** Choice of the period: by its name, or from one day to another. */
export function PeriodFilter() {
  const t = useTexts();
  const { address, change, choices } = useReportContext();
  const { period } = address;
  return (
    <FilterChoice
      label={t('reports.filters.by.period')}
      value={typeof period === 'string' ? period : CUSTOM}
      choices={[
        ...PRESETS.map((preset) => ({ value: preset, label: t(`reports.filters.period.${preset}`) })),
        { value: CUSTOM, label: t('reports.filters.period.custom') },
      ]}
      onChange={(value) => {
        const preset = PRESETS.find((each) => each === value);
        change({ period: preset ?? periodOf(address, choices.today) });
      }}
    />
  );
}

/** Fields of a period of one's own, in force once they are applied. */
export function OwnDays() {
  const t = useTexts();
  const id = useId();
  const { address, change, choices } = useReportContext();
  const { from, to } = periodOf(address, choices.today);
  const [typed, setTyped] = useState({ from, to });
  // Another period came by the address: a link, or back.
  useEffect(() => setTyped({ from, to }), [from, to]);
  const isFine = isDay(typed.from) && isDay(typed.to) && typed.from <= typed.to;
  return (
    <Days
      onSubmit={(event) => {
        event.preventDefault();
        if (isFine) change({ period: typed });
      }}
    >
      {(['from', 'to'] as const).map((edge) => (
        <div key={edge}>
          <label htmlFor={`${id}-${edge}`}>{t(`reports.filters.${edge}`)}</label>
          <DateInput
            id={`${id}-${edge}`}
            size="S"
            value={typed[edge]}
            aria-invalid={!isFine}
            aria-describedby={`${id}-fault`}
            onChange={({ target }: { target: HTMLInputElement }) =>
              setTyped({ ...typed, [edge]: target.value })
            }
          />
        </div>
      ))}
      <Button type="submit" size="S" variant="tertiary" disabled={!isFine}>
        {t('reports.filters.period.apply')}
      </Button>
      <p id={`${id}-fault`} role="status">
        {!isFine && t('reports.filters.period.fault')}
      </p>
    </Days>
  );
}
