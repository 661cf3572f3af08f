import type { ElementType } from 'react';
import { Bell, Check, Clock, Message } from '@strapi/icons';
import { css, keyframes, styled } from 'styled-components';

import type { Indicator } from '../../../plugins/attendance/protocol/rules/indicator';
import { FlagIcon } from './icons/FlagIcon';
import { INDICATOR_COLOURS, type IndicatorColours } from './styles/indicator-colours';
import { useMode } from './useMode';

/** Icons of the indicators, the second cue beside the colour: a shape for each [S6]. */
const ICONS: Readonly<Record<Indicator, ElementType>> = {
  new: Bell,
  pending: Message,
  answered: Check,
  away: Clock,
  'ended-by-visitor': FlagIcon,
};

/** Animation of what a browser moves without painting anew: a list of new interactions may pulse for long. */
const pulse = keyframes`
  from { opacity: 1; transform: scale(0.9); }
  70%, to { opacity: 0; transform: scale(1.3); }
`;

const Tile = styled.span<{ $colours: IndicatorColours; $isPulsing: boolean }>`
  position: relative;
  display: grid;
  place-items: center;
  flex: none;
  /* A denser list sets its own size; what is in the tile follows. */
  width: var(--tile, 40px);
  height: var(--tile, 40px);
  border-radius: calc(var(--tile, 40px) / 4);
  background: ${({ $colours }) => $colours.tile};
  color: ${({ $colours }) => $colours.glyph};
  font-size: 18px;
  svg {
    width: calc(var(--tile, 40px) * 0.45);
    height: calc(var(--tile, 40px) * 0.45);
  }
  svg path {
    fill: currentColor;
  }
  ${({ $isPulsing }) =>
    $isPulsing &&
    css`
      &::after {
        content: '';
        position: absolute;
        inset: 0;
        border-radius: inherit;
        box-shadow: 0 0 0 2px rgba(217, 45, 32, 0.45);
        animation: ${pulse} 1.8s ease-out infinite;
        @media (prefers-reduced-motion: reduce) {
          content: none;
        }
      }
    `}
`;

const Disc = styled.span<{ $colour: string | undefined }>`
  display: grid;
  place-items: center;
  ${({ $colour }) =>
    $colour !== undefined &&
    css`
      width: calc(var(--tile, 40px) * 0.65);
      height: calc(var(--tile, 40px) * 0.65);
      border-radius: 50%;
      background: ${$colour};
      svg {
        width: calc(var(--tile, 40px) * 0.35);
        height: calc(var(--tile, 40px) * 0.35);
      }
    `}
`;

const drain = keyframes`
  to { stroke-dashoffset: 100; }
`;

const Ring = styled.svg`
  && {
    position: absolute;
    inset: 0;
    width: var(--tile, 40px);
    height: var(--tile, 40px);
  }
  rect {
    fill: none;
    stroke-width: 2;
  }
  .track {
    stroke: currentColor;
    opacity: 0.35;
    stroke-dasharray: 3 4;
  }
  .rest {
    stroke: currentColor;
    stroke-dasharray: 100;
    /* The ring moves in hundredths: it is on screen for minutes, and each step is painted. */
    animation: ${drain} steps(100) both;
  }
`;

interface TileProps {
  readonly indicator: Indicator;
  /** Span of the visitor's absence; the ring empties until its end. */
  readonly away?: { readonly since: number; readonly until: number; readonly serverNow: number } | null;
}

/** The leading tile of a row: icon and colour of the indicator, and a ring that empties while the visitor is away. */
export function IndicatorTile({ indicator, away = null }: TileProps) {
  const colours = INDICATOR_COLOURS[useMode()][indicator];
  const Icon = ICONS[indicator];
  return (
    <Tile $colours={colours} $isPulsing={indicator === 'new' && away === null} aria-hidden>
      <Disc $colour={colours.disc}>
        <Icon />
      </Disc>
      {away !== null && <AwayRing {...away} />}
    </Tile>
  );
}

/** Ring of an absence, animated by CSS alone: it starts where the time already is, and needs no tick. */
function AwayRing({ since, until, serverNow }: NonNullable<TileProps['away']>) {
  const timing = { animationDuration: `${until - since}ms`, animationDelay: `${since - serverNow}ms` };
  return (
    <Ring viewBox="0 0 40 40">
      <rect className="track" x="1" y="1" width="38" height="38" rx="9" />
      <rect className="rest" x="1" y="1" width="38" height="38" rx="9" pathLength={100} style={timing} />
    </Ring>
  );
}
