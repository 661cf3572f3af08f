import { Flex } from '@strapi/design-system';

import type { Figures, GroupReport } from '../../../../plugins/attendance/protocol/reports/reports';
import { useLocale, useTexts } from '../../i18n/useTexts';
import type { Filters } from '../address/address';
import { useReport } from '../data/useReport';
import { changeOf, comparable } from '../format/change';
import { NO_DEPARTMENT } from '../filters/filter-choices';
import { Card } from '../charts/ChartCard';
import { ReportBody } from '../frame/ReportBody';
import { useReportContext } from '../frame/ReportContext';
import { FIRST_GROUP_COLUMNS, GROUP_MEASURES, type FigureMeasure } from '../measures/figure-measures';
import { Definition } from '../measures/MeasureName';
import { ColumnsMenu } from './ColumnsMenu';
import { DataTable, type DataColumn } from './DataTable';
import { FigureCell } from './FigureCell';
import { sortRows } from './sort-rows';
import { SpreadHint } from './SpreadHint';
import { useColumns } from './useColumns';
import { useOrder } from './useOrder';

const NAME = 'name';
const KEYS = [NAME, ...GROUP_MEASURES.map(({ measure }) => measure)];

interface GroupsTabProps {
  readonly grouping: 'departments' | 'sites';
}

/** Figures by department or by site, one row each [D1]. */
export function GroupsTab({ grouping }: GroupsTabProps) {
  const { query } = useReportContext();
  const report = useReport<GroupReport>(`/attendance/reports/${grouping}?${query}`);
  return (
    <ReportBody report={report} isEmpty={({ rows }) => rows.length === 0}>
      {(data) => (
        <Card>
          <GroupTable grouping={grouping} report={data} />
          <SpreadHint before={data.before} />
        </Card>
      )}
    </ReportBody>
  );
}

function GroupTable({
  grouping,
  report: { before, rows },
}: GroupsTabProps & { readonly report: GroupReport }) {
  const t = useTexts();
  const locale = useLocale();
  const [order, sortBy] = useOrder(KEYS, { key: 'volume', order: 'descending' }, (key) => key === NAME);
  const [chosen, choose] = useColumns(grouping, FIRST_GROUP_COLUMNS);
  const measures = GROUP_MEASURES.filter((each) => chosen.includes(each.measure));
  const previous = new Map(before.rows.map(({ figures, id }) => [id, figures]));
  const noun = t(
    grouping === 'departments' ? 'reports.filters.by.departmentId' : 'reports.filters.by.siteId',
  );
  const columns: DataColumn[] = [
    { key: NAME, name: noun, isSortable: true },
    ...measures.map(({ measure }) => ({
      key: measure,
      name: t(`reports.measures.${measure}`),
      isNumber: true,
      isSortable: true,
      about: <Definition measure={measure} />,
    })),
  ];
  const measure = GROUP_MEASURES.find((each) => each.measure === order.key);
  const named = rows.map((row) => ({ ...row, name: row.name === '' ? t('reports.frame.none') : row.name }));
  const sorted = sortRows(
    named,
    ({ figures, name }) => (measure === undefined ? name : measure.value(figures)),
    order.order,
    locale,
  );
  return (
    <>
      <Flex data-no-print>
        <ColumnsMenu
          columns={GROUP_MEASURES.map((each) => ({
            key: each.measure,
            name: t(`reports.measures.${each.measure}`),
          }))}
          first={FIRST_GROUP_COLUMNS}
          chosen={chosen}
          onChoose={choose}
        />
      </Flex>
      <DataTable
        label={t(`reports.frame.tab.${grouping}`)}
        columns={columns}
        sort={order}
        onSort={sortBy}
        rows={sorted.map(({ figures, id, name }) => ({
          key: id ?? 'none',
          cells: [
            name,
            ...measures.map((each) => (
              <GroupFigure
                key={each.measure}
                figures={figures}
                before={previous.get(id)}
                measure={each}
                name={name}
                filters={filterBy(grouping, id)}
              />
            )),
          ],
        }))}
      />
    </>
  );
}

interface GroupFigureProps {
  readonly figures: Figures;
  /** The same of the period before; undefined where it had none. */
  readonly before: Figures | undefined;
  readonly measure: FigureMeasure;
  readonly name: string;
  /** Filter that selects the row; null where nothing does. */
  readonly filters: Filters | null;
}

function GroupFigure({ before, figures, filters, measure, name }: GroupFigureProps) {
  const t = useTexts();
  const shown = measure.show(figures, useLocale());
  const previous = before === undefined ? null : comparable(before);
  return (
    <FigureCell
      behind={filters === null ? null : { filters, conditions: measure.conditions }}
      label={t('reports.frame.figure', {
        name,
        measure: t(`reports.measures.${measure.measure}`),
        value: shown,
      })}
      shown={shown}
      spread={measure.spread?.(figures)}
      change={changeOf(measure.value(figures), previous && measure.value(previous), measure.better)}
    />
  );
}

/** Returns the filter that selects a row; null where nothing does: every interaction has a site. */
function filterBy(grouping: GroupsTabProps['grouping'], id: number | null): Filters | null {
  if (grouping === 'departments') return { departmentId: id === null ? NO_DEPARTMENT : String(id) };
  return id === null ? null : { siteId: String(id) };
}
