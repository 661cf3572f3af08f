/** From a full-width sign to the ASCII one. */
const FULL_WIDTH = 0xfee0;

/**
 * The same with the signs that numbers and addresses are written in: digits and marks of full width as ASCII has them, digits of
 * Arabic and Persian too, each kind of dash as a hyphen, and without what nobody sees, such as the marks of direction that come along
 * when a number is copied out of a contact.
 */
export function toPlainSigns(text: string): string {
  return text
    .replace(/\p{Cf}/gu, '')
    .replace(/[\uFF01-\uFF5E]/g, (sign) => String.fromCharCode(sign.charCodeAt(0) - FULL_WIDTH))
    .replace(/[\u0660-\u0669\u06F0-\u06F9]/g, (digit) => String(digit.charCodeAt(0) & 15))
    .replace(/[\p{Pd}\u2212]/gu, '-');
}
