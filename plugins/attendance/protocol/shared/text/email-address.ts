import { toPlainSigns } from './plain-signs';

/**
 * What an e-mail address looks like, to browser and server alike, wherever one is asked for: one of them, nothing that ends a header, and no
 * dot that parts nothing from nothing.
 */
export const EMAIL =
  /^(?!\.|.*\.[.@])[^\s\p{Cc}@<>()[\]\\,;:"]{1,64}@(?:(?!-)[^\s\p{Cc}@.<>()[\]\\,;:"]{1,63}\.)+[^\s\p{Cc}@.<>()[\]\\,;:"]{2,63}$/u;

/** An address as it is kept: copied out of a link or a letter, it brings its `mailto:` and marks that nobody sees. */
export function cleanEmail(text: string): string {
  return toPlainSigns(text)
    .trim()
    .replace(/^mailto:/i, '');
}
