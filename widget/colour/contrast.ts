/** A colour as `#rrggbb`. */
export type Hex = string;

/** The weights of red, green and blue in WCAG 2.2's luminance. */
const WEIGHTS = [0.2126, 0.7152, 0.0722];

/** Returns WCAG 2.2's relative luminance, 0 (black) to 1 (white). */
export function luminance(hex: Hex): number {
  return WEIGHTS.reduce((sum, weight, index) => {
    const channel = parseInt(hex.substr(index * 2 + 1, 2), 16) / 255;
    return sum + weight * (channel > 0.04045 ? ((channel + 0.055) / 1.055) ** 2.4 : channel / 12.92);
  }, 0);
}

/** Returns black or white, whichever is read better on this background: 4.58:1 at the least, where the two meet. */
export function inkOn(background: Hex): Hex {
  return luminance(background) > 0.179 ? '#000' : '#fff';
}
