import { useMediaQuery } from '@strapi/strapi/admin';
import { Link } from 'react-router-dom';
import { styled } from 'styled-components';

import { useLocale, useTexts } from '../../i18n/useTexts';
import { useMode } from '../../ui/useMode';
import { HEAT, heatOf } from '../charts/chart-colours';
import { Card, CardHead } from '../charts/ChartCard';
import { useMarks, type MarkAttributes } from '../charts/useMarks';
import { formatCount, formatHour, formatWeekday } from '../format/figures';
import { useReportContext } from '../frame/ReportContext';
import { Definition } from '../measures/MeasureName';
import { countAt, firstPlace, type HourCounts } from './heat-places';

const Grid = styled.table`
  width: 100%;
  table-layout: fixed;
  border-collapse: separate;
  border-spacing: 2px;
  font-size: 1.1rem;
  line-height: 2.2rem;
  font-variant-numeric: tabular-nums;
  th {
    font-weight: 400;
    white-space: nowrap;
    color: ${({ theme }) => theme.colors.neutral600};
  }
  tbody th {
    padding-right: 6px;
    text-align: right;
  }
  thead th:first-child {
    width: 48px;
  }
  td {
    height: 28px;
    padding: 0;
    border-radius: 4px;
    text-align: center;
    print-color-adjust: exact;
  }
  a {
    display: block;
    height: 100%;
    border-radius: 4px;
    line-height: 2.8rem;
    color: inherit;
    text-decoration: none;
  }
  a:hover,
  a:focus-visible {
    outline: 2px solid ${({ theme }) => theme.colors.neutral800};
    outline-offset: 0;
  }
`;

const HOURS = Array.from({ length: 24 }, (_, hour) => hour);
const WEEKDAYS = Array.from({ length: 7 }, (_, weekday) => weekday);

interface HeatMapProps {
  readonly hours: HourCounts;
}

/**
 * Interactions by hour and weekday: a table, whose shades say at a glance what its figures say. On a phone the hours go
 * down.
 */
export function HeatMap({ hours }: HeatMapProps) {
  const t = useTexts();
  const locale = useLocale();
  const isNarrow = useMediaQuery('(max-width: 767px)');
  const { frame, markAt } = useMarks<HTMLTableElement>(
    firstPlace(hours, isNarrow),
    (place) => countAt(hours, isNarrow, place) > 0,
  );
  const max = Math.max(...hours.flat());
  const [columns, rows] = isNarrow ? [WEEKDAYS, HOURS] : [HOURS, WEEKDAYS];
  const hourName = (hour: number): string => (isNarrow ? formatHour(hour) : String(hour));
  const dayName = (weekday: number): string => formatWeekday(weekday, locale, 'short');
  const title = t('reports.measures.hours');
  return (
    <Card aria-label={title}>
      <CardHead>
        <h2>
          {title}
          <Definition measure="hours" />
        </h2>
      </CardHead>
      <Grid ref={frame} aria-label={title}>
        <thead>
          <tr>
            <th aria-label={t('reports.overview.hour')} />
            {columns.map((column) => (
              <th key={column} scope="col">
                {isNarrow ? dayName(column) : hourName(column)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={row}>
              <th scope="row">{isNarrow ? hourName(row) : dayName(row)}</th>
              {columns.map((column) => {
                const [weekday, hour] = isNarrow ? [column, row] : [row, column];
                return (
                  <HeatCell
                    key={column}
                    count={countAt(hours, isNarrow, { column, row })}
                    max={max}
                    weekday={weekday}
                    hour={hour}
                    mark={markAt(column, row)}
                  />
                );
              })}
            </tr>
          ))}
        </tbody>
      </Grid>
    </Card>
  );
}

interface HeatCellProps {
  readonly count: number;
  readonly max: number;
  readonly weekday: number;
  readonly hour: number;
  readonly mark: MarkAttributes;
}

function HeatCell({ count, hour, mark, max, weekday }: HeatCellProps) {
  const t = useTexts();
  const locale = useLocale();
  const { behind } = useReportContext();
  const shade = HEAT[useMode()][heatOf(count, max)];
  const style = { background: shade?.background, color: shade?.ink };
  if (count === 0) return <td style={style}>0</td>;
  const conditions = { weekday: String(weekday), hour: String(hour) };
  return (
    <td style={style}>
      <Link
        to={behind({ conditions })}
        aria-label={t('reports.overview.heat.cell', {
          weekday: formatWeekday(weekday, locale),
          hour: formatHour(hour),
          count,
        })}
        {...mark}
      >
        {formatCount(count, locale)}
      </Link>
    </td>
  );
}
