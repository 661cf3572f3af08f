import { LinePath } from '@visx/shape';
import { styled, useTheme } from 'styled-components';

import { DASHES, type CHART_COLOURS, type Drawn } from './chart-colours';
import type { ChartPoint } from './chart-points';

/** Most points that have a dot each; more would be a band. */
const DOTS_MAX = 62;

/** The links are beneath: a line takes no click from them. */
const Untouched = styled.g`
  pointer-events: none;
`;

interface ChartLinesProps {
  readonly points: readonly ChartPoint[];
  readonly x: (key: string) => number;
  readonly y: (value: number) => number;
  readonly colours: (typeof CHART_COLOURS)['light'];
}

/** Lines over all points, with a gap where a measure does not exist. */
export function ChartLines({ colours, points, x, y }: ChartLinesProps) {
  const card = useTheme().colors.neutral0;
  const drawn = points[0]?.lines.map((line) => line.drawn) ?? [];
  return (
    <Untouched aria-hidden>
      {drawn.map((name, index) => (
        <g key={name}>
          {/* The card's colour around a line tells it from the bars that it crosses. */}
          {[
            { stroke: card, strokeWidth: 5 },
            { stroke: colours[name], strokeWidth: 2, strokeDasharray: DASHES[name] },
          ].map((stroke) => (
            <LinePath
              key={stroke.strokeWidth}
              data={[...points]}
              defined={({ lines }) => lines[index]?.value != null}
              x={({ key }) => x(key)}
              y={({ lines }) => y(lines[index]?.value ?? 0)}
              strokeLinejoin="round"
              {...stroke}
            />
          ))}
          {points.length <= DOTS_MAX &&
            points.map(({ key, lines }) => {
              const value = lines[index]?.value;
              return value == null ? null : (
                <Dot key={key} name={name} x={x(key)} y={y(value)} fill={colours[name]} />
              );
            })}
        </g>
      ))}
    </Untouched>
  );
}

/** Dot of a line: its shape, beside the colour, tells which. */
function Dot({
  fill,
  name,
  x,
  y,
}: {
  readonly name: Drawn;
  readonly x: number;
  readonly y: number;
  readonly fill: string;
}) {
  if (name in DASHES) return <rect x={x - 2.5} y={y - 2.5} width={5} height={5} fill={fill} />;
  return <circle cx={x} cy={y} r={3} fill={fill} />;
}
