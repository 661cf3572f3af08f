/** Whether a number may be saved; no number is within nothing. */
export function isWithin(value: number, min: number, max: number, allowsZero = false): boolean {
  return (value >= min && value <= max) || (allowsZero && value === 0);
}
