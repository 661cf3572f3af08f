import type { FieldTarget } from './field-targets';

/** Fields by which two visitors may turn out to be one person. */
export const SHARED_FIELDS = ['email', 'phone', 'document'] as const;
export type SharedField = (typeof SHARED_FIELDS)[number];

/** Shortest value per field that identifies; shorter ones are shared by too many. */
const SHORTEST: Readonly<Record<SharedField, number>> = { email: 5, phone: 8, document: 5 };

const MARKS = /\p{M}/gu;

/** Letters that Unicode does not take apart, as people write them without a keyboard for them. */
const PLAIN: Readonly<Record<string, string>> = {
  ß: 'ss',
  æ: 'ae',
  œ: 'oe',
  ø: 'o',
  ł: 'l',
  đ: 'd',
  ð: 'd',
  þ: 'th',
  ı: 'i',
  ς: 'σ',
};

/**
 * Folds a text for comparison: no accents, capitals or ligatures, and one form per letter (a final sigma too). Marks without a letter go first:
 * normalizing would sort them, in a time that grows with the square of how many are on one letter [Z107].
 */
export function foldText(text: string): string {
  return text
    .replace(MARKS, '')
    .normalize('NFKD')
    .replace(MARKS, '')
    .toLowerCase()
    .replace(/[ßæœøłđðþıς]/g, (letter) => PLAIN[letter] ?? letter);
}

/** Returns a phone number's key: its digits, without leading zeros and Brazil's own country code. */
export function phoneKeyOf(phone: string): string {
  const digits = phone.replace(/\D/g, '').replace(/^0+/, '');
  return /^55\d{10,11}$/.test(digits) ? digits.slice(2) : digits;
}

const KEYS: Readonly<Record<FieldTarget, (value: string) => string>> = {
  name: (name) =>
    foldText(name)
      .replace(/[^\p{L}\p{N}]+/gu, ' ')
      .trim(),
  email: (email) => foldText(email).trim(),
  phone: phoneKeyOf,
  document: (document) => foldText(document).replace(/[^\p{L}\p{N}]+/gu, ''),
};

/** Returns the key that equal values of a field have in common, however they are written. */
export function keyOf(field: FieldTarget, value: string): string {
  return KEYS[field](value);
}

/** Returns the key that duplicates of this visitor share; null where the value is too short. */
export function sharedKeyOf(field: SharedField, value: string): string | null {
  const key = keyOf(field, value);
  if (key.length < SHORTEST[field]) return null;
  return field === 'email' && !key.includes('@') ? null : key;
}

/** Returns whether a merge must choose between the two: neither is empty, and they differ. */
export function isConflict(field: FieldTarget, one: string, other: string): boolean {
  return one !== '' && other !== '' && one !== other && !isSame(field, one, other);
}

function isSame(field: FieldTarget, one: string, other: string): boolean {
  const key = keyOf(field, one);
  return key !== '' && key === keyOf(field, other);
}
