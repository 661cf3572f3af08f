import type { ReactNode } from 'react';
import { CaretDown, CaretUp } from '@strapi/icons';
import { styled } from 'styled-components';

import { focusRing, plainButton } from '../../ui/styles/surfaces';
import type { Order } from './sort-rows';

const Scroller = styled.div`
  ${focusRing}
  position: relative;
  overflow-x: auto;
  border-radius: 4px;
  @media print {
    overflow: visible;
  }
`;

/** Below 768 px a row is a card, whose cells have their columns' names before them: nothing is scrolled sideways. */
const Table = styled.table`
  width: 100%;
  border-collapse: collapse;
  font-size: 1.3rem;
  line-height: 2rem;
  color: ${({ theme }) => theme.colors.neutral800};
  th,
  td {
    padding: 10px 6px;
    border-bottom: 1px solid ${({ theme }) => theme.colors.neutral150};
    text-align: left;
    vertical-align: top;
    font-variant-numeric: tabular-nums;
  }
  th:first-child,
  td:first-child {
    padding-left: 4px;
  }
  [data-is-number='true'] {
    text-align: right;
  }
  td[data-is-number='true'] {
    white-space: nowrap;
  }
  th:first-child {
    position: sticky;
    left: 0;
    z-index: 1;
    background: ${({ theme }) => theme.colors.neutral0};
  }
  thead th {
    vertical-align: bottom;
    font-size: 1.2rem;
    font-weight: 600;
    line-height: 1.6rem;
    color: ${({ theme }) => theme.colors.neutral600};
    > span {
      display: inline-flex;
      align-items: center;
      gap: 2px;
      min-height: 24px;
    }
  }
  tbody th {
    font-weight: 600;
  }
  tbody tr:hover > * {
    background: ${({ theme }) => theme.colors.neutral100};
  }
  tbody tr:last-child > * {
    border-bottom: 0;
  }
  @media screen and (max-width: 767px) {
    &,
    tbody,
    tr,
    thead,
    th,
    td {
      display: block;
    }
    thead tr {
      display: flex;
      flex-wrap: wrap;
      gap: 4px 12px;
      padding-bottom: 8px;
      th {
        padding: 0;
        border: 0;
      }
      th:not(:has(button)) {
        display: none;
      }
    }
    tbody tr {
      padding: 10px 0;
      border-top: 1px solid ${({ theme }) => theme.colors.neutral150};
    }
    tbody th,
    tbody td {
      display: flex;
      justify-content: space-between;
      gap: 16px;
      padding: 2px 0;
      border: 0;
      text-align: right;
      white-space: normal;
      overflow-wrap: anywhere;
    }
    tbody td[data-is-number='true'] {
      white-space: normal;
    }
    tbody th {
      text-align: left;
    }
    tbody td::before {
      content: attr(data-name);
      flex: none;
      max-width: 50%;
      text-align: left;
      color: ${({ theme }) => theme.colors.neutral600};
    }
  }
`;

const SortButton = styled.button`
  ${plainButton}
  ${focusRing}
  display: inline-flex;
  align-items: center;
  gap: 4px;
  min-height: 24px;
  border-radius: 2px;
  text-align: inherit;
  svg {
    flex: none;
    width: 10px;
    height: 10px;
  }
  &:hover {
    color: ${({ theme }) => theme.colors.neutral800};
  }
`;

export interface DataColumn {
  readonly key: string;
  readonly name: string;
  readonly isNumber?: boolean;
  readonly isSortable?: boolean;
  /** Element after the name, such as the button of its definition. */
  readonly about?: ReactNode;
}

export interface DataRow {
  readonly key: string | number;
  /** A cell for each column, in their order; the first is the row's name. */
  readonly cells: readonly ReactNode[];
}

interface DataTableProps {
  readonly label: string;
  readonly columns: readonly DataColumn[];
  readonly rows: readonly DataRow[];
  readonly sort?: Order;
  readonly onSort?: (key: string) => void;
}

/** A table of figures, whose head sorts it. */
export function DataTable({ columns, label, onSort, rows, sort }: DataTableProps) {
  return (
    <Scroller role="region" aria-label={label} tabIndex={0}>
      <Table aria-label={label}>
        <thead>
          <tr>
            {columns.map((column) => (
              <HeadCell key={column.key} column={column} sort={sort} onSort={onSort} />
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map(({ cells, key }) => (
            <tr key={key}>
              {columns.map(({ isNumber = false, key: column, name }, index) =>
                index === 0 ? (
                  <th key={column} scope="row">
                    {cells[index]}
                  </th>
                ) : (
                  <td key={column} data-name={name} data-is-number={isNumber}>
                    {cells[index]}
                  </td>
                ),
              )}
            </tr>
          ))}
        </tbody>
      </Table>
    </Scroller>
  );
}

interface HeadCellProps {
  readonly column: DataColumn;
  readonly sort: Order | undefined;
  readonly onSort: ((key: string) => void) | undefined;
}

function HeadCell({ column, onSort, sort }: HeadCellProps) {
  const { about, isNumber = false, isSortable = false, key, name } = column;
  const order = sort?.key === key ? sort.order : 'none';
  const canSort = isSortable && onSort !== undefined;
  return (
    <th scope="col" data-is-number={isNumber} {...(canSort && { 'aria-sort': order })}>
      <span>
        {canSort ? (
          <SortButton type="button" onClick={() => onSort(key)}>
            {name}
            {order === 'ascending' && <CaretUp aria-hidden />}
            {order === 'descending' && <CaretDown aria-hidden />}
          </SortButton>
        ) : (
          name
        )}
        {about}
      </span>
    </th>
  );
}
