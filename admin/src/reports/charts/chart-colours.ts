import type { Mode } from '../../ui/styles/indicator-colours';

/** What is drawn in a chart; each has a colour of its own, and lines a dash besides. */
export type Drawn = 'chat' | 'voice' | 'video' | 'abandoned' | 'missed' | 'median' | 'p90' | 'share';

/** Colours of at least 3:1 on the card behind them, in both modes; the unit tests measure them. */
export const CHART_COLOURS: Readonly<Record<Mode, Readonly<Record<Drawn, string>>>> = {
  light: {
    chat: '#4945FF',
    voice: '#0D9488',
    video: '#C2740A',
    abandoned: '#D02B20',
    missed: '#4A4A6A',
    median: '#4945FF',
    p90: '#B45309',
    share: '#0D7F75',
  },
  dark: {
    chat: '#7B79FF',
    voice: '#2DD4BF',
    video: '#FBBF24',
    abandoned: '#FF8A80',
    missed: '#C0C0CF',
    median: '#8C8AFF',
    p90: '#FBBF24',
    share: '#2DD4BF',
  },
};

/** Dashes of the lines, the second cue beside the colour. */
export const DASHES: Readonly<Partial<Record<Drawn, string>>> = {
  abandoned: '6 4',
  missed: '2 4',
  p90: '6 4',
};

/** Backgrounds of the heat map, from none to most, each with an ink of 4.5:1 or better on it. */
export const HEAT: Readonly<Record<Mode, readonly { readonly background: string; readonly ink: string }[]>> =
  {
    light: [
      { background: '#F6F6F9', ink: '#666687' },
      { background: '#E0E0FF', ink: '#32324D' },
      { background: '#B9B8FF', ink: '#212134' },
      { background: '#807EFF', ink: '#12121C' },
      { background: '#4945FF', ink: '#FFFFFF' },
    ],
    dark: [
      { background: '#26263A', ink: '#A5A5BA' },
      { background: '#2E2D5C', ink: '#EAEAEF' },
      { background: '#3F3DA0', ink: '#FFFFFF' },
      { background: '#5653D6', ink: '#FFFFFF' },
      { background: '#8C8AFF', ink: '#12121C' },
    ],
  };

/** Returns the step of a count between 0 and the maximum: none has one of its own. */
export function heatOf(count: number, max: number): number {
  return count === 0 ? 0 : Math.min(4, Math.ceil((count / max) * 4));
}
