import { Checkbox, Field, Flex, SingleSelect, SingleSelectOption, Typography } from '@strapi/design-system';
import { Layouts, Page } from '@strapi/strapi/admin';

import type { HoursSettings } from '../../../../plugins/attendance/protocol/hours';
import { useLocale, useTexts } from '../../i18n/useTexts';
import { useSave } from '../exchange';
import { Panel } from '../Panel';
import { SaveButton, SaveStatus } from '../SaveStatus';
import { SettingsFrame } from '../SettingsFrame';
import { UnsavedGuard } from '../UnsavedGuard';
import { useEdited } from '../useEdited';
import { hasFault, isHolidayFine } from './edit-hours';
import { HolidaysPanel } from './HolidaysPanel';
import { WeekPanel } from './WeekPanel';

/** Settings: when the company attends [R13, F3]. */
export function HoursPage() {
  const t = useTexts();
  return (
    <SettingsFrame<HoursSettings> title={t('settings.hours')} path="/attendance/hours">
      {(hours, reload) => <HoursForm key={hours.version} hours={hours} onReload={reload} />}
    </SettingsFrame>
  );
}

interface HoursFormProps {
  readonly hours: HoursSettings;
  readonly onReload: () => void;
}

function HoursForm({ hours, onReload }: HoursFormProps) {
  const t = useTexts();
  const save = useSave<HoursSettings>();
  const edited = useEdited(hours, ({ state: _, ...update }) => save('/attendance/hours', update));
  const { change, value } = edited;
  const isInvalid = value.week.some(hasFault) || !value.holidays.every(isHolidayFine);
  return (
    <Page.Main>
      <UnsavedGuard isDirty={edited.isDirty} />
      <Layouts.Header
        title={t('settings.hours')}
        subtitle={<NowLine hours={edited.stored} isDirty={edited.isDirty} />}
        primaryAction={<SaveButton edited={edited} isInvalid={isInvalid} />}
      />
      <Layouts.Content>
        <Flex direction="column" alignItems="stretch" gap={6} paddingBottom={10}>
          <SaveStatus outcome={edited.outcome} onReload={onReload} />
          <Panel title={t('settings.hours')}>
            <Flex direction="column" alignItems="flex-start" gap={2}>
              <Checkbox checked={value.isOn} onCheckedChange={(isOn) => change({ isOn: isOn === true })}>
                {t('hours.on')}
              </Checkbox>
              <Typography variant="pi" textColor="neutral600">
                {t('hours.on.hint')}
              </Typography>
            </Flex>
            <ZoneField value={value.timeZone} onChange={(timeZone) => change({ timeZone })} />
          </Panel>
          <WeekPanel week={value.week} onChange={(week) => change({ week })} />
          <HolidaysPanel holidays={value.holidays} onChange={(holidays) => change({ holidays })} />
        </Flex>
      </Layouts.Content>
    </Page.Main>
  );
}

interface ZoneFieldProps {
  readonly value: string;
  readonly onChange: (zone: string) => void;
}

function ZoneField({ onChange, value }: ZoneFieldProps) {
  const t = useTexts();
  const zones = [...new Set([value, 'UTC', ...Intl.supportedValuesOf('timeZone')])].sort();
  return (
    <Field.Root hint={t('hours.zone.hint')} maxWidth="360px">
      <Field.Label>{t('hours.zone')}</Field.Label>
      <SingleSelect value={value} onChange={(zone) => onChange(String(zone))}>
        {zones.map((zone) => (
          <SingleSelectOption key={zone} value={zone}>
            {zone.replaceAll('_', ' ')}
          </SingleSelectOption>
        ))}
      </SingleSelect>
      <Field.Hint />
    </Field.Root>
  );
}

interface NowLineProps {
  readonly hours: HoursSettings;
  readonly isDirty: boolean;
}

/** Whether it is open now by what is stored, told by the company's own clock. */
function NowLine({ hours, isDirty }: NowLineProps) {
  const t = useTexts();
  const locale = useLocale();
  const { changesAt, isOpen } = hours.state;
  const when =
    changesAt === null
      ? ''
      : new Intl.DateTimeFormat(locale, {
          weekday: 'long',
          day: 'numeric',
          month: 'long',
          hour: '2-digit',
          minute: '2-digit',
          timeZone: hours.timeZone,
        }).format(changesAt);
  const words = !hours.isOn
    ? t('hours.now.always')
    : isOpen
      ? t(changesAt === null ? 'hours.now.openLong' : 'hours.now.open', { when })
      : t(changesAt === null ? 'hours.now.never' : 'hours.now.closed', { when });
  return (
    <Typography variant="epsilon" textColor="neutral600">
      {t('hours.now')}: {words}. {isDirty && t('hours.now.unsaved')}
    </Typography>
  );
}
