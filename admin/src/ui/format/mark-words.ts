import { findWords } from '../../../../plugins/attendance/protocol/shared/text/search-words';

/** Piece of a text, all of which joined are the text again; matches of the search words are marked. */
interface MarkedPiece {
  readonly text: string;
  readonly isMarked: boolean;
}

export function markWords(text: string, words: readonly string[]): readonly MarkedPiece[] {
  const pieces: MarkedPiece[] = [];
  let end = 0;
  for (const [from, to] of words.length === 0 ? [] : findWords(text, words)) {
    if (from > end) pieces.push({ text: text.slice(end, from), isMarked: false });
    pieces.push({ text: text.slice(from, to), isMarked: true });
    end = to;
  }
  if (end < text.length) pieces.push({ text: text.slice(end), isMarked: false });
  return pieces;
}
