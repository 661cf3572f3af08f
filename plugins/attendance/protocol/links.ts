export interface TextPiece {
  readonly text: string;
  /** Where it leads; absent in plain text. */
  readonly href?: string;
}

/**
 * Addresses as people write them: http, https, mailto and tel only [C7]; the rest is the text it is. A mark that turns the direction
 * of reading ends one: what is clicked is what is read.
 */
const ADDRESS =
  /\b(?:https?:\/\/[^\s<>"'`\p{Bidi_C}]+|mailto:[^\s<>"'`@\p{Bidi_C}]+@[^\s<>"'`\p{Bidi_C}]+|tel:\+?[\d().-]{3,})/giu;

/** Marks that end a sentence rather than an address; a closing bracket belongs to it only when it was opened in it. */
const TRAILING = /[.,;:!?…]+$/;

/** The text in pieces that, joined, are the text again. */
export function splitLinks(text: string): readonly TextPiece[] {
  const pieces: TextPiece[] = [];
  let end = 0;
  for (const match of text.matchAll(ADDRESS)) {
    const address = trimAddress(match[0]);
    if (!isAllowed(address)) continue;
    if (match.index > end) pieces.push({ text: text.slice(end, match.index) });
    pieces.push({ text: address, href: address });
    end = match.index + address.length;
  }
  if (end < text.length) pieces.push({ text: text.slice(end) });
  return pieces;
}

function trimAddress(match: string): string {
  const address = match.replace(TRAILING, '');
  const isOpenedOutside = address.endsWith(')') && address.split(')').length > address.split('(').length;
  return isOpenedOutside ? trimAddress(address.slice(0, -1)) : address;
}

/** The parser of the browser has the last word about what the address is. */
function isAllowed(address: string): boolean {
  try {
    return /^(https?|mailto|tel):$/.test(new URL(address).protocol);
  } catch {
    return false;
  }
}
