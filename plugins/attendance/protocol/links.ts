export interface TextPiece {
  readonly text: string;
  /** Where it leads; absent in plain text. */
  readonly href?: string;
}

/** Addresses as people write them: http, https, mailto and tel only [C7]; the rest is the text it is. */
const ADDRESS = /\b(?:https?:\/\/[^\s<>"'`]+|mailto:[^\s<>"'`@]+@[^\s<>"'`]+|tel:\+?[\d().-]{3,})/gi;

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
  return address.endsWith(')') && !address.includes('(') ? trimAddress(address.slice(0, -1)) : address;
}

/** The parser of the browser has the last word about what the address is. */
function isAllowed(address: string): boolean {
  try {
    return /^(https?|mailto|tel):$/.test(new URL(address).protocol);
  } catch {
    return false;
  }
}
