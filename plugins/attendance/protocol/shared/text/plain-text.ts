// oxlint-disable-next-line no-control-regex -- control characters are what it is about
const CONTROL_CHARACTERS = /[\u0000-\u0008\u000B\u000C\u000E-\u001F\u007F]/g;

const SOMETHING_VISIBLE = /[^\s\p{Cf}\p{Cc}\u115F\u1160\u3164\uFFA0\u2800]/u;

/** Counts Unicode code points: an emoji counts as one, where JavaScript's `length` is two. */
export function countCodePoints(text: string): number {
  let count = 0;
  for (const _ of text) count += 1;
  return count;
}

/** Removes what databases and screens treat differently: NUL, control characters but tab and line breaks, lone surrogates. */
export function toStorableText(text: string): string {
  return text.toWellFormed().replace(CONTROL_CHARACTERS, '').replace(/\r\n?/g, '\n');
}

/** Returns whether a text has a visible character: white space and zero-width characters alone are none. */
export function isVisibleText(text: string): boolean {
  return SOMETHING_VISIBLE.test(text);
}
