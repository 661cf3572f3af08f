import { PLUGIN_ID } from '../strapi/plugin-id';
import type { Texts } from './pt-BR';

const LOADERS: Readonly<Record<string, () => Promise<Texts>>> = {
  'pt-BR': async () => (await import('./pt-BR')).ptBR,
  en: async () => (await import('./en')).en,
  es: async () => (await import('./es')).es,
};

/** Loads the plugin's texts for each language of the panel, under the plugin's prefix, as Strapi asks of a plugin. */
export function loadTexts(
  locales: readonly string[],
): Promise<{ locale: string; data: Record<string, string> }[]> {
  return Promise.all(
    locales.map(async (locale) => {
      const texts = await LOADERS[locale]?.();
      const entries = Object.entries(texts ?? {}).map(([key, text]) => [`${PLUGIN_ID}.${key}`, text]);
      return { locale, data: Object.fromEntries(entries) as Record<string, string> };
    }),
  );
}
