import { TextButton } from '@strapi/design-system';
import { Cross } from '@strapi/icons';
import { useMatch } from 'react-router-dom';
import { styled } from 'styled-components';

import { useLocale, useTexts } from '../../i18n/useTexts';
import { REPORTS_PATH } from '../../strapi/plugin-id';
import { cutText, focusRing, plainButton } from '../../ui/styles/surfaces';
import { CONDITIONS, FILTERS } from '../address/address';
import { useReportContext } from '../frame/ReportContext';
import { conditionText, filterValue } from './filter-choices';
import { withFilter } from './with-filter';

const List = styled.ul`
  display: flex;
  flex-wrap: wrap;
  align-items: center;
  gap: 8px;
  margin: 0;
  padding: 0;
  list-style: none;
`;

const Chip = styled.button`
  ${plainButton}
  ${focusRing}
  display: flex;
  align-items: center;
  gap: 8px;
  max-width: min(320px, 80vw);
  min-height: 28px;
  padding: 2px 10px;
  border: 1px solid ${({ theme }) => theme.colors.primary200};
  border-radius: 14px;
  background: ${({ theme }) => theme.colors.primary100};
  font-size: 1.2rem;
  line-height: 1.8rem;
  color: ${({ theme }) => theme.colors.primary700};
  span {
    ${cutText}
  }
  svg {
    flex: none;
    width: 8px;
    height: 8px;
  }
  svg path {
    fill: currentColor;
  }
  @media print {
    svg {
      display: none;
    }
  }
`;

/** A chip for each filter and condition in force, which removes it, and one button for all. */
export function FilterChips() {
  const t = useTexts();
  const locale = useLocale();
  const { address, change, choices } = useReportContext();
  const isList = useMatch(`${REPORTS_PATH}/interactions`) !== null;
  const { conditions, filters } = address;
  const chips = [
    ...FILTERS.flatMap((name) => {
      const value = filters[name];
      if (value === undefined) return [];
      const text = `${t(`reports.filters.by.${name}`)}: ${filterValue(name, value, choices, t)}`;
      return [{ name, text, remove: () => change({ filters: withFilter(filters, name, '') }) }];
    }),
    ...CONDITIONS.flatMap((name) => {
      const value = conditions[name];
      if (value === undefined || !isList) return [];
      const text = conditionText(name, value, { choices, locale, t });
      return [{ name, text, remove: () => change({ conditions: withFilter(conditions, name, '') }) }];
    }),
  ];
  if (chips.length === 0) return null;
  return (
    <List aria-label={t('reports.filters.active')}>
      {chips.map(({ name, remove, text }) => (
        <li key={name}>
          <Chip
            type="button"
            title={text}
            aria-label={t('reports.filters.remove', { name: text })}
            onClick={remove}
          >
            <span>{text}</span>
            <Cross aria-hidden />
          </Chip>
        </li>
      ))}
      <li data-no-print>
        <TextButton onClick={() => change({ filters: {}, conditions: {} })}>
          {t('reports.filters.clear')}
        </TextButton>
      </li>
    </List>
  );
}
