import { Link } from 'react-router-dom';

import { useTexts } from '../../i18n/useTexts';
import type { Drawn } from '../charts/chart-colours';
import type { ChartPoint } from '../charts/chart-points';
import { DataTable } from '../tables/DataTable';

interface PointTableProps {
  readonly label: string;
  readonly points: readonly ChartPoint[];
  readonly nameOfDrawn: (drawn: Drawn) => string;
}

/** The figures of a chart as a table; each opens what its mark opens. */
export function PointTable({ label, nameOfDrawn, points }: PointTableProps) {
  const t = useTexts();
  const drawn = [...(points[0]?.bars ?? []), ...(points[0]?.lines ?? [])].map((value) => value.drawn);
  return (
    <DataTable
      label={label}
      columns={[
        { key: 'day', name: t('reports.overview.day') },
        ...drawn.map((name) => ({ key: name, name: nameOfDrawn(name), isNumber: true })),
      ]}
      rows={points.map(({ bars, key, lines, title, to }) => ({
        key,
        cells: [
          <Link key="day" to={to} style={{ color: 'inherit' }}>
            {title}
          </Link>,
          ...[...bars, ...lines].map((value) =>
            value.value === null || value.value === 0 ? (
              value.text
            ) : (
              <Link key={value.drawn} to={value.to} style={{ color: 'inherit' }}>
                {value.text}
              </Link>
            ),
          ),
        ],
      }))}
    />
  );
}
