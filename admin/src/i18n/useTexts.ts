import { useCallback, type ReactNode } from 'react';
import { useIntl, type PrimitiveType } from 'react-intl';

import { LOCALES, type Locale } from '../../../plugins/attendance/protocol/shared/choices';
import { PLUGIN_ID } from '../strapi/plugin-id';
import { en } from './en';
import type { TextKey } from './pt-BR';

export type Translate = (key: TextKey, values?: Readonly<Record<string, PrimitiveType>>) => string;

/** The plugin's texts in the admin panel's language; English where Strapi speaks one that we do not. */
export function useTexts(): Translate {
  const { formatMessage } = useIntl();
  return useCallback(
    (key, values) => formatMessage({ id: `${PLUGIN_ID}.${key}`, defaultMessage: en[key] }, values),
    [formatMessage],
  );
}

/** The same texts around elements, such as a clock that ticks: it alone is rendered again. */
export function useSentences(): (key: TextKey, values: Readonly<Record<string, ReactNode>>) => ReactNode {
  const { formatMessage } = useIntl();
  return (key, values) => formatMessage({ id: `${PLUGIN_ID}.${key}`, defaultMessage: en[key] }, values);
}

/** One of our languages, the nearest to the admin panel's. */
export function useLocale(): Locale {
  const { locale } = useIntl();
  return LOCALES.find((own) => own === locale || own.split('-')[0] === locale.split('-')[0]) ?? 'en';
}
