import { Bar } from '@visx/shape';

import type { CHART_COLOURS, Drawn } from './chart-colours';
import type { ChartPoint } from './chart-points';
import { ChartLink } from './ChartLink';
import type { MarkAttributes } from './useMarks';

interface ChartBarsProps {
  readonly point: ChartPoint;
  readonly x: number;
  readonly y: (value: number) => number;
  readonly width: number;
  readonly colours: (typeof CHART_COLOURS)['light'];
  readonly nameOfDrawn: (drawn: Drawn) => string;
  readonly markAt: (row: number) => MarkAttributes;
}

/** The stacked bar of a point; each part of it is a link. */
export function ChartBars({ colours, markAt, nameOfDrawn, point, width, x, y }: ChartBarsProps) {
  let below = 0;
  return (
    <>
      {point.bars.map(({ drawn, text, to, value }, index) => {
        if (value === null || value === 0) return null;
        const [bottom, top] = [y(below), y(below + value)];
        below += value;
        return (
          <ChartLink
            key={drawn}
            to={to}
            label={`${point.title}, ${nameOfDrawn(drawn)}: ${text}`}
            {...markAt(index + 1)}
          >
            {/* A pixel of the card between two parts, which tells them apart without colours. */}
            <Bar
              x={x}
              y={top}
              width={width}
              height={Math.max(1, bottom - top - 1)}
              rx={2}
              fill={colours[drawn]}
            />
          </ChartLink>
        );
      })}
    </>
  );
}
