/** Backgrounds of avatars, each 4.5:1 or better under white. */
const COLOURS = [
  '#0E7490',
  '#7C3AED',
  '#B45309',
  '#BE185D',
  '#15803D',
  '#4338CA',
  '#B91C1C',
  '#0F766E',
] as const;

/** Returns an avatar's colour, always the same for one visitor. */
export function avatarColour(visitorId: number): string {
  return COLOURS[visitorId % COLOURS.length] ?? COLOURS[0];
}
