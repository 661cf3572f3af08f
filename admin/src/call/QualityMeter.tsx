import { styled } from 'styled-components';

import type { QualityLevel } from './quality-view';

const BARS: Readonly<Record<QualityLevel, number>> = { unknown: 0, poor: 1, fair: 2, good: 3 };
const HEIGHTS = [5, 9, 13] as const;

/** The meter: the side's name, its quality in words, and the same in bars: never by colour alone [M6]. */
const Whole = styled.span`
  display: inline-flex;
  align-items: center;
  gap: 6px;
  white-space: nowrap;
  &[data-level='poor'] {
    font-weight: 600;
    color: #ffd9a0;
  }
  svg {
    flex: none;
  }
`;

export function QualityMeter({ level, text }: { readonly level: QualityLevel; readonly text: string }) {
  return (
    <Whole data-level={level}>
      <svg viewBox="0 0 17 13" width="17" height="13" aria-hidden>
        {HEIGHTS.map((height, index) => (
          <rect
            key={height}
            x={index * 6}
            y={13 - height}
            width="5"
            height={height}
            rx="1.500"
            fill="currentColor"
            opacity={index < BARS[level] ? 1 : 0.3}
          />
        ))}
      </svg>
      {text}
    </Whole>
  );
}
