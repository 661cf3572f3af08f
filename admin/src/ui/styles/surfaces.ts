import { css, type DefaultTheme } from 'styled-components';

import type { Mode } from './indicator-colours';

export function modeOf(theme: DefaultTheme): Mode {
  return theme.colorScheme;
}

/** Shades that Strapi's tokens lack in one of the modes. */
const SHADES = {
  light: {
    selected: '#F0F0FF',
    hovered: '#F6F6F9',
    success: '#15803D',
    canvas: '#F6F6F9',
    warning: '#FEF9E7',
    note: '#FFF6DB',
    noteEdge: '#E8C766',
    noteInk: '#7A4B00',
    whisper: '#F5F0FF',
    whisperEdge: '#A78BDA',
    whisperInk: '#5B21B6',
  },
  dark: {
    selected: '#2B2B52',
    hovered: '#28283D',
    success: '#4ADE80',
    canvas: '#181826',
    warning: '#33301F',
    note: '#37311C',
    noteEdge: '#6E5C23',
    noteInk: '#F4D57A',
    whisper: '#2B2344',
    whisperEdge: '#7C5CC4',
    whisperInk: '#D8C9FF',
  },
} as const;

/** Returns a colour for styled components: `color: ${shade('success')}`. */
export function shade(name: keyof (typeof SHADES)['light']): (props: { theme: DefaultTheme }) => string {
  return ({ theme }) => SHADES[modeOf(theme)][name];
}

/** Background of the agent's own messages: white on it is 6.0:1 in both modes. */
export const OWN_BUBBLE = '#4945FF';

/** Focus ring of whatever takes the keyboard's focus. */
export const focusRing = css`
  &:focus-visible {
    outline: 2px solid ${({ theme }) => theme.colors.primary600};
    outline-offset: 2px;
  }
`;

/** Focus ring drawn inside, where there is no room around: in a list's row. */
export const innerFocusRing = css`
  &:focus-visible {
    outline: 2px solid ${({ theme }) => theme.colors.primary600};
    outline-offset: -2px;
  }
`;

/** Style of a list's selected row, whose item is on screen beside it; the row is positioned. */
export const selectedRow = css`
  &,
  &:hover {
    background: ${shade('selected')};
  }
  &::before {
    content: '';
    position: absolute;
    left: 0;
    top: 8px;
    bottom: 8px;
    width: 3px;
    border-radius: 0 3px 3px 0;
    background: ${({ theme }) => theme.colors.primary600};
  }
`;

export const cutText = css`
  min-width: 0;
  overflow: hidden;
  text-overflow: ellipsis;
  white-space: nowrap;
`;

export const plainButton = css`
  margin: 0;
  padding: 0;
  border: 0;
  background: none;
  color: inherit;
  font: inherit;
  text-align: inherit;
  cursor: pointer;
`;
