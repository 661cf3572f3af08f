import type { FieldTarget } from './field-targets';

/** What tells that two visitors may be one person. */
export const SHARED_FIELDS = ['email', 'phone', 'document'] as const;
export type SharedField = (typeof SHARED_FIELDS)[number];

/** Below these lengths a value is shared by too many to say anything. */
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
 * Text as it is compared: without accents, capitals and ligatures, each letter for itself: a sigma at the end is one like all. Marks that stand by
 * themselves go first: normalizing would sort them, in a time that grows with the square of how many stand on one letter [Z107].
 */
export function foldText(text: string): string {
  return text
    .replace(MARKS, '')
    .normalize('NFKD')
    .replace(MARKS, '')
    .toLowerCase()
    .replace(/[ßæœøłđðþıς]/g, (letter) => PLAIN[letter] ?? letter);
}

/** The number without its dress: leading zeros and Brazil's own country code say nothing here. */
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

/** What two values of a field must have in common to be the same: however they are written. */
export function keyOf(field: FieldTarget, value: string): string {
  return KEYS[field](value);
}

/** What another visitor may share with this one; null where the value says too little. */
export function sharedKeyOf(field: SharedField, value: string): string | null {
  const key = keyOf(field, value);
  if (key.length < SHORTEST[field]) return null;
  return field === 'email' && !key.includes('@') ? null : key;
}

/** Whether one of the two must be chosen: both say something, and not the same. */
export function isConflict(field: FieldTarget, one: string, other: string): boolean {
  return one !== '' && other !== '' && one !== other && !isSame(field, one, other);
}

function isSame(field: FieldTarget, one: string, other: string): boolean {
  const key = keyOf(field, one);
  return key !== '' && key === keyOf(field, other);
}
