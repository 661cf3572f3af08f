import { findWords } from '../../../../plugins/attendance/protocol/shared/text/search-words';
import type { Note } from '../../../../plugins/attendance/protocol/tools/tools';
import type { PastLine } from '../../model/selectors/place-notes';
import type { Chosen } from '../../desks/search-state';

/**
 * Returns the line that the result was found by; undefined where it was found by something else. A note may not be
 * loaded yet.
 */
export function targetOf(
  { lines, notes }: { readonly lines: readonly PastLine[]; readonly notes: readonly Note[] },
  { interaction: { excerpt }, words }: Chosen,
): PastLine | undefined {
  if (excerpt?.of === 'message' || excerpt?.of === 'file-name')
    return lines.find((line) => 'side' in line && line.sequence === excerpt.sequence);
  if (excerpt?.of !== 'note') return undefined;
  // The excerpt is a piece of the line, cut at words.
  const piece = plain(excerpt.text);
  const isNoted = ({ body }: Note): boolean => plain(body).includes(piece);
  return notes.find(isNoted) ?? notes.find(({ body }) => findWords(body, words).length > 0);
}

function plain(text: string): string {
  return text.replace(/^…|…$/gu, '').replace(/\s+/gu, ' ').trim();
}
