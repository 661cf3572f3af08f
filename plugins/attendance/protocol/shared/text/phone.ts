import { toPlainSigns } from './plain-signs';

/** Six digits at least, as people space them, and the extension behind it. */
export const PHONE =
  /^(?=.{6,40}$)(?=(?:\D*\d){6})[+()\d\s./-]+(?:(?:#|x|ext|extension|extensão|ramal|r|anexo|interno|int)[.:]?\s?\d{1,8})?$/i;

/** A number as it is kept: pasted from a contact, a link (`tel:`, RFC 3966) or another script. What people put between digits stays. */
export function cleanPhone(line: string): string {
  return toPlainSigns(line)
    .replace(/^\s*tel:/i, '')
    .replace(/;ext=/i, ' ext. ')
    .replace(/;[a-z-]+=[^;]*/gi, '')
    .trim();
}
