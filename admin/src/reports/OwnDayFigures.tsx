import { EmptyStateLayout } from '@strapi/design-system';
import { styled } from 'styled-components';

import type { AgentRow, OwnDay, ReportScope } from '../../../plugins/attendance/protocol/reports/reports';
import { useLocale, useTexts } from '../i18n/useTexts';
import { useReport } from './data/useReport';
import { ReportBody } from './frame/ReportBody';
import { MeasureName } from './measures/MeasureName';
import { SpreadFigure } from './tables/FigureCell';
import { SpreadHint } from './tables/SpreadHint';
import { AGENT_MEASURES } from './tables/agent-measures';

/** A day goes on: its figures are read again after this time, in ms. */
const EVERY_MS = 60_000;

const Grid = styled.dl`
  display: grid;
  grid-template-columns: repeat(auto-fill, minmax(min(100%, 220px), 1fr));
  gap: 16px;
  margin: 0;
  > div {
    display: flex;
    flex-direction: column;
    gap: 4px;
    min-width: 0;
    padding: 14px 16px;
    border-radius: 8px;
    background: ${({ theme }) => theme.colors.neutral0};
    box-shadow: ${({ theme }) => theme.shadows.filterShadow};
  }
  dt {
    font-size: 1.3rem;
    line-height: 1.8rem;
    color: ${({ theme }) => theme.colors.neutral600};
  }
  dd {
    display: flex;
    flex-direction: column;
    align-items: flex-start;
    margin: 0;
    font-size: 2rem;
    font-weight: 600;
    line-height: 2.8rem;
    font-variant-numeric: tabular-nums;
    color: ${({ theme }) => theme.colors.neutral800};
  }
`;

/** What the agent who is signed in did today, in the report's time zone. */
export function OwnDayFigures() {
  const t = useTexts();
  const report = useReport<OwnDay>('/attendance/reports/own-day', EVERY_MS);
  // Who has never been connected has no day yet.
  if (report.failure === 'not_found') return <EmptyStateLayout content={t('reports.frame.empty')} />;
  return (
    <ReportBody report={report} isEmpty={({ rows }) => rows.length === 0}>
      {({ rows, scope }) => (
        <>
          {rows.map((row) => (
            <Day key={row.id} row={row} scope={scope} />
          ))}
          <SpreadHint />
        </>
      )}
    </ReportBody>
  );
}

function Day({ row, scope }: { readonly row: AgentRow; readonly scope: ReportScope }) {
  const t = useTexts();
  const locale = useLocale();
  return (
    <Grid>
      {AGENT_MEASURES.map(({ conditions, measure, show, spread }) => (
        <div key={measure}>
          <dt>
            <MeasureName measure={measure} />
          </dt>
          <dd>
            <SpreadFigure
              behind={
                conditions === null
                  ? null
                  : {
                      conditions,
                      filters: { agentId: String(row.id) },
                      days: { from: scope.from, to: scope.to },
                    }
              }
              label={t('reports.frame.open', {
                name: t(`reports.measures.${measure}`),
                value: show(row, locale),
              })}
              shown={show(row, locale)}
              spread={spread?.(row)}
            />
          </dd>
        </div>
      ))}
    </Grid>
  );
}
