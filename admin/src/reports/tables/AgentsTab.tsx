import { Flex } from '@strapi/design-system';

import type { AgentReport, AgentRow } from '../../../../plugins/attendance/protocol/reports/reports';
import { useLocale, useTexts } from '../../i18n/useTexts';
import { Card } from '../charts/ChartCard';
import { useReport } from '../data/useReport';
import { changeOf } from '../format/change';
import { ReportBody } from '../frame/ReportBody';
import { useReportContext } from '../frame/ReportContext';
import { Definition } from '../measures/MeasureName';
import { AGENT_MEASURES, FIRST_AGENT_COLUMNS } from './agent-measures';
import { ColumnsMenu } from './ColumnsMenu';
import { DataTable, type DataColumn } from './DataTable';
import { FigureCell } from './FigureCell';
import { HandOvers } from './HandOvers';
import { sortRows } from './sort-rows';
import { SpreadHint } from './SpreadHint';
import { useColumns } from './useColumns';
import { useOrder } from './useOrder';

const NAME = 'name';
const KEYS = [NAME, ...AGENT_MEASURES.map(({ measure }) => measure)];

/** Figures of each agent's own assignments, one row each [D1]. */
export function AgentsTab() {
  const { query } = useReportContext();
  const report = useReport<AgentReport>(`/attendance/reports/agents?${query}`);
  return (
    <ReportBody report={report} isEmpty={({ rows }) => rows.length === 0}>
      {(data) => (
        <>
          <Card>
            <AgentTable report={data} />
            <SpreadHint before={data.before} />
          </Card>
          <HandOvers handOvers={data.handOvers} />
        </>
      )}
    </ReportBody>
  );
}

function AgentTable({ report: { before, rows } }: { readonly report: AgentReport }) {
  const t = useTexts();
  const locale = useLocale();
  const [order, sortBy] = useOrder(KEYS, { key: 'attended', order: 'descending' }, (key) => key === NAME);
  const [chosen, choose] = useColumns('agents', FIRST_AGENT_COLUMNS);
  const measures = AGENT_MEASURES.filter(({ measure }) => chosen.includes(measure));
  const previous = new Map(before.rows.map((row) => [row.id, row]));
  const columns: DataColumn[] = [
    { key: NAME, name: t('reports.filters.by.agentId'), isSortable: true },
    ...measures.map(({ measure }) => ({
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
    <>
      <Flex data-no-print>
        <ColumnsMenu
          columns={AGENT_MEASURES.map(({ measure }) => ({
            key: measure,
            name: t(`reports.measures.${measure}`),
          }))}
          first={FIRST_AGENT_COLUMNS}
          chosen={chosen}
          onChoose={choose}
        />
      </Flex>
      <DataTable
        label={t('reports.frame.tab.agents')}
        columns={columns}
        sort={order}
        onSort={sortBy}
        rows={sorted.map((row) => ({
          key: row.id,
          cells: [
            row.name,
            ...measures.map(({ better, conditions, measure, show, spread, value }) => {
              const shown = show(row, locale);
              const was = comparableRow(previous.get(row.id));
              return (
                <FigureCell
                  key={measure}
                  behind={conditions === null ? null : { filters: { agentId: String(row.id) }, conditions }}
                  label={t('reports.frame.figure', {
                    name: row.name,
                    measure: t(`reports.measures.${measure}`),
                    value: shown,
                  })}
                  shown={shown}
                  spread={spread?.(row)}
                  change={was && changeOf(value(row), value(was), better)}
                />
              );
            }),
          ],
        }))}
      />
    </>
  );
}

/** Returns the row to compare with; null for an agent who had nothing in the period before, against which every figure would be a change [Z166]. */
function comparableRow(was: AgentRow | undefined): AgentRow | null {
  return was === undefined || was.attended + was.missed + was.onlineMs === 0 ? null : was;
}
