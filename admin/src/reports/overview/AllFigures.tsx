import type { Overview, Spread } from '../../../../plugins/attendance/protocol/reports/reports';
import { ENDED_BY } from '../../../../plugins/attendance/protocol/reports/report-choices';
import { useLocale, useTexts } from '../../i18n/useTexts';
import { Card, CardHead } from '../charts/ChartCard';
import { changeOf, comparable } from '../format/change';
import { formatCount, formatDays, formatSpread } from '../format/figures';
import { ChangeMark } from '../measures/ChangeMark';
import { Figure } from '../measures/Figure';
import { ALL_MEASURES, type FigureMeasure } from '../measures/figure-measures';
import { MeasureName } from '../measures/MeasureName';
import { DataTable } from '../tables/DataTable';
import { SpreadHint } from '../tables/SpreadHint';

/** All figures of the period beside those of the period before, with the change. */
export function AllFigures({ before, figures, offlineMessages, scope }: Overview) {
  const t = useTexts();
  const locale = useLocale();
  const title = t('reports.overview.all');
  const previous = comparable(before.figures);
  const without = (spread: Spread | undefined): string =>
    spread === undefined || spread.absent === 0 || spread.count === 0
      ? ''
      : ` · ${t('reports.tables.absent', { count: formatCount(spread.absent, locale) })}`;
  const row = ({ better, conditions, measure, show, spread, value }: FigureMeasure) => ({
    key: measure,
    cells: [
      <MeasureName key="name" measure={measure} />,
      <Figure key="now" behind={{ conditions }}>
        {`${show(figures, locale)}${without(spread?.(figures))}`}
      </Figure>,
      <Figure key="before" behind={{ conditions, days: before }}>
        {`${show(before.figures, locale)}${without(spread?.(before.figures))}`}
      </Figure>,
      <ChangeMark key="change" change={changeOf(value(figures), previous && value(previous), better)} />,
    ],
  });
  const ended = ENDED_BY.map((who) => ({
    key: `by-${who}`,
    cells: [
      <MeasureName
        key="name"
        measure="endedBy"
        name={t('reports.filters.condition.endedBy', { who: t(`reports.filters.endedBy.${who}`) })}
      />,
      <Figure key="now" behind={{ conditions: { endedBy: who } }}>
        {formatCount(figures.endedBy[who], locale)}
      </Figure>,
      <Figure key="before" behind={{ conditions: { endedBy: who }, days: before }}>
        {formatCount(before.figures.endedBy[who], locale)}
      </Figure>,
      <ChangeMark
        key="change"
        change={changeOf(figures.endedBy[who], previous && previous.endedBy[who], 'neither')}
      />,
    ],
  }));
  const told = ({ answered, left, taken, timeToAnswer }: Overview['offlineMessages']): string =>
    t('reports.overview.offlineMessages', {
      left,
      taken,
      answered,
      time: `${formatSpread(timeToAnswer)}${without(timeToAnswer)}`,
    });
  const messages = {
    key: 'offlineMessages',
    cells: [
      <MeasureName key="name" measure="offlineMessages" />,
      told(offlineMessages),
      told(before.offlineMessages),
      <ChangeMark
        key="change"
        change={changeOf(offlineMessages.left, before.offlineMessages.left, 'neither')}
      />,
    ],
  };
  return (
    <Card aria-label={title}>
      <CardHead>
        <h2>{title}</h2>
      </CardHead>
      <DataTable
        label={title}
        columns={[
          { key: 'measure', name: t('reports.overview.measure') },
          { key: 'now', name: formatDays(scope, locale), isNumber: true },
          { key: 'before', name: formatDays(before, locale), isNumber: true },
          { key: 'change', name: t('reports.overview.change'), isNumber: true },
        ]}
        rows={[...ALL_MEASURES.map(row), ...ended, messages]}
      />
      <SpreadHint />
    </Card>
  );
}
