import { useState } from 'react';
import { Flex, Typography } from '@strapi/design-system';
import { Layouts, Page } from '@strapi/strapi/admin';

import type {
  RetentionClass,
  RetentionCounts,
  RetentionSettings,
} from '../../../../plugins/attendance/protocol/settings/retention';
import { useLocale, useTexts } from '../../i18n/useTexts';
import { BoundedField } from '../BoundedField';

import { FieldGrid, Panel } from '../Panel';
import { SaveButton, SaveStatus } from '../SaveStatus';
import { SettingsFrame } from '../SettingsFrame';
import { UnsavedGuard } from '../UnsavedGuard';
import { useEdited } from '../data/useEdited';
import { send } from '../data/send';
import { ConfirmPurge, useCountTexts } from './ConfirmPurge';
import { AUDIT_DAYS_LEAST, CLASSES, DAYS_MOST, isFine, isShortened } from './terms';

/** Settings page of retention: how long each class is kept [X1]. */
export function PrivacyPage() {
  const t = useTexts();
  return (
    <SettingsFrame title={t('settings.privacy.page')} path="/attendance/retention">
      {(retention, reload) => <PrivacyForm key={retention.version} retention={retention} onReload={reload} />}
    </SettingsFrame>
  );
}

interface PrivacyFormProps {
  readonly retention: RetentionSettings;
  readonly onReload: () => void;
}

function PrivacyForm({ onReload, retention }: PrivacyFormProps) {
  const t = useTexts();
  const edited = useEdited(retention, ({ lastRun: _, ...update }) =>
    send<RetentionSettings>('put', '/attendance/retention', update),
  );
  const [preview, setPreview] = useState<RetentionCounts | null>(null);
  const { stored, value } = edited;
  const { days } = value;

  /** Saves; of a shorter time, first shows what it deletes. */
  const saveOrAsk = async (): Promise<void> => {
    if (!isShortened(stored.days, days)) return edited.save();
    const counted = await send<RetentionCounts>('post', '/attendance/retention/preview', days);
    if (counted.ok) setPreview(counted.data);
    else await edited.save();
  };

  return (
    <Page.Main>
      <UnsavedGuard isDirty={edited.isDirty} />
      <Layouts.Header
        title={t('settings.privacy.page')}
        subtitle={t('settings.privacy.intro')}
        primaryAction={<SaveButton edited={{ ...edited, save: saveOrAsk }} isInvalid={!isFine(days)} />}
      />
      <Layouts.Content>
        <Flex direction="column" alignItems="stretch" gap={6} paddingBottom={10}>
          <SaveStatus outcome={edited.outcome} onReload={onReload} />
          <Panel title={t('settings.privacy.title')}>
            <FieldGrid>
              {CLASSES.map((name) => (
                <BoundedField
                  key={name}
                  label={t(`settings.privacy.${name}`)}
                  hint={hintOf(t, name, days[name])}
                  unit={t('settings.unit.days')}
                  min={name === 'audit' ? AUDIT_DAYS_LEAST : 0}
                  max={DAYS_MOST}
                  allowsZero
                  value={days[name]}
                  onChange={(count) => edited.change({ days: { ...days, [name]: count } })}
                />
              ))}
            </FieldGrid>
          </Panel>
          <LastRun retention={stored} />
        </Flex>
        {preview !== null && (
          <ConfirmPurge
            counts={preview}
            onClose={(isConfirmed) => {
              setPreview(null);
              if (isConfirmed) void edited.save();
            }}
          />
        )}
      </Layouts.Content>
    </Page.Main>
  );
}

function hintOf(t: ReturnType<typeof useTexts>, name: RetentionClass, days: number): string {
  const words = t(`settings.privacy.${name}.hint`, { min: AUDIT_DAYS_LEAST });
  return days === 0 ? `${words} (${t('settings.privacy.forever')})` : words;
}

function LastRun({ retention: { lastRun } }: { readonly retention: RetentionSettings }) {
  const t = useTexts();
  const locale = useLocale();
  const words = useCountTexts(lastRun?.counts ?? null);
  if (lastRun === null)
    return <Typography textColor="neutral600">{t('settings.privacy.last.never')}</Typography>;
  const when = new Intl.DateTimeFormat(locale, { dateStyle: 'long', timeStyle: 'short' }).format(lastRun.at);
  return (
    <Typography textColor="neutral600">
      {t('settings.privacy.last', { when })}{' '}
      {words.length === 0 ? t('settings.privacy.last.none') : `${words.join(', ')}.`}
    </Typography>
  );
}
