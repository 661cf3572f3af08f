import type { Drawn } from './chart-colours';
import type { MarkPlace } from './move-mark';

/** A figure of a point, as it is drawn and told. */
export interface PointValue {
  readonly drawn: Drawn;
  /** Number on the chart's axis; null where the measure does not exist. */
  readonly value: number | null;
  readonly text: string;
  /** Place of the interactions behind it. */
  readonly to: string;
}

/** A day of a chart, or several together. */
export interface ChartPoint {
  readonly key: string;
  /** Text at the axis. */
  readonly label: string;
  /** The same in full, for the tooltip and names. */
  readonly title: string;
  readonly to: string;
  /** What is stacked to a bar, from below. */
  readonly bars: readonly PointValue[];
  /** What is drawn as lines over all points. */
  readonly lines: readonly PointValue[];
}

/** Whether a chart has a mark there: row 0 is the point itself, those after it the parts of its bar that are not nothing. */
export function isMarkOf(points: readonly ChartPoint[], { column, row }: MarkPlace): boolean {
  const point = points[column];
  return point !== undefined && (row === 0 || (point.bars[row - 1]?.value ?? 0) > 0);
}

/** Returns a point in words: "12 de nov.: Chat 40, Voz 3". */
export function nameOf({ bars, lines, title }: ChartPoint, nameOfDrawn: (drawn: Drawn) => string): string {
  const values = [...bars, ...lines].map(({ drawn, text }) => `${nameOfDrawn(drawn)} ${text}`);
  return `${title}: ${values.join(', ')}`;
}

/** Returns every how many points one has its label at the axis, so that none touches another. */
export function labelEvery(count: number, width: number, labelWidth = 64): number {
  return Math.max(1, Math.ceil((count * labelWidth) / Math.max(width, 1)));
}
