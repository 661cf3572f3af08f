import type { Visitor } from '../../../../protocol/interactions/people';
import { wordsOf } from '../../../../protocol/shared/text/search-words';
import {
  foldText,
  phoneKeyOf,
  SHARED_FIELDS,
  sharedKeyOf,
  type SharedField,
} from '../../../../protocol/shared/visitor-keys';

/** Term under which a visitor is found, by any prefix. Two visitors with an equal term of a shared field may be the same person. */
export interface Term {
  readonly kind: SharedField | 'word';
  readonly term: string;
}

/** Raised with each change of how terms are made: those of all visitors are then made anew. */
export const TERMS_VERSION = 3;

const WORDS_MAX = 16;
const TERM_LENGTH = 120;
/** Words of a search that are used, at most; more do not narrow it. */
const SEARCHED_WORDS_MAX = 6;
/** Fewest letters of a searched word; shorter ones match nearly everybody. */
const SEARCHED_LETTERS_MIN = 2;

type Person = Pick<Visitor, 'name' | 'email' | 'phone' | 'document'>;

export function termsOf({ document, email, name, phone }: Person): Term[] {
  const person = { document, email, phone };
  const shared = SHARED_FIELDS.flatMap((kind) => {
    const term = sharedKeyOf(kind, person[kind]);
    return term === null ? [] : [{ kind, term: term.slice(0, TERM_LENGTH) }];
  });
  const [address = ''] = email.split('@');
  const words = [
    ...wordsOf(`${name} ${address}`).slice(0, WORDS_MAX),
    ...numbersOf(phone),
    compact(document),
  ];
  const known = new Set(shared.map(({ term }) => term));
  const others = [...new Set(words)].filter((word) => word !== '' && !known.has(word));
  return [...shared, ...others.map((word) => ({ kind: 'word', term: word.slice(0, TERM_LENGTH) }) as const)];
}

/**
 * Returns for each word of a search its prefixes, of which one must match. Null for a search that is too short. The longest word comes first: it has
 * the fewest matches.
 */
export function beginningsOf(text: string): string[][] | null {
  const words = piecesOf(text).flatMap(toBeginnings);
  const asked = words.filter(([first = '']) => first !== '').slice(0, SEARCHED_WORDS_MAX);
  const sorted = asked.toSorted(([one = ''], [other = '']) => other.length - one.length);
  return (sorted[0]?.[0]?.length ?? 0) < SEARCHED_LETTERS_MIN ? null : sorted;
}

/** Splits a search into pieces: a number, however it is spaced, is one. */
export function piecesOf(text: string): string[] {
  const plain = foldText(text).trim();
  return isNumber(plain) ? [plain] : plain.split(/\s+/).filter((piece) => piece !== '');
}

function isNumber(text: string): boolean {
  return /\d/.test(text) && !/\p{L}/u.test(text);
}

/** Returns the groups of prefixes for one piece; a visitor must have a term for one prefix of each. */
export function toBeginnings(word: string): string[][] {
  if (isNumber(word)) return [numbersOf(word)];
  if (word.includes('@')) return [[word]];
  if (!/\d/.test(word)) return wordsOf(word).map((each) => [each]);
  return [[...new Set([compact(word), word])]];
}

/** A phone number as people search for it: as it was written, without country, and without area. */
function numbersOf(phone: string): string[] {
  const key = phoneKeyOf(phone);
  const local = /^\d{10,11}$/.test(key) ? key.slice(2) : key;
  return [...new Set([phone.replace(/\D/g, ''), key, local])].filter((number) => number !== '');
}

function compact(text: string): string {
  return foldText(text).replace(/[^\p{L}\p{N}]+/gu, '');
}
