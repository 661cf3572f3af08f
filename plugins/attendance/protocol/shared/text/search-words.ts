import { foldText } from '../visitor-keys';

/** Words of a search that are used, at most; more do not narrow it. */
const SEARCHED_WORDS_MAX = 6;
/** Fewest letters of a searched word; shorter ones match nearly everything. */
const SEARCHED_LETTERS_MIN = 2;

/** Words as they are compared: letters and digits, without accents and capitals. */
export function wordsOf(text: string): string[] {
  return foldText(text).match(/[\p{L}\p{N}]+/gu) ?? [];
}

/** Digits in groups, as telephones, documents and orders are written: a mark or two, or a space, between them. */
const GROUPED = /(?<![0-9])[0-9]+(?:[\s().,/-]{1,2}[0-9]+)+/g;
const DIGITS = /^[0-9]+$/;
/** Groups of digits read as one number, at most: the cost of a text of digits stays linear in its length. */
const GROUPS_MAX = 8;

interface Group {
  readonly digits: string;
  /** Index in the folded text. */
  readonly index: number;
}

/** The groups of each number of a folded text that has more than one. */
function groupedNumbers(folded: string): Group[][] {
  return [...folded.matchAll(GROUPED)].map(({ 0: number, index }) =>
    [...number.matchAll(/[0-9]+/g)].map((group) => ({ digits: group[0], index: index + group.index })),
  );
}

function joined(groups: readonly Group[], from: number): string {
  return groups
    .slice(from, from + GROUPS_MAX)
    .map(({ digits }) => digits)
    .join('');
}

/** Returns the words under which a text is indexed: its words, and its numbers without separators, from each of their groups on. */
export function writtenWordsOf(text: string): string[] {
  const numbers = groupedNumbers(foldText(text)).flatMap((groups) =>
    groups.slice(0, -1).map((_, from) => joined(groups, from)),
  );
  return [...wordsOf(text), ...numbers];
}

/** A number that was asked for in groups, as one; null for any other text. */
export function groupedNumberOf(text: string): string | null {
  const [groups, ...others] = groupedNumbers(foldText(text));
  return groups === undefined || others.length > 0 ? null : joined(groups, 0);
}

/** Returns the prefixes that a search marks, of words and of numbers; empty for a text that is too short. */
export function searchWordsOf(text: string): string[] {
  const words = [...new Set(wordsOf(text))].slice(0, SEARCHED_WORDS_MAX);
  if (!words.some((word) => word.length >= SEARCHED_LETTERS_MIN)) return [];
  const number = groupedNumberOf(text);
  return number === null ? words : [...words, number];
}

/** Returns whether a text holds signs alone, and so searches for nothing. */
export function isSignsAlone(text: string): boolean {
  return text.trim() !== '' && wordsOf(text).length === 0;
}

/** A piece of a text, in UTF-16 units: where it begins, and where it is over. */
export type TextRange = readonly [start: number, end: number];

/** Returns the ranges of the text's words that begin with one of these, in order; pass the result of `searchWordsOf` unchanged. */
export function findWords(text: string, searched: readonly string[]): TextRange[] {
  const { folded, units } = foldUnits(text);
  const rangeOf = (from: number, to: number): TextRange[] => {
    const [first, last] = [units[from], units[to - 1]];
    if (first === undefined || last === undefined) return [];
    // Accents that stand by themselves belong to the letter before them.
    return [[first.start, Math.max(last.end, units[to]?.start ?? text.length)]];
  };
  // Numbers are looked for where one was asked for: a text may be long.
  const digits = searched.filter((word) => DIGITS.test(word));
  const numbers =
    digits.length === 0 ? [] : groupedNumbers(folded).flatMap((groups) => findNumbers(groups, digits));
  const isInNumber = (index: number): boolean => numbers.some(([from, to]) => index >= from && index < to);
  const words = [...folded.matchAll(/[\p{L}\p{N}]+/gu)].flatMap(({ 0: word, index }) => {
    const length = longestBeginning(word, searched);
    return length === 0 || isInNumber(index) ? [] : [[index, index + length] as const];
  });
  return [...numbers, ...words]
    .sort(([one], [other]) => one - other)
    .flatMap(([from, to]) => rangeOf(from, to));
}

/** Returns the ranges where groups of one number begin with what was searched, and reach beyond the first group; in order, without overlap. */
function findNumbers(groups: readonly Group[], searched: readonly string[]): TextRange[] {
  const found: TextRange[] = [];
  let next = 0;
  groups.forEach((group, from) => {
    if (from < next) return;
    const length = longestBeginning(joined(groups, from), searched);
    if (length <= group.digits.length) return;
    let left = length;
    for (next = from; left > 0; next += 1) {
      const { digits, index } = groups[next] ?? group;
      if (left <= digits.length) found.push([group.index, index + left]);
      left -= digits.length;
    }
  });
  return found;
}

function longestBeginning(word: string, searched: readonly string[]): number {
  return Math.max(
    0,
    ...searched
      .filter((each) => each.length <= word.length && word.startsWith(each))
      .map(({ length }) => length),
  );
}

interface Unit {
  readonly start: number;
  readonly end: number;
}

/** The text as it is compared, and for each unit of that where it comes from. */
function foldUnits(text: string): { readonly folded: string; readonly units: readonly Unit[] } {
  const units: Unit[] = [];
  let folded = '';
  let start = 0;
  for (const character of text) {
    const end = start + character.length;
    const plain = foldText(character);
    folded += plain;
    for (let unit = 0; unit < plain.length; unit += 1) units.push({ start, end });
    start = end;
  }
  return { folded, units };
}
