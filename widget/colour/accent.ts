import { luminance, type Hex } from './contrast';

const STEPS = 20;

/** Returns the WCAG 2.2 contrast ratio of two colours, 1 to 21. */
export function contrast(one: Hex, other: Hex): number {
  const a = luminance(one) + 0.05;
  const b = luminance(other) + 0.05;
  return a > b ? a / b : b / a;
}

/** Returns the colour moved towards the other end of the scale, just far enough to be read (4.5:1) as text on this surface. */
export function readableOn(surface: Hex, colour: Hex): Hex {
  const end = luminance(surface) > 0.179 ? 0 : 255;
  let candidate = colour;
  for (let step = 0; contrast(candidate, surface) < 4.5 && step < STEPS; step += 1) {
    candidate = mix(colour, end, (step + 1) / STEPS);
  }
  return candidate;
}

function mix(colour: Hex, end: number, share: number): Hex {
  const channels = [1, 3, 5].map((start) => {
    const channel = parseInt(colour.slice(start, start + 2), 16);
    return Math.round(channel + (end - channel) * share)
      .toString(16)
      .padStart(2, '0');
  });
  return `#${channels.join('')}`;
}
