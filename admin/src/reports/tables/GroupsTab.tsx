import type { Figures, GroupReport, GroupRow } from '../../../../plugins/attendance/protocol/reports/reports';
import { useLocale, useTexts } from '../../i18n/useTexts';
import type { Filters } from '../address/address';
import { useReport } from '../data/useReport';
import { NO_DEPARTMENT } from '../filters/filter-choices';
import { Card } from '../charts/ChartCard';
import { ReportBody } from '../frame/ReportBody';
import { useReportContext } from '../frame/ReportContext';
import { Figure } from '../measures/Figure';
import { GROUP_MEASURES, type FigureMeasure } from '../measures/figure-measures';
import { Definition } from '../measures/MeasureName';
import { DataTable, type DataColumn } from './DataTable';
import { sortRows } from './sort-rows';
import { SpreadHint } from './SpreadHint';
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
      {({ rows }) => (
        <Card>
          <GroupTable grouping={grouping} rows={rows} />
          <SpreadHint />
        </Card>
      )}
    </ReportBody>
  );
}

function GroupTable({ grouping, rows }: GroupsTabProps & { readonly rows: readonly GroupRow[] }) {
  const t = useTexts();
  const locale = useLocale();
  const [order, sortBy] = useOrder(KEYS, { key: 'volume', order: 'descending' }, (key) => key === NAME);
  const noun = t(
    grouping === 'departments' ? 'reports.filters.by.departmentId' : 'reports.filters.by.siteId',
  );
  const columns: DataColumn[] = [
    { key: NAME, name: noun, isSortable: true },
    ...GROUP_MEASURES.map(({ measure }) => ({
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
    <DataTable
      label={t(`reports.frame.tab.${grouping}`)}
      columns={columns}
      sort={order}
      onSort={sortBy}
      rows={sorted.map(({ figures, id, name }) => ({
        key: id ?? 'none',
        cells: [
          name,
          ...GROUP_MEASURES.map((each) => (
            <GroupFigure
              key={each.measure}
              figures={figures}
              measure={each}
              name={name}
              filters={filterBy(grouping, id)}
            />
          )),
        ],
      }))}
    />
  );
}

interface GroupFigureProps {
  readonly figures: Figures;
  readonly measure: FigureMeasure;
  readonly name: string;
  /** Filter that selects the row; null where nothing does. */
  readonly filters: Filters | null;
}

function GroupFigure({ figures, filters, measure, name }: GroupFigureProps) {
  const t = useTexts();
  const shown = measure.show(figures, useLocale());
  return (
    <Figure
      behind={filters === null ? null : { filters, conditions: measure.conditions }}
      label={t('reports.frame.figure', {
        name,
        measure: t(`reports.measures.${measure.measure}`),
        value: shown,
      })}
    >
      {shown}
    </Figure>
  );
}

/** Returns the filter that selects a row; null where nothing does: every interaction has a site. */
function filterBy(grouping: GroupsTabProps['grouping'], id: number | null): Filters | null {
  if (grouping === 'departments') return { departmentId: id === null ? NO_DEPARTMENT : String(id) };
  return id === null ? null : { siteId: String(id) };
}
