import { useSearchParams } from 'react-router-dom';
import { styled } from 'styled-components';

import type {
  ReportInteraction,
  ReportInteractions,
} from '../../../../plugins/attendance/protocol/reports/reports';
import { useTexts } from '../../i18n/useTexts';
import { focusRing, plainButton } from '../../ui/styles/surfaces';
import { queryOf } from '../address/address';
import { addPlace, readPlace, type ListPlace } from '../address/page-query';
import { Card } from '../charts/ChartCard';
import { useReport } from '../data/useReport';
import { ReportBody } from '../frame/ReportBody';
import { useReportContext } from '../frame/ReportContext';
import { Definition } from '../measures/MeasureName';
import { ColumnsMenu } from '../tables/ColumnsMenu';
import { DataTable } from '../tables/DataTable';
import { useColumns } from '../tables/useColumns';
import { chosenColumns, FIRST_COLUMNS, ROW_NAME, visitorOf, type Column } from './columns';
import { OpenInteraction } from './OpenInteraction';
import { Pager } from './Pager';
import { useAllColumns } from './useAllColumns';

const Top = styled.div`
  display: flex;
  flex-wrap: wrap;
  align-items: center;
  justify-content: space-between;
  gap: 8px 16px;
`;

const Open = styled.button`
  ${plainButton}
  ${focusRing}
  border-radius: 2px;
  font-weight: 600;
  color: ${({ theme }) => theme.colors.primary600};
  white-space: nowrap;
  &:hover {
    text-decoration: underline;
    text-underline-offset: 3px;
  }
`;

/** A value that may be long: cut to two lines, the whole in its title. */
const Cut = styled.span`
  display: -webkit-box;
  max-width: 280px;
  overflow: hidden;
  overflow-wrap: anywhere;
  -webkit-box-orient: vertical;
  -webkit-line-clamp: 2;
`;

const Deleted = styled.i`
  color: ${({ theme }) => theme.colors.neutral600};
`;

/** Parameter of the address that opens an interaction of the page, so that it can be sent too. */
const OPEN = 'open';

/** All interactions behind the filters, one row each, from which each is read [D2]. */
export function InteractionsTab() {
  const { address, choices } = useReportContext();
  const [search, setSearch] = useSearchParams();
  const place = readPlace(search);
  const query = addPlace(queryOf(address, choices.today), place).toString();
  const report = useReport<ReportInteractions>(`/attendance/reports/interactions?${query}`);
  const change = (part: Partial<ListPlace> & { readonly open?: number | null }): void => {
    const next = new URLSearchParams(search);
    for (const name of ['sort', 'order', 'offset']) next.delete(name);
    const { open, ...moved } = part;
    if (open === null) next.delete(OPEN);
    if (typeof open === 'number') next.set(OPEN, String(open));
    setSearch(addPlace(next, { ...place, ...moved }));
  };
  const open = search.get(OPEN);
  const close = (): void => change({ open: null });
  return (
    <>
      <ReportBody report={report} isEmpty={({ total }) => total === 0}>
        {(list) => (
          <>
            <List list={list} place={place} onChange={change} />
          </>
        )}
      </ReportBody>
      {open !== null && report.data !== null && (
        <OpenInteraction list={report.data} isLoading={report.isLoading} id={open} onClose={close} />
      )}
    </>
  );
}

interface ListProps {
  readonly list: ReportInteractions;
  readonly place: ListPlace;
  readonly onChange: (part: Partial<ListPlace> & { readonly open?: number }) => void;
}

function List({ list, onChange, place }: ListProps) {
  const t = useTexts();
  const columns = useAllColumns(list);
  const [chosen, choose] = useColumns('interactions', FIRST_COLUMNS);
  const shown = chosenColumns(columns, chosen);
  const { order, sort } = place;
  return (
    <Card>
      <Top data-no-print>
        <ColumnsMenu
          columns={columns.filter(({ key }) => key !== ROW_NAME)}
          first={FIRST_COLUMNS}
          chosen={chosen}
          onChoose={choose}
        />
        <Pager
          offset={place.offset}
          count={list.rows.length}
          total={list.total}
          onGo={(offset) => onChange({ offset })}
        />
      </Top>
      <DataTable
        label={t('reports.frame.tab.interactions')}
        columns={shown.map(({ isNumber = false, key, measure, name, sort: by }) => ({
          key: by ?? key,
          name,
          isNumber,
          isSortable: by !== undefined,
          about: measure !== undefined && <Definition measure={measure} />,
        }))}
        sort={{ key: sort, order }}
        onSort={(key) => {
          const by = shown.find((column) => column.sort === key)?.sort;
          if (by === undefined) return;
          const isSame = by === sort;
          onChange({
            sort: by,
            order: isSame && order === 'descending' ? 'ascending' : 'descending',
            offset: 0,
          });
        }}
        rows={list.rows.map((row) => ({
          key: row.id,
          cells: shown.map((column) => (
            <Cell key={column.key} column={column} row={row} onOpen={() => onChange({ open: row.id })} />
          )),
        }))}
      />
    </Card>
  );
}

interface CellProps {
  readonly column: Column;
  readonly row: ReportInteraction;
  readonly onOpen: () => void;
}

function Cell({ column, onOpen, row }: CellProps) {
  const t = useTexts();
  const text = column.show(row);
  if (column.key === ROW_NAME) {
    const label = t('reports.interactions.open', { when: text, name: visitorOf(row, t) });
    return (
      <Open type="button" aria-label={label} onClick={onOpen}>
        {text}
      </Open>
    );
  }
  if (column.key === 'visitor' && !row.isKept) return <Deleted>{text}</Deleted>;
  return (
    <Cut dir="auto" title={text}>
      {text}
    </Cut>
  );
}
