import type { AgentReport, AgentRow } from '../../../../plugins/attendance/protocol/reports/reports';
import { useLocale, useTexts } from '../../i18n/useTexts';
import { Card } from '../charts/ChartCard';
import { useReport } from '../data/useReport';
import { ReportBody } from '../frame/ReportBody';
import { useReportContext } from '../frame/ReportContext';
import { Figure } from '../measures/Figure';
import { Definition } from '../measures/MeasureName';
import { AGENT_MEASURES } from './agent-measures';
import { DataTable, type DataColumn } from './DataTable';
import { sortRows } from './sort-rows';
import { SpreadHint } from './SpreadHint';
import { useOrder } from './useOrder';

const NAME = 'name';
const KEYS = [NAME, ...AGENT_MEASURES.map(({ measure }) => measure)];

/** Figures of each agent's own assignments, one row each [D1]. */
export function AgentsTab() {
  const { query } = useReportContext();
  const report = useReport<AgentReport>(`/attendance/reports/agents?${query}`);
  return (
    <ReportBody report={report} isEmpty={({ rows }) => rows.length === 0}>
      {({ rows }) => (
        <Card>
          <AgentTable rows={rows} />
          <SpreadHint />
        </Card>
      )}
    </ReportBody>
  );
}

function AgentTable({ rows }: { readonly rows: readonly AgentRow[] }) {
  const t = useTexts();
  const locale = useLocale();
  const [order, sortBy] = useOrder(KEYS, { key: 'attended', order: 'descending' }, (key) => key === NAME);
  const columns: DataColumn[] = [
    { key: NAME, name: t('reports.filters.by.agentId'), isSortable: true },
    ...AGENT_MEASURES.map(({ measure }) => ({
      key: measure,
      name: t(`reports.measures.${measure}`),
      isNumber: true,
      isSortable: true,
      about: <Definition measure={measure} />,
    })),
  ];
  const sortedBy = AGENT_MEASURES.find(({ measure }) => measure === order.key);
  const sorted = sortRows(
    rows,
    (row) => (sortedBy === undefined ? row.name : sortedBy.value(row)),
    order.order,
    locale,
  );
  return (
    <DataTable
      label={t('reports.frame.tab.agents')}
      columns={columns}
      sort={order}
      onSort={sortBy}
      rows={sorted.map((row) => ({
        key: row.id,
        cells: [
          row.name,
          ...AGENT_MEASURES.map(({ conditions, measure, show }) => {
            const value = show(row, locale);
            return (
              <Figure
                key={measure}
                behind={conditions === null ? null : { filters: { agentId: String(row.id) }, conditions }}
                label={t('reports.frame.figure', {
                  name: row.name,
                  measure: t(`reports.measures.${measure}`),
                  value,
                })}
              >
                {value}
              </Figure>
            );
          }),
        ],
      }))}
    />
  );
}
