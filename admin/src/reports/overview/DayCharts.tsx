import { useMemo, type ReactNode } from 'react';
import { styled } from 'styled-components';

import type { Overview } from '../../../../plugins/attendance/protocol/reports/reports';
import { useLocale, useTexts } from '../../i18n/useTexts';
import { Chart } from '../charts/Chart';
import type { Drawn } from '../charts/chart-colours';
import { ChartCard } from '../charts/ChartCard';
import type { ChartPoint } from '../charts/chart-points';
import { Legend } from '../charts/Legend';
import { formatCount, formatShare } from '../format/figures';
import { countTicks, formatTimeTick, SHARE_TICKS, timeTicks } from '../format/ticks';
import { useReportContext } from '../frame/ReportContext';
import type { Measure } from '../measures/measures';
import { levelPoints, maxOf, spansOf, timePoints, unitOf, volumePoints } from './day-points';
import { PointTable } from './PointTable';

/** Cards side by side where there is room. */
export const Pair = styled.div`
  display: grid;
  grid-template-columns: repeat(2, minmax(0, 1fr));
  gap: 20px;
  @media (max-width: 1099px) {
    grid-template-columns: minmax(0, 1fr);
  }
`;

/** Charts by day: volume, waiting time, first response, and the service level with what stands beside it. */
export function DayCharts({ beside, days }: Pick<Overview, 'days'> & { readonly beside: ReactNode }) {
  const t = useTexts();
  const locale = useLocale();
  const { behind } = useReportContext();
  const charts = useMemo(() => {
    const context = { behind, locale };
    const spans = spansOf(days);
    return {
      volume: volumePoints(spans, context),
      waiting: timePoints(days, 'waiting', context),
      firstResponse: timePoints(days, 'firstResponse', context),
      level: levelPoints(spans, context),
    };
  }, [behind, days, locale]);
  return (
    <>
      <DayChart
        title={t(`reports.overview.volume.${unitOf(days)}`)}
        measure="volume"
        points={charts.volume}
        ticks={countTicks(maxOf(charts.volume))}
        formatTick={(tick) => formatCount(tick, locale)}
        height={280}
      />
      <Pair>
        {(['waiting', 'firstResponse'] as const).map((name) => (
          <DayChart
            key={name}
            title={t(`reports.measures.${name}`)}
            measure={name}
            points={charts[name]}
            ticks={timeTicks(maxOf(charts[name]))}
            formatTick={formatTimeTick}
          />
        ))}
      </Pair>
      <Pair>
        <DayChart
          title={t('reports.measures.level')}
          measure="level"
          points={charts.level}
          ticks={SHARE_TICKS}
          formatTick={(tick) => formatShare(tick, locale)}
        />
        {beside}
      </Pair>
    </>
  );
}

interface DayChartProps {
  readonly title: string;
  readonly measure: Measure;
  readonly points: readonly ChartPoint[];
  readonly ticks: readonly number[];
  readonly formatTick: (tick: number) => string;
  readonly height?: number;
}

function DayChart({ measure, points, title, ...chart }: DayChartProps): ReactNode {
  const t = useTexts();
  const nameOfDrawn = (drawn: Drawn): string => t(`reports.charts.drawn.${drawn}`);
  const drawn = [...(points[0]?.bars ?? []), ...(points[0]?.lines ?? [])].map((value) => value.drawn);
  return (
    <ChartCard
      title={title}
      measure={measure}
      legend={<Legend drawn={drawn} nameOfDrawn={nameOfDrawn} />}
      table={<PointTable label={title} points={points} nameOfDrawn={nameOfDrawn} />}
    >
      <Chart label={title} points={points} nameOfDrawn={nameOfDrawn} {...chart} />
    </ChartCard>
  );
}
