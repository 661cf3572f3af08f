import { useCallback, type ReactNode } from 'react';
import { useIntl, type PrimitiveType } from 'react-intl';

import { LOCALES, type Locale } from '../../../plugins/attendance/protocol/shared/choices';
import { PLUGIN_ID } from '../strapi/plugin-id';
import type { TextKey } from './pt-BR';

export type Translate = (key: TextKey, values?: Readonly<Record<string, PrimitiveType>>) => string;

/**
 * Returns the translator of the plugin's texts into the admin panel's language. Where Strapi offers a language that we lack, it takes
 * the English ones by itself: it loads those of `en` in any case.
 */
export function useTexts(): Translate {
  const { formatMessage } = useIntl();
  return useCallback((key, values) => formatMessage({ id: `${PLUGIN_ID}.${key}` }, values), [formatMessage]);
}

/** Returns the translator for texts around elements, such as a ticking clock: that element alone is rendered again. */
export function useSentences(): (key: TextKey, values: Readonly<Record<string, ReactNode>>) => ReactNode {
  const { formatMessage } = useIntl();
  return (key, values) => formatMessage({ id: `${PLUGIN_ID}.${key}` }, values);
}

/** Returns the one of our languages that is nearest to the admin panel's. */
export function useLocale(): Locale {
  const { locale } = useIntl();
  return LOCALES.find((own) => own === locale || own.split('-')[0] === locale.split('-')[0]) ?? 'en';
}
