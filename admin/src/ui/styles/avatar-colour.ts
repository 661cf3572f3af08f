/** Each 4.5:1 or better under white. */
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

/** The same visitor always has the same colour. */
export function avatarColour(visitorId: number): string {
  return COLOURS[visitorId % COLOURS.length] ?? COLOURS[0];
}
