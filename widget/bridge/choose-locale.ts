import type { Locale } from '../../plugins/attendance/protocol/scalars';

/**
 * The first wish that the site serves: the snippet's, then the browser's languages in their order, then the site's own, which always
 * is one. The beginning of a tag decides: `es-MX` is Spanish, and `pt-PT` gets the Portuguese there is.
 */
export function chooseLocale(
  wishes: readonly (string | undefined)[],
  languages: readonly Locale[],
  own: Locale,
): Locale {
  const tags = languages.map((locale) => locale.slice(0, 2)).join('|');
  const [tag] = RegExp(`\\b(${tags})`).exec([...wishes, own].join()) ?? [own];
  return languages.find((locale) => locale.startsWith(tag)) ?? own;
}
