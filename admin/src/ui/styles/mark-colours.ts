import type { Mode } from './indicator-colours';

/**
 * Highlight of search words in a text: ink 7:1 or better on it, and an edge beneath, which is visible on a note's shade
 * too.
 */
export const MARK: Readonly<
  Record<Mode, { readonly background: string; readonly ink: string; readonly edge: string }>
> = {
  light: { background: '#FFE17A', ink: '#1C1917', edge: '#A16207' },
  dark: { background: '#5E4A00', ink: '#FFF4CC', edge: '#E8C24A' },
};
