import type { Locale } from '../../plugins/attendance/protocol/shared/choices';

/**
 * Returns the first wish that the site serves, if any; only the beginning of a tag is compared. `es-MX` is Spanish, `pt-PT` gets
 * the Portuguese there is, and `PT-BR` and `pt_BR` are what people write; `ca-ES` wishes for no Spanish, and `est` neither.
 */
export function chooseLocale(
  wishes: readonly (string | undefined)[],
  languages: readonly Locale[],
): Locale | undefined {
  const tags = languages.map((locale) => locale.slice(0, 2)).join('|');
  const tag = RegExp(`(?:^|,) *(${tags})(?![a-z])`, 'i').exec(wishes.join())?.[1];
  return languages.find((locale) => locale.slice(0, 2) === tag?.toLowerCase());
}
