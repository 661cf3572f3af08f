import { Checkbox, Flex, Typography } from '@strapi/design-system';

import { LOCALES, type Locale } from '../../../../plugins/attendance/protocol/shared/choices';
import type { SiteSettings } from '../../../../plugins/attendance/protocol/settings/site';
import { useLocale, useTexts } from '../../i18n/useTexts';
import { languageName } from '../../ui/format/language-name';
import { SelectField } from '../fields';
import { Panel } from '../Panel';
import type { Problems } from '../parts/problems';

interface LanguagesFieldProps {
  readonly languages: readonly Locale[];
  readonly defaultLocale: Locale;
  readonly problems: Problems;
  readonly onChange: (part: Partial<SiteSettings>) => void;
}

/** Field of the site's languages, the default always among them. */
export function LanguagesField({ defaultLocale, languages, onChange, problems }: LanguagesFieldProps) {
  const t = useTexts();
  const locale = useLocale();
  const choose = (chosen: Locale, isOn: boolean): void => {
    const next = LOCALES.filter((each) => (each === chosen ? isOn : languages.includes(each)));
    const [first = defaultLocale] = next;
    onChange({ languages: next, defaultLocale: next.includes(defaultLocale) ? defaultLocale : first });
  };
  return (
    <Panel title={t('settings.sites.languages')} hint={t('settings.sites.languages.hint')}>
      <Flex
        tag="fieldset"
        padding={0}
        borderStyle="none"
        gap={5}
        wrap="wrap"
        aria-label={t('settings.sites.languages')}
      >
        {LOCALES.map((each) => (
          <Checkbox
            key={each}
            checked={languages.includes(each)}
            disabled={languages.length === 1 && languages.includes(each)}
            onCheckedChange={(isOn) => choose(each, isOn === true)}
          >
            {languageName(each, locale)}
          </Checkbox>
        ))}
      </Flex>
      {problems.has('languages') && (
        <Typography role="alert" variant="pi" textColor="danger600">
          {t('settings.required')}
        </Typography>
      )}
      <SelectField
        label={t('settings.sites.locale')}
        hint={t('settings.sites.locale.hint')}
        value={defaultLocale}
        options={languages.map((each) => ({ value: each, label: languageName(each, locale) }))}
        onChange={(next) => onChange({ defaultLocale: next })}
      />
    </Panel>
  );
}
