import type { Excerpt } from '../../../../protocol/search/search';
import {
  findWords,
  groupedNumberOf,
  searchWordsOf,
  wordsOf,
  writtenWordsOf,
} from '../../../../protocol/shared/text/search-words';
import { LIMITS } from '../../../../protocol/shared/limits';
import { readProtocolNumber } from '../interactions/protocol-number';
import { piecesOf, toBeginnings } from '../visitors/visitor-terms';

/** Piece of a search, which may match in any of these ways. */
export interface SearchedPiece {
  /** The visitor's terms: one of each. */
  readonly beginnings: readonly (readonly string[])[];
  /** Prefixes of words in the texts, all of which must be found. */
  readonly words: readonly string[];
  /** Prefix of a number in the texts: a number searched in groups, as one. */
  readonly number: string | null;
  /** The tags that it names. */
  readonly tagIds: readonly number[];
  /** The interaction whose protocol number it is, if it is one [Z11]. */
  readonly numbered: ReturnType<typeof readProtocolNumber>;
}

const SEARCHED_PIECES_MAX = 6;

/** Returns the pieces that must all match; none for a text that is too short. */
export function searchedPieces(
  text: string,
  tags: readonly { readonly id: number; readonly name: string }[],
): SearchedPiece[] {
  if (searchWordsOf(text).length === 0) return [];
  const named = tags.map(({ id, name }) => ({ id, words: wordsOf(name) }));
  return piecesOf(text)
    .slice(0, SEARCHED_PIECES_MAX)
    .map((piece) => toPiece(piece, named))
    .filter(({ words }) => words.length > 0);
}

function toPiece(
  piece: string,
  tags: readonly { readonly id: number; readonly words: readonly string[] }[],
): SearchedPiece {
  const words = [...new Set(wordsOf(piece))];
  const isNamed = (name: readonly string[]): boolean =>
    words.every((word) => name.some((each) => each.startsWith(word)));
  return {
    words,
    number: groupedNumberOf(piece),
    beginnings: toBeginnings(piece).filter((group) => group.length > 0),
    tagIds: tags.filter((tag) => isNamed(tag.words)).map(({ id }) => id),
    numbered: readProtocolNumber(piece),
  };
}

/** Text that was written in an interaction, whole, with its source. */
export type SearchableText = Excerpt;

/** Returns the excerpt around the place with most of the words, the first of several; null where none is found. */
export function excerptOf(written: Iterable<SearchableText>, words: readonly string[]): Excerpt | null {
  let best: { readonly piece: SearchableText; readonly start: number; readonly found: number } | null = null;
  for (const piece of written) {
    const ranges = findWords(piece.text, words);
    const [first] = ranges;
    if (first === undefined) continue;
    const found = countFound(piece.text, ranges, words);
    if (best === null || found > best.found) best = { piece, start: first[0], found };
    if (found === words.length) break;
  }
  return best === null ? null : { ...best.piece, text: cutAround(best.piece.text, best.start) };
}

function countFound(
  text: string,
  ranges: readonly (readonly [number, number])[],
  words: readonly string[],
): number {
  const found = ranges.flatMap(([start, end]) => writtenWordsOf(text.slice(start, end)));
  return words.filter((word) => found.some((each) => each.startsWith(word))).length;
}

/** Share of the excerpt before the word. */
const BEFORE = 0.3;

/** Cuts a line around a place in the text, between words where there are some. */
function cutAround(text: string, place: number): string {
  const [before, after] = [[...text.slice(0, place)], [...text.slice(place)]];
  const room = LIMITS.excerptCodePoints;
  const ahead = Math.max(Math.floor(room * BEFORE), room - after.length);
  const behind = room - Math.min(before.length, ahead);
  const start =
    before.length <= ahead
      ? before.join('')
      : `…${before
          .slice(-ahead)
          .join('')
          .replace(/^\S*\s+/, '')}`;
  const end = after.length <= behind ? after.join('') : `${untilLastSpace(after.slice(0, behind).join(''))}…`;
  return `${start}${end}`.replace(/\s+/g, ' ').trim();
}

/** Removes the last word, which was cut; a text of one word alone stays. */
function untilLastSpace(text: string): string {
  let end = text.length;
  while (end > 0 && /\S/.test(text.charAt(end - 1))) end -= 1;
  return end === 0 ? text : text.slice(0, end).trimEnd();
}
