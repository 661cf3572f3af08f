export interface TextPiece {
  readonly text: string;
  /** URL of a link; absent in plain text. */
  readonly href?: string;
}

/**
 * Addresses as people write them: http, https, mailto and tel only [C7]; the rest is the text it is. No part of one are spaces,
 * quotation marks, what marks off or parts, and marks that turn the direction of reading: what is clicked is what is read. Square
 * brackets and braces are part of one that opens them, as in `?a[]=1`. No start is read twice: what comes before the @ has no colon,
 * and a host that is longer than any server's name is none (a browser takes time that grows with its square to spell it).
 */
const ADDRESS =
  /(?<![a-z\d])(?:(?:https?:\/\/(?![^/?#\\]{254})|mailto:[^@:\s<>"'`|“”„‟«»‹›（）「」『』【】《》〈〉\p{Bidi_C}[\]{}]+@)(?:[^\s<>"'`|“”„‟«»‹›（）「」『』【】《》〈〉\p{Bidi_C}[\]{}]|\[[^\s<>"'`|“”„‟«»‹›（）「」『』【】《》〈〉\p{Bidi_C}[\]{}]{0,99}\]|\{[^\s<>"'`|“”„‟«»‹›（）「」『』【】《》〈〉\p{Bidi_C}[\]{}]{0,99}\})+|tel:\+?[\d().-]{3,})/giu;

/**
 * Marks that end a sentence, or the bold, slanted or struck text around it, rather than an address. A set: with a text, every
 * character of a run of dots would be compared with all of them [Z107].
 */
const TRAILING = new Set('.,;:!?…*_~‘’。、，！？；：');

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

/** A closing bracket belongs to the address only when it was opened in it. Reads each character once, whatever they are [Z107]. */
function trimAddress(match: string): string {
  let unopened = match.split(')').length - match.split('(').length;
  const isOutside = (mark: string): boolean => TRAILING.has(mark) || (mark === ')' && unopened-- > 0);
  let end = match.length;
  while (isOutside(match.charAt(end - 1))) end -= 1;
  return match.slice(0, end);
}

/** The parser of the browser has the last word about what is an address. */
function isAllowed(address: string): boolean {
  try {
    return !!new URL(address);
  } catch {
    return false;
  }
}
