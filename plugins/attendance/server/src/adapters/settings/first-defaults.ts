import { LOCALES, type Locale } from '../../../../protocol/shared/choices';

/** Locale and time zone with which a new installation begins; both can be changed in the settings afterwards. */
export interface FirstDefaults {
  readonly language: Locale;
  /** IANA name. */
  readonly timeZone: string;
}

interface Surroundings {
  /** BCP 47, of the server's process. */
  readonly locale: string;
  readonly timeZone: string;
}

/**
 * Reads the plugin's configuration (`language`, `timeZone`), else the server's own language where the plugin has it, and its time zone. English and
 * UTC are the last resort.
 */
export function readFirstDefaults(
  config: { readonly language?: unknown; readonly timeZone?: unknown },
  server: Surroundings = Intl.DateTimeFormat().resolvedOptions(),
): FirstDefaults {
  return {
    language: spoken(config.language) ?? spoken(server.locale) ?? 'en',
    timeZone: zone(config.timeZone) ?? zone(server.timeZone) ?? 'UTC',
  };
}

/** Returns the supported locale for a language tag, or null: `pt` and `pt-PT` become Brazilian Portuguese rather than English. */
function spoken(tag: unknown): Locale | null {
  if (typeof tag !== 'string') return null;
  const [language = ''] = tag.toLowerCase().split(/[-_]/);
  return LOCALES.find((locale) => locale.toLowerCase().split('-')[0] === language) ?? null;
}

function zone(name: unknown): string | null {
  return typeof name === 'string' && name !== '' ? name : null;
}
