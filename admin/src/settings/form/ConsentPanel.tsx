import { Field, Flex, Textarea, Typography } from '@strapi/design-system';

import { CONSENT_LENGTH, type Consent } from '../../../../plugins/attendance/protocol/settings/form';
import type { Locale } from '../../../../plugins/attendance/protocol/shared/choices';
import type { SiteSettings } from '../../../../plugins/attendance/protocol/settings/site';
import { useTexts } from '../../i18n/useTexts';
import { Panel } from '../Panel';
import type { Problems } from '../parts/problems';
import { Segments } from '../parts/Segments';
import { SwitchRow } from '../parts/SwitchRow';

interface ConsentPanelProps {
  readonly site: SiteSettings;
  readonly storedVersion: number;
  readonly problems: Problems;
  readonly locale: Locale;
  readonly onChange: (consent: Consent) => void;
}

/**
 * Settings of the notice or consent shown to the visitor; each interaction keeps which version of the text it was [W5].
 */
export function ConsentPanel({ locale, onChange, problems, site, storedVersion }: ConsentPanelProps) {
  const t = useTexts();
  const { consent } = site.form;
  return (
    <Panel title={t('settings.form.consent')}>
      <SwitchRow
        label={t('settings.form.consent.on')}
        hint={t('settings.form.consent.hint')}
        isOn={consent.isOn}
        onChange={(isOn) => onChange({ ...consent, isOn })}
      />
      {consent.isOn && (
        <Flex direction="column" alignItems="stretch" gap={4}>
          <Segments
            label={t('settings.form.consent.kind')}
            options={(['line', 'check'] as const).map((value) => ({
              value,
              label: t(`settings.form.consent.kind.${value}`),
            }))}
            value={consent.needsCheck ? 'check' : 'line'}
            onChange={(kind) => onChange({ ...consent, needsCheck: kind === 'check' })}
          />
          <Field.Root
            hint={t('settings.form.consent.text.hint')}
            error={problems.has('form.consent.text') && t('settings.form.problem.no-consent-text')}
          >
            <Field.Label>{t('settings.form.consent.text')}</Field.Label>
            <Textarea
              lang={locale}
              value={consent.text[locale]}
              placeholder={consent.text[site.defaultLocale]}
              maxLength={CONSENT_LENGTH}
              onChange={({ target }) =>
                onChange({ ...consent, text: { ...consent.text, [locale]: target.value } })
              }
            />
            <Field.Error />
            <Field.Hint />
          </Field.Root>
          <Typography variant="pi" textColor="neutral600">
            {storedVersion === 0
              ? t('settings.form.consent.version.none')
              : t('settings.form.consent.version', { version: storedVersion })}
          </Typography>
        </Flex>
      )}
    </Panel>
  );
}
