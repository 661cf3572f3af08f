import { NavLink } from 'react-router-dom';
import { styled } from 'styled-components';

import { useTexts } from '../../i18n/useTexts';
import { innerFocusRing } from '../../ui/styles/surfaces';
import { tabTo, type Tab } from '../address/drill';
import { useReportContext } from './ReportContext';

const Row = styled.nav`
  display: flex;
  flex-wrap: wrap;
  gap: 0 4px;
  border-bottom: 1px solid ${({ theme }) => theme.colors.neutral200};
  a {
    ${innerFocusRing}
    margin-bottom: -1px;
    padding: 10px 12px;
    border-bottom: 2px solid transparent;
    font-size: 1.4rem;
    line-height: 2rem;
    color: ${({ theme }) => theme.colors.neutral600};
    text-decoration: none;
  }
  a:hover {
    color: ${({ theme }) => theme.colors.neutral800};
  }
  a[aria-current='page'] {
    border-color: ${({ theme }) => theme.colors.primary600};
    font-weight: 600;
    color: ${({ theme }) => theme.colors.primary600};
  }
`;

/** The reports, each with the filters in force. */
export function ReportTabs({ tabs }: { readonly tabs: readonly Tab[] }) {
  const t = useTexts();
  const { address } = useReportContext();
  return (
    <Row aria-label={t('reports.frame.title')} data-no-print>
      {tabs.map((tab) => (
        <NavLink key={tab} to={tabTo(tab, address)}>
          {t(`reports.frame.tab.${tab}`)}
        </NavLink>
      ))}
    </Row>
  );
}
