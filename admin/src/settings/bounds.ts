/** Returns whether a number may be saved; NaN is within no bounds. */
export function isWithin(value: number, min: number, max: number, allowsZero = false): boolean {
  return (value >= min && value <= max) || (allowsZero && value === 0);
}
