import { styled } from 'styled-components';

import { useTexts } from '../../i18n/useTexts';
import { FILTERS } from '../address/address';
import { useReportContext } from '../frame/ReportContext';
import { filterChoices } from './filter-choices';
import { FilterChips } from './FilterChips';
import { FilterChoice } from './FilterChoice';
import { OriginFilter } from './OriginFilter';
import { OwnDays, PeriodFilter } from './PeriodFilter';
import { withFilter } from './with-filter';

const Bar = styled.div`
  display: grid;
  grid-template-columns: repeat(auto-fit, minmax(150px, 1fr));
  gap: 8px;
  @media (max-width: 479px) {
    grid-template-columns: repeat(2, minmax(0, 1fr));
  }
`;

/** Filters of all reports, and a chip for each in force. */
export function FilterBar() {
  const t = useTexts();
  const { address, change, choices } = useReportContext();
  const { filters, period } = address;
  const offered = filterChoices(choices, t);
  return (
    <>
      <Bar role="group" aria-label={t('reports.filters.label')} data-no-print>
        <PeriodFilter />
        {FILTERS.map((name) =>
          name === 'origin' ? (
            <OriginFilter key={name} />
          ) : (
            <FilterChoice
              key={name}
              label={t(`reports.filters.by.${name}`)}
              all={t('reports.filters.by.all')}
              value={filters[name] ?? ''}
              choices={withChosen(offered[name], filters[name])}
              onChange={(value) => change({ filters: withFilter(filters, name, value) })}
            />
          ),
        )}
        {typeof period !== 'string' && <OwnDays />}
      </Bar>
      <FilterChips />
    </>
  );
}

/** Adds what was chosen to the choices where it is none of them: somebody sent its number. */
function withChosen<Choice extends { readonly value: string; readonly label: string }>(
  choices: readonly Choice[],
  value: string | undefined,
): readonly { readonly value: string; readonly label: string }[] {
  if (value === undefined || choices.some((choice) => choice.value === value)) return choices;
  return [...choices, { value, label: `#${value}` }];
}
