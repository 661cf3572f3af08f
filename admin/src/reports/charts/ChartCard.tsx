import { useId, useState, type KeyboardEvent, type ReactNode } from 'react';
import { Button } from '@strapi/design-system';
import { ChartCircle, GridFour } from '@strapi/icons';
import { styled } from 'styled-components';

import { useTexts } from '../../i18n/useTexts';
import { Definition } from '../measures/MeasureName';
import type { Measure } from '../measures/measures';

export const Card = styled.section`
  display: flex;
  flex-direction: column;
  gap: 12px;
  min-width: 0;
  padding: 20px 24px;
  border-radius: 8px;
  background: ${({ theme }) => theme.colors.neutral0};
  box-shadow: ${({ theme }) => theme.shadows.filterShadow};
  color: ${({ theme }) => theme.colors.neutral800};
  break-inside: avoid;
  @media (max-width: 767px) {
    padding: 16px;
  }
  @media print {
    border: 1px solid #dcdce4;
    box-shadow: none;
  }
`;

export const CardHead = styled.header`
  display: flex;
  flex-wrap: wrap;
  align-items: center;
  gap: 4px 12px;
  min-height: 32px;
  h2 {
    display: flex;
    align-items: center;
    gap: 2px;
    flex: 1 1 160px;
    font-size: 1.6rem;
    font-weight: 600;
    line-height: 2.4rem;
  }
`;

interface ChartCardProps {
  readonly title: string;
  readonly measure: Measure;
  readonly legend?: ReactNode;
  /** The same figures as a table. */
  readonly table: ReactNode;
  readonly children: ReactNode;
}

/** A chart with its table one key away: T, while the focus is in the card [D2]. */
export function ChartCard({ children, legend, measure, table, title }: ChartCardProps) {
  const t = useTexts();
  const id = useId();
  const [isTable, setTable] = useState(false);
  const onKeyDown = (event: KeyboardEvent): void => {
    const isPlain = !event.ctrlKey && !event.metaKey && !event.altKey;
    if (!isPlain || event.key.toLowerCase() !== 't') return;
    event.preventDefault();
    setTable((before) => !before);
    // The mark that had the focus goes with the chart.
    document.getElementById(id)?.focus();
  };
  return (
    <Card aria-label={title} onKeyDown={onKeyDown}>
      <CardHead>
        <h2>
          {title}
          <Definition measure={measure} />
        </h2>
        <Button
          id={id}
          data-no-print
          size="S"
          variant="ghost"
          startIcon={isTable ? <ChartCircle aria-hidden /> : <GridFour aria-hidden />}
          aria-keyshortcuts="T"
          onClick={() => setTable(!isTable)}
        >
          {t(isTable ? 'reports.charts.chart' : 'reports.charts.table')}
        </Button>
      </CardHead>
      {isTable ? (
        table
      ) : (
        <>
          {children}
          {legend}
        </>
      )}
    </Card>
  );
}
