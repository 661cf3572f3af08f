import type { ReactNode } from 'react';
import { Link } from 'react-router-dom';
import { styled } from 'styled-components';

import { useLocale, useTexts } from '../../i18n/useTexts';
import { cutText, focusRing } from '../../ui/styles/surfaces';
import type { Behind } from '../address/drill';
import { Card, CardHead } from '../charts/ChartCard';
import { formatCount } from '../format/figures';
import { useReportContext } from '../frame/ReportContext';
import { Definition } from '../measures/MeasureName';
import type { Measure } from '../measures/measures';

const List = styled.ol`
  display: flex;
  flex-direction: column;
  gap: 2px;
  margin: 0;
  padding: 0;
  list-style: none;
`;

const Bar = styled(Link)`
  ${focusRing}
  position: relative;
  display: flex;
  align-items: center;
  gap: 12px;
  min-height: 32px;
  padding: 4px 8px;
  border-radius: 4px;
  font-size: 1.3rem;
  line-height: 2rem;
  color: ${({ theme }) => theme.colors.neutral800};
  text-decoration: none;
  > i {
    position: absolute;
    inset: 3px auto 3px 0;
    border-radius: 4px;
    background: ${({ theme }) => theme.colors.primary100};
    print-color-adjust: exact;
  }
  > span {
    ${cutText}
    position: relative;
    flex: 1;
  }
  > b {
    position: relative;
    font-weight: 600;
    font-variant-numeric: tabular-nums;
  }
  &:hover > span {
    text-decoration: underline;
    text-underline-offset: 3px;
  }
`;

const Empty = styled.p`
  font-size: 1.3rem;
  line-height: 2rem;
  color: ${({ theme }) => theme.colors.neutral600};
`;

export interface BarItem {
  readonly key: string | number;
  readonly name: string;
  readonly count: number;
  readonly behind: Behind;
}

interface BarListProps {
  readonly title: string;
  readonly measure: Measure;
  readonly items: readonly BarItem[];
  readonly children?: ReactNode;
}

/** Names with a bar each, the most first: a list, every line of which opens its interactions. */
export function BarList({ children, items, measure, title }: BarListProps) {
  const t = useTexts();
  const locale = useLocale();
  const { behind } = useReportContext();
  const max = Math.max(1, ...items.map(({ count }) => count));
  return (
    <Card aria-label={title}>
      <CardHead>
        <h2>
          {title}
          <Definition measure={measure} />
        </h2>
      </CardHead>
      {items.length === 0 && <Empty>{t('reports.overview.nothing')}</Empty>}
      {items.length > 0 && (
        <List>
          {items.map((item) => (
            <li key={item.key}>
              <Bar to={behind(item.behind)} title={item.name}>
                <i style={{ width: `${(item.count / max) * 100}%` }} />
                <span dir="auto">{item.name}</span>
                <b>{formatCount(item.count, locale)}</b>
              </Bar>
            </li>
          ))}
        </List>
      )}
      {children}
    </Card>
  );
}
