import { foldText } from '../visitor-keys';

/** Variables of canned responses; their values come from the interaction on screen [C8]. */
export const CANNED_VARIABLES = [
  'visitor.name',
  'visitor.firstName',
  'visitor.email',
  'agent.name',
  'interaction.protocol',
  'site.name',
] as const;
export type CannedVariable = (typeof CANNED_VARIABLES)[number];
export type CannedValues = Readonly<Record<CannedVariable, string>>;

/** Part of a response: literal text, the value of a variable, or a variable without a value. */
export type CannedPart =
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'value'; readonly text: string; readonly variable: CannedVariable }
  | { readonly kind: 'blank'; readonly variable: CannedVariable };

/** Placeholder: `{{visitor.firstName}}`, or with a fallback for an unknown value: `{{visitor.firstName|cliente}}`. */
const PLACEHOLDER = /\{\{([^{}]*)\}\}/g;

interface Placeholder {
  readonly name: string;
  /** Null without a `|`; an empty one leaves the place empty. */
  readonly fallback: string | null;
}

function toPlaceholder(inner: string): Placeholder {
  const bar = inner.indexOf('|');
  if (bar < 0) return { name: inner.trim(), fallback: null };
  return { name: inner.slice(0, bar).trim(), fallback: inner.slice(bar + 1).trim() };
}

function isVariable(name: string): name is CannedVariable {
  return (CANNED_VARIABLES as readonly string[]).includes(name);
}

/** Why a response cannot be used, or null: a name that means nothing, or braces that are not closed. */
export type CannedFault = { readonly kind: 'unknown'; readonly name: string } | { readonly kind: 'unclosed' };

export function faultOfCanned(body: string): CannedFault | null {
  for (const [, inner = ''] of body.matchAll(PLACEHOLDER)) {
    const { name } = toPlaceholder(inner);
    if (!isVariable(name)) return { kind: 'unknown', name };
  }
  return body.replace(PLACEHOLDER, '').includes('{{') ? { kind: 'unclosed' } : null;
}

/** Fills a response with these values. Reads it once, from left to right: a value that itself looks like a variable stays text. */
export function fillCanned(body: string, values: CannedValues): readonly CannedPart[] {
  const parts: CannedPart[] = [];
  let from = 0;
  for (const match of body.matchAll(PLACEHOLDER)) {
    if (match.index > from) parts.push({ kind: 'text', text: body.slice(from, match.index) });
    parts.push(toPart(match[0], toPlaceholder(match[1] ?? ''), values));
    from = match.index + match[0].length;
  }
  if (from < body.length) parts.push({ kind: 'text', text: body.slice(from) });
  return parts;
}

function toPart(written: string, { fallback, name }: Placeholder, values: CannedValues): CannedPart {
  if (!isVariable(name)) return { kind: 'text', text: written };
  const text = values[name].trim() === '' ? fallback : values[name];
  return text === null ? { kind: 'blank', variable: name } : { kind: 'value', text, variable: name };
}

/** Titles that precede a name and are not part of it, folded: written out, or common without their dot. */
const TITLES = new Set(
  (
    'dr dra sr sra srs sras srta srto prof profa doutor doutora senhor senhora senhorita professor professora dona dom ' +
    'don dna doctor doctora senor senora senorita profesor profesora mr mrs ms mx miss mister sir madam'
  ).split(' '),
);

/** Titles only when written with a dot: without one they are also names. */
const DOTTED_TITLES = new Set(
  (
    'd da eng enga ing inga arq adv pe pr pra fr rev revmo des min dep cel cap ten sgt maj gen alm lic licda mtro ' +
    'mtra exmo exma ilmo ilma hon'
  ).split(' '),
);

/** "Dr.João", "Profa.Ana": a title and the name behind it without a space. */
const GLUED_TITLE = /^(\p{L}{1,6}\.)(?=\p{L}{2})/u;

function isTitle(word: string): boolean {
  // "Sr(a).", "Prof.ª" and "Dr./Dra." are the same as what they are made of.
  const parts = foldText(word).replace(/[()]/g, '').split('/');
  return parts.every((part) => {
    const letters = part.replace(/[^\p{L}]/gu, '');
    return TITLES.has(letters) || (part.includes('.') && DOTTED_TITLES.has(letters));
  });
}

/** The first word that is no title, up to white space; empty where there is none, which is as if nothing were known. */
export function firstNameOf(name: string): string {
  const words = name.split(/\s+/).flatMap((word) => {
    const [, title] = GLUED_TITLE.exec(word) ?? [];
    return title !== undefined && isTitle(title) ? [word.slice(title.length)] : [word];
  });
  return words.find((word) => word !== '' && !isTitle(word)) ?? '';
}
