import { toPlainSigns } from './plain-signs';

/** Pattern of one e-mail address, the same in browser and server: nothing that ends a header, and no dot without text on both sides. */
export const EMAIL =
  /^(?!\.|.*\.[.@])[^\s\p{Cc}@<>()[\]\\,;:"]{1,64}@(?:(?!-)[^\s\p{Cc}@.<>()[\]\\,;:"]{1,63}\.)+[^\s\p{Cc}@.<>()[\]\\,;:"]{2,63}$/u;

/** An address as it is kept: copied out of a link or a letter, it brings its `mailto:` and marks that nobody sees. */
export function cleanEmail(text: string): string {
  return toPlainSigns(text)
    .trim()
    .replace(/^mailto:/i, '');
}
