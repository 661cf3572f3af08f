/**
 * The row's number that an address names, for its route's handler and for whoever notes what was done: decimal digits, written in one way.
 * What JavaScript would also take for a number (`0x1`, `1e0`, ` 1`, `+1`, `01`) is none; null for all of it.
 */
export function readRowId(text: string | undefined): number | null {
  if (text === undefined || !/^[1-9]\d{0,15}$/.test(text)) return null;
  const id = Number(text);
  return Number.isSafeInteger(id) ? id : null;
}
