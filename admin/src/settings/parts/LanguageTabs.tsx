import type { Locale } from '../../../../plugins/attendance/protocol/shared/choices';
import { useLocale, useTexts } from '../../i18n/useTexts';
import { languageName } from '../../ui/format/language-name';
import { Segments } from './Segments';

interface LanguageTabsProps {
  readonly languages: readonly Locale[];
  readonly defaultLocale: Locale;
  readonly value: Locale;
  readonly onChange: (language: Locale) => void;
}

/** Tabs of the language in which texts are written; the site's default is marked. */
export function LanguageTabs({ defaultLocale, languages, onChange, value }: LanguageTabsProps) {
  const t = useTexts();
  const locale = useLocale();
  // The country is of no use among these languages.
  const nameOf = (language: Locale): string => languageName(language.split('-')[0] ?? language, locale);
  return (
    <Segments
      label={t('settings.language')}
      isLabelHidden
      options={languages.map((each) => ({
        value: each,
        label:
          each === defaultLocale && languages.length > 1
            ? t('settings.language.default', { language: nameOf(each) })
            : nameOf(each),
      }))}
      value={value}
      onChange={onChange}
    />
  );
}
