import { useState } from 'react';
import { AxisBottom, AxisLeft } from '@visx/axis';
import { GridRows } from '@visx/grid';
import { Group } from '@visx/group';
import { useParentSize } from '@visx/responsive';
import { scaleBand, scaleLinear } from '@visx/scale';
import { VisuallyHidden } from '@strapi/design-system';
import { styled, useTheme } from 'styled-components';

import { useTexts } from '../../i18n/useTexts';
import { useMode } from '../../ui/useMode';
import { CHART_COLOURS, type Drawn } from './chart-colours';
import { isMarkOf, labelEvery, nameOf, type ChartPoint } from './chart-points';
import { ChartBars } from './ChartBars';
import { ChartLines } from './ChartLines';
import { ChartLink } from './ChartLink';
import { ChartTip } from './ChartTip';
import { useMarks } from './useMarks';

const FIRST = { column: 0, row: 0 } as const;
const MARGIN = { top: 12, right: 12, bottom: 28, left: 52 } as const;

const Frame = styled.div`
  position: relative;
  svg {
    display: block;
    width: 100%;
    height: auto;
    overflow: visible;
  }
  a {
    cursor: pointer;
    outline: 0;
  }
  a:focus-visible > rect,
  a:focus-visible > circle {
    stroke: ${({ theme }) => theme.colors.neutral800};
    stroke-width: 2px;
  }
  .column {
    fill: transparent;
  }
  a:hover > .column,
  a:focus-visible > .column {
    fill: ${({ theme }) => theme.colors.neutral800};
    fill-opacity: 0.06;
  }
`;

interface ChartProps {
  readonly label: string;
  readonly points: readonly ChartPoint[];
  /** Marks of the axis of figures, from 0 on; the last is the top of the chart. */
  readonly ticks: readonly number[];
  readonly formatTick: (tick: number) => string;
  readonly nameOfDrawn: (drawn: Drawn) => string;
  readonly height?: number;
}

/**
 * Bars by day, lines over days, or both. Each day is a link to its interactions, and so is each part of its bar; arrow
 * keys move between them.
 */
export function Chart({ formatTick, height = 240, label, nameOfDrawn, points, ticks }: ChartProps) {
  const t = useTexts();
  const { colors } = useTheme();
  const colours = CHART_COLOURS[useMode()];
  const { parentRef, width } = useParentSize({
    debounceTime: 50,
    ignoreDimensions: ['height', 'top', 'left'],
  });
  const { frame, hasFocus, markAt, place } = useMarks<SVGSVGElement>(FIRST, (mark) => isMarkOf(points, mark));
  const [hovered, setHovered] = useState<number | null>(null);
  const innerWidth = Math.max(0, width - MARGIN.left - MARGIN.right);
  const innerHeight = height - MARGIN.top - MARGIN.bottom;
  const x = scaleBand({ domain: points.map(({ key }) => key), range: [0, innerWidth], padding: 0.24 });
  const y = scaleLinear({ domain: [0, ticks.at(-1) ?? 1], range: [innerHeight, 0] });
  const every = labelEvery(points.length, innerWidth);
  const labels = new Map(points.map((point) => [point.key, point.label]));
  const shown = hovered ?? (hasFocus ? place.column : null);
  const told = shown === null ? undefined : points[shown];
  const tickLabel = { fill: colors.neutral600, fontSize: 12, fontFamily: 'inherit' };
  return (
    <Frame ref={parentRef} onMouseLeave={() => setHovered(null)}>
      {width > 0 && (
        <svg ref={frame} viewBox={`0 0 ${width} ${height}`} role="group" aria-label={label}>
          <desc>{t('reports.charts.keys')}</desc>
          <Group left={MARGIN.left} top={MARGIN.top}>
            <g aria-hidden>
              <GridRows scale={y} tickValues={[...ticks]} width={innerWidth} stroke={colors.neutral150} />
              <AxisLeft
                scale={y}
                tickValues={[...ticks]}
                tickFormat={(tick) => formatTick(Number(tick))}
                hideAxisLine
                hideTicks
                tickLabelProps={{ ...tickLabel, dx: -4, textAnchor: 'end', verticalAnchor: 'middle' }}
              />
              <AxisBottom
                top={innerHeight}
                scale={x}
                tickValues={points.filter((_, index) => index % every === 0).map(({ key }) => key)}
                tickFormat={(key) => labels.get(key) ?? key}
                stroke={colors.neutral200}
                hideTicks
                tickLabelProps={{ ...tickLabel, textAnchor: 'middle' }}
              />
            </g>
            {points.map((point, column) => (
              <g key={point.key} onMouseEnter={() => setHovered(column)}>
                <ChartLink to={point.to} label={nameOf(point, nameOfDrawn)} {...markAt(column, 0)}>
                  <rect
                    className="column"
                    x={(x(point.key) ?? 0) - x.step() * x.padding() * 0.5}
                    y={0}
                    width={x.step()}
                    height={innerHeight}
                    rx={2}
                  />
                </ChartLink>
                <ChartBars
                  point={point}
                  x={x(point.key) ?? 0}
                  y={y}
                  width={x.bandwidth()}
                  colours={colours}
                  nameOfDrawn={nameOfDrawn}
                  markAt={(row) => markAt(column, row)}
                />
              </g>
            ))}
            <ChartLines
              points={points}
              x={(key) => (x(key) ?? 0) + x.bandwidth() / 2}
              y={y}
              colours={colours}
            />
          </Group>
        </svg>
      )}
      {told !== undefined && shown !== null && (
        <ChartTip
          point={told}
          nameOfDrawn={nameOfDrawn}
          at={(MARGIN.left + (x(told.key) ?? 0) + x.bandwidth() / 2) / width}
        />
      )}
      <VisuallyHidden>{t('reports.charts.keys')}</VisuallyHidden>
    </Frame>
  );
}
