import { foldText } from './visitor-keys';

/** Of a search; more say nothing. */
const SEARCHED_WORDS_MAX = 6;
/** With fewer letters nearly everything is found. */
const SEARCHED_LETTERS_MIN = 2;

/** Words as they are compared: letters and digits, without accents and capitals. */
export function wordsOf(text: string): string[] {
  return foldText(text).match(/[\p{L}\p{N}]+/gu) ?? [];
}

/** What a search asks for: each of these must begin some word. Empty for a text that says too little. */
export function searchWordsOf(text: string): string[] {
  const words = [...new Set(wordsOf(text))].slice(0, SEARCHED_WORDS_MAX);
  return words.some((word) => word.length >= SEARCHED_LETTERS_MIN) ? words : [];
}

/** A piece of a text, in UTF-16 units: where it begins, and where it is over. */
export type TextRange = readonly [start: number, end: number];

/** Where words of the text begin with one of these, in order; what `searchWordsOf` answers is compared as it is. */
export function findWords(text: string, searched: readonly string[]): TextRange[] {
  const { folded, units } = foldUnits(text);
  return [...folded.matchAll(/[\p{L}\p{N}]+/gu)].flatMap(({ 0: word, index }) => {
    const length = longestBeginning(word, searched);
    const [first, last] = [units[index], units[index + length - 1]];
    if (length === 0 || first === undefined || last === undefined) return [];
    // Accents that stand by themselves belong to the letter before them.
    return [[first.start, Math.max(last.end, units[index + length]?.start ?? text.length)] as const];
  });
}

function longestBeginning(word: string, searched: readonly string[]): number {
  return Math.max(0, ...searched.filter((each) => word.startsWith(each)).map(({ length }) => length));
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
