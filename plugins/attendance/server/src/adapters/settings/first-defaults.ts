import { LOCALES, type Locale } from '../../../../protocol/shared/choices';

/** In whose words and by whose clock a new installation begins; everything can be changed in the settings afterwards. */
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
 * What the plugin's configuration says (`language`, `timeZone`), else the server's own language where we speak it and its time zone.
 * English and UTC are the last resort.
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

/** The language of ours that stands for it: `pt` and `pt-PT` are written as in Brazil rather than in English. */
function spoken(tag: unknown): Locale | null {
  if (typeof tag !== 'string') return null;
  const [language = ''] = tag.toLowerCase().split(/[-_]/);
  return LOCALES.find((locale) => locale.toLowerCase().split('-')[0] === language) ?? null;
}

function zone(name: unknown): string | null {
  return typeof name === 'string' && name !== '' ? name : null;
}
