import type { HandOver } from '../../../../plugins/attendance/protocol/reports/reports';
import { useLocale, useTexts } from '../../i18n/useTexts';
import { Card, CardHead } from '../charts/ChartCard';
import { formatCount } from '../format/figures';
import { Figure } from '../measures/Figure';
import { Definition } from '../measures/MeasureName';
import { DataTable } from './DataTable';

/** Who handed on to whom, most first; each figure opens just those. */
export function HandOvers({ handOvers }: { readonly handOvers: readonly HandOver[] }) {
  const t = useTexts();
  const locale = useLocale();
  if (handOvers.length === 0) return null;
  const title = t('reports.tables.handOvers');
  return (
    <Card aria-label={title}>
      <CardHead>
        <h2>{title}</h2>
      </CardHead>
      <DataTable
        label={title}
        columns={[
          { key: 'from', name: t('reports.tables.handOvers.from') },
          { key: 'to', name: t('reports.tables.handOvers.to') },
          {
            key: 'count',
            name: t('reports.tables.handOvers.count'),
            isNumber: true,
            about: <Definition measure="transferred" />,
          },
        ]}
        rows={handOvers.map(({ count, from, to }) => ({
          key: `${from.id}>${to?.id ?? ''}`,
          cells: [
            from.name,
            to?.name ?? t('reports.tables.handOvers.nobody'),
            <Figure
              key="count"
              behind={{
                filters: { agentId: String(from.id) },
                conditions: { handedTo: to === null ? 'none' : String(to.id) },
              }}
              label={t('reports.frame.figure', {
                name: `${from.name} → ${to?.name ?? t('reports.tables.handOvers.nobody')}`,
                measure: t('reports.measures.transferred'),
                value: formatCount(count, locale),
              })}
            >
              {formatCount(count, locale)}
            </Figure>,
          ],
        }))}
      />
    </Card>
  );
}
