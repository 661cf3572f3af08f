/** Returns the check digit for these digits, weighted downwards from `firstWeight`. */
function checkDigitOf(digits: string, firstWeight: number): number {
  let sum = 0;
  for (let place = 0; place < digits.length; place += 1) sum += Number(digits[place]) * (firstWeight - place);
  const rest = (sum * 10) % 11;
  return rest === 10 ? 0 : rest;
}

/**
 * Returns whether the text is a Brazilian CPF: eleven digits, with or without the usual dots and hyphen, of which the last two are check digits by
 * Receita Federal's rule (modulo 11). One digit repeated eleven times passes the sums, and is no CPF.
 */
export function isCpf(text: string): boolean {
  if (!/^\d{3}\.?\d{3}\.?\d{3}-?\d{2}$/.test(text)) return false;
  const digits = text.replace(/\D/g, '');
  if (/^(\d)\1+$/.test(digits)) return false;
  const first = checkDigitOf(digits.slice(0, 9), 10);
  const second = checkDigitOf(digits.slice(0, 10), 11);
  return digits.endsWith(`${first}${second}`);
}

/** Formats a CPF as people write it: 123.456.789-09. */
export function formatCpf(text: string): string {
  return text.replace(/\D/g, '').replace(/^(\d{3})(\d{3})(\d{3})(\d{2})$/, '$1.$2.$3-$4');
}
