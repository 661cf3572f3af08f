import { LOCALES } from '../../../../plugins/attendance/protocol/shared/choices';
import type { FormField } from '../../../../plugins/attendance/protocol/settings/form';
import { localized, type Localized } from '../../../../plugins/attendance/protocol/shared/text/localized';
import type { Locale } from '../../../../plugins/attendance/protocol/shared/choices';
import type { Translate } from '../../i18n/useTexts';

const COPY: Localized = { 'pt-BR': 'cópia', en: 'copy', es: 'copia' };

/** Returns the label of a copy, "Nome (cópia)", in each language that has a label. */
export function copyLabel(label: Localized): Localized {
  const entries = LOCALES.map((locale) => {
    const words = label[locale];
    return [locale, words === '' ? '' : `${words} (${COPY[locale]})`.slice(0, 80)] as const;
  });
  return Object.fromEntries(entries) as Localized;
}

/** Returns a field's display name on this screen, also while it has no label. */
export function fieldName(field: FormField, locale: Locale, fallback: Locale, t: Translate): string {
  return localized(field.label, locale, fallback) || t(`settings.form.type.${field.type}`);
}
