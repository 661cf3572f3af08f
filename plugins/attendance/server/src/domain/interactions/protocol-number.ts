/** Fewest digits of the number; shorter ids are filled up with zeros. */
const DIGITS = 6;
const WRITTEN = /^[^\p{L}\d]*(\d{4})\s*(?:[-/.]\s*)?(\d{1,12})$/u;

/** [Z11] The year of the request, by UTC, and the number of the interaction. */
export function protocolNumberOf(id: number, requestedAt: number): string {
  return numberFrom(new Date(requestedAt).getUTCFullYear(), id);
}

/** Reads a protocol number as people write it or read it out, with any number of zeros; null for text that can be none. */
export function readProtocolNumber(
  text: string,
): { readonly id: number; readonly protocolNumber: string } | null {
  const [, year, number] = WRITTEN.exec(text.trim()) ?? [];
  if (year === undefined || number === undefined) return null;
  const id = Number(number);
  return { id, protocolNumber: numberFrom(Number(year), id) };
}

function numberFrom(year: number, id: number): string {
  return `${year}-${String(id).padStart(DIGITS, '0')}`;
}
