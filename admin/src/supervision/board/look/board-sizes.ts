import { css, type DefaultTheme } from 'styled-components';

/**
 * Returns a length of the board in its own unit, of which ten are as high as a line's letters on a desk: a wall makes the unit larger,
 * and everything with it.
 */
export function size(units: number): string {
  return `calc(${units} * var(--board-unit, 1px))`;
}

/** Unit of a board that fills a screen: legible from across a room at 1920 px, and growing with the screen. */
export const WALL_UNIT = 'clamp(1px, 0.083vw, 3px)';

export const panel = css`
  border: 1px solid ${({ theme }: { theme: DefaultTheme }) => theme.colors.neutral150};
  border-radius: 12px;
  background: ${({ theme }: { theme: DefaultTheme }) => theme.colors.neutral0};
`;

export const panelTitle = css`
  font-size: ${size(13)};
  font-weight: 600;
  line-height: ${size(20)};
  color: ${({ theme }: { theme: DefaultTheme }) => theme.colors.neutral700};
`;
