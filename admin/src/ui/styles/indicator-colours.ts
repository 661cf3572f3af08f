import type { Indicator } from '../../../../plugins/attendance/protocol/rules/indicator';

export interface IndicatorColours {
  /** Colour of the row's leading tile. */
  readonly tile: string;
  /** Colour of the glyph, on the tile or on its disc. */
  readonly glyph: string;
  /** Colour of a disc beneath the glyph, where the tile alone would not let it stand out. */
  readonly disc?: string;
  /** Background of the whole row, where it needs something of the agent at once. */
  readonly tint?: string;
}

export type Mode = 'light' | 'dark';

/** [S6] Shades chosen for contrast: 3:1 for a glyph on what is behind it; the unit tests measure them. */
export const INDICATOR_COLOURS: Readonly<Record<Mode, Readonly<Record<Indicator, IndicatorColours>>>> = {
  light: {
    new: { tile: '#D92D20', glyph: '#FFFFFF', tint: '#FEF3F2' },
    pending: { tile: '#F2F4F7', glyph: '#1D4ED8' },
    answered: { tile: '#F2F4F7', glyph: '#15803D' },
    away: { tile: '#F2F4F7', glyph: '#667085' },
    'ended-by-visitor': { tile: '#FACC15', glyph: '#FFFFFF', disc: '#713F12', tint: '#FEFCE8' },
  },
  dark: {
    new: { tile: '#D92D20', glyph: '#FFFFFF', tint: '#3A1F2B' },
    pending: { tile: '#32324D', glyph: '#8AB4FF' },
    answered: { tile: '#32324D', glyph: '#4ADE80' },
    away: { tile: '#32324D', glyph: '#B3B3C8' },
    'ended-by-visitor': { tile: '#FACC15', glyph: '#FFFFFF', disc: '#713F12', tint: '#33301F' },
  },
};
