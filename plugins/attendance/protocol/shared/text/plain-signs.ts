/** Difference between the code of a full-width sign and of the ASCII one. */
const FULL_WIDTH = 0xfee0;

/**
 * Normalises the signs of numbers and addresses: full-width digits and marks, and Arabic and Persian digits, to ASCII, each kind of dash to a hyphen;
 * removes invisible characters, such as the direction marks that are copied with a number out of a contact.
 */
export function toPlainSigns(text: string): string {
  return text
    .replace(/\p{Cf}/gu, '')
    .replace(/[\uFF01-\uFF5E]/g, (sign) => String.fromCharCode(sign.charCodeAt(0) - FULL_WIDTH))
    .replace(/[\u0660-\u0669\u06F0-\u06F9]/g, (digit) => String(digit.charCodeAt(0) & 15))
    .replace(/[\p{Pd}\u2212]/gu, '-');
}
