import { styled } from 'styled-components';

import type { Drawn } from './chart-colours';
import type { ChartPoint } from './chart-points';
import { Swatch } from './Legend';

/** Beside the point, on the side that has more room; what it says is in the point's own name too. */
const Tip = styled.div<{ $at: number }>`
  position: absolute;
  top: 8px;
  ${({ $at }) => ($at > 0.5 ? `right: calc(${(1 - $at) * 100}% + 14px);` : `left: calc(${$at * 100}% + 14px);`)}
  z-index: 1;
  padding: 8px 12px;
  border: 1px solid ${({ theme }) => theme.colors.neutral200};
  border-radius: 8px;
  background: ${({ theme }) => theme.colors.neutral0};
  box-shadow: ${({ theme }) => theme.shadows.popupShadow};
  font-size: 1.2rem;
  line-height: 1.8rem;
  color: ${({ theme }) => theme.colors.neutral800};
  pointer-events: none;
  white-space: nowrap;
  b {
    font-weight: 600;
  }
  dl {
    display: grid;
    grid-template-columns: auto auto;
    gap: 0 16px;
    margin: 0;
  }
  dt {
    display: flex;
    align-items: center;
    gap: 6px;
    color: ${({ theme }) => theme.colors.neutral600};
  }
  dd {
    margin: 0;
    text-align: right;
    font-variant-numeric: tabular-nums;
  }
`;

interface ChartTipProps {
  readonly point: ChartPoint;
  readonly nameOfDrawn: (drawn: Drawn) => string;
  /** Place of the point, as a share of the chart's width. */
  readonly at: number;
}

/** The figures of the point under the pointer or the focus. */
export function ChartTip({ at, nameOfDrawn, point }: ChartTipProps) {
  return (
    <Tip $at={at} aria-hidden>
      <b>{point.title}</b>
      <dl>
        {[...point.bars, ...point.lines].map(({ drawn, text }) => (
          <div key={drawn} style={{ display: 'contents' }}>
            <dt>
              <Swatch drawn={drawn} />
              {nameOfDrawn(drawn)}
            </dt>
            <dd>{text}</dd>
          </div>
        ))}
      </dl>
    </Tip>
  );
}
