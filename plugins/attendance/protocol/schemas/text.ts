import { countCodePoints, isVisibleText, toStorableText } from '../shared/text/plain-text';
import { z } from 'zod';

/** Marks an issue that leaves as `too_large` rather than `bad_request`; so does zod's own `too_big` on a string. */
export const TOO_LARGE = { attendanceCode: 'too_large' } as const;

/** Refines a text to a maximum of code points. `kind` begins the sentence by which docs/protocol.md states what no JSON schema can. */
function atMost(maxCodePoints: number, kind: string) {
  return z
    .string()
    .refine((text) => text.length <= maxCodePoints || countCodePoints(text) <= maxCodePoints, {
      message: `at most ${maxCodePoints} characters`,
      params: TOO_LARGE,
      abort: true,
    })
    .meta({ description: `${kind}, at most ${maxCodePoints} code points` });
}

/** Schema for text bounded by length alone; the caller makes it storable. */
export function boundedText(maxCodePoints: number) {
  return atMost(maxCodePoints, 'text');
}

/** Schema for visible text of several lines, kept as typed except for characters that databases store differently. */
export function textOf(maxCodePoints: number) {
  return atMost(maxCodePoints, 'text with something visible')
    .transform(toStorableText)
    .refine(isVisibleText, { message: 'nothing visible in it' });
}

/** Schema like `textOf` that allows no text too: text without a visible character becomes empty. */
export function textOrNothing(maxCodePoints: number) {
  return atMost(maxCodePoints, 'text').transform((text) => {
    const storable = toStorableText(text);
    return isVisibleText(storable) ? storable : '';
  });
}

/** Schema for one line, trimmed; may be empty. */
export function singleLineOf(maxCodePoints: number) {
  return atMost(maxCodePoints, 'one line').transform((text) =>
    toStorableText(text).replace(/\s+/g, ' ').trim(),
  );
}

/** An http or https address, as typed by nobody: captured from a page. */
export function webAddress(maxLength: number) {
  return z
    .string()
    .max(maxLength)
    .refine(isWebAddress, { message: 'not an http(s) address' })
    .meta({ description: 'http(s) address' });
}

function isWebAddress(text: string): boolean {
  try {
    const { protocol } = new URL(text);
    return protocol === 'http:' || protocol === 'https:';
  } catch {
    return false;
  }
}
