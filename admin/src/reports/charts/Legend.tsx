import { styled } from 'styled-components';

import { useMode } from '../../ui/useMode';
import { CHART_COLOURS, DASHES, type Drawn } from './chart-colours';

const List = styled.ul`
  display: flex;
  flex-wrap: wrap;
  gap: 4px 16px;
  margin: 0;
  padding: 0;
  list-style: none;
  font-size: 1.2rem;
  line-height: 1.8rem;
  color: ${({ theme }) => theme.colors.neutral600};
  li {
    display: flex;
    align-items: center;
    gap: 6px;
  }
`;

const LINES: readonly Drawn[] = ['abandoned', 'missed', 'median', 'p90', 'share'];

/** Sample of how something is drawn: a box of a bar, a stroke of a line. */
export function Swatch({ drawn }: { readonly drawn: Drawn }) {
  const colour = CHART_COLOURS[useMode()][drawn];
  return (
    <svg width="16" height="10" aria-hidden focusable="false" style={{ flex: 'none', width: 16 }}>
      {LINES.includes(drawn) ? (
        <line
          x1="0"
          y1="5"
          x2="16"
          y2="5"
          stroke={colour}
          strokeWidth="2.5"
          strokeDasharray={DASHES[drawn]}
        />
      ) : (
        <rect x="3" width="10" height="10" rx="2" fill={colour} />
      )}
    </svg>
  );
}

interface LegendProps {
  readonly drawn: readonly Drawn[];
  readonly nameOfDrawn: (drawn: Drawn) => string;
}

/** What is drawn how in a chart. */
export function Legend({ drawn, nameOfDrawn }: LegendProps) {
  return (
    <List>
      {drawn.map((name) => (
        <li key={name}>
          <Swatch drawn={name} />
          {nameOfDrawn(name)}
        </li>
      ))}
    </List>
  );
}
