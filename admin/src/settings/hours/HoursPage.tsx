import { useState } from 'react';
import { Flex } from '@strapi/design-system';
import { Layouts, Page } from '@strapi/strapi/admin';

import type { HoursSettings } from '../../../../plugins/attendance/protocol/settings/hours';
import { useTexts } from '../../i18n/useTexts';
import { send } from '../data/send';
import { Panel } from '../Panel';
import { SwitchRow } from '../parts/SwitchRow';
import { ZoneField } from '../parts/ZoneField';
import { SaveButton, SaveStatus } from '../SaveStatus';
import { SettingsFrame } from '../SettingsFrame';
import { UnsavedGuard } from '../UnsavedGuard';
import { useEdited } from '../data/useEdited';
import { faultOfHoliday, hasFault } from './edit-hours';
import { HolidaysPanel } from './HolidaysPanel';
import { NowLine } from './NowLine';
import { WeekPanel } from './WeekPanel';

/** Settings page of the hours of attendance [R13, F3]. */
export function HoursPage() {
  const t = useTexts();
  return (
    <SettingsFrame title={t('settings.hours.page')} path="/attendance/hours">
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
  const edited = useEdited(hours, ({ state: _, ...update }) =>
    send<HoursSettings>('put', '/attendance/hours', update),
  );
  const { change, value } = edited;
  const [hasTried, setTried] = useState(false);
  const isInvalid =
    value.week.some(hasFault) ||
    value.holidays.some((holiday) => faultOfHoliday(holiday, value.holidays) !== null);
  return (
    <Page.Main>
      <UnsavedGuard isDirty={edited.isDirty} />
      <Layouts.Header
        title={t('settings.hours.page')}
        subtitle={<NowLine hours={edited.stored} isDirty={edited.isDirty} />}
        primaryAction={<SaveButton edited={edited} isInvalid={isInvalid} onRefused={() => setTried(true)} />}
      />
      <Layouts.Content>
        <Flex direction="column" alignItems="stretch" gap={6} paddingBottom={10}>
          <SaveStatus outcome={edited.outcome} onReload={onReload} />
          <Panel title={t('settings.hours.page')}>
            <SwitchRow
              label={t('settings.hours.on')}
              hint={t('settings.hours.on.hint')}
              isOn={value.isOn}
              onChange={(isOn) => change({ isOn })}
            />
            <ZoneField
              label={t('settings.hours.zone')}
              hint={t('settings.hours.zone.hint')}
              value={value.timeZone}
              onChange={(timeZone) => change({ timeZone })}
            />
          </Panel>
          <WeekPanel week={value.week} onChange={(week) => change({ week })} />
          <HolidaysPanel
            holidays={value.holidays}
            hasTried={hasTried}
            onChange={(holidays) => change({ holidays })}
          />
        </Flex>
      </Layouts.Content>
    </Page.Main>
  );
}
