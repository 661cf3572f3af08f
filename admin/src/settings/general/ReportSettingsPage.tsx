import { Flex } from '@strapi/design-system';
import { Layouts, Page } from '@strapi/strapi/admin';

import type { ReportSettings } from '../../../../plugins/attendance/protocol/reports/reports';
import { useTexts } from '../../i18n/useTexts';
import { BoundedField } from '../BoundedField';
import { isWithin } from '../bounds';
import { send } from '../data/send';
import { useEdited } from '../data/useEdited';
import { FieldGrid, Panel } from '../Panel';
import { SwitchRow } from '../parts/SwitchRow';
import { ZoneField } from '../parts/ZoneField';
import { SaveButton, SaveStatus } from '../SaveStatus';
import { SettingsFrame } from '../SettingsFrame';
import { UnsavedGuard } from '../UnsavedGuard';

const PATH = '/attendance/report-settings';
/** Bounds of a service level, in seconds. */
const LEVEL = { min: 1, max: 3_600 } as const;
const SECOND_MS = 1_000;

const LEVELS = ['chatLevelMs', 'callLevelMs'] as const;

/** Settings page of what the reports are made by: their time zone and the service levels [D4]. */
export function ReportSettingsPage() {
  const t = useTexts();
  return (
    <SettingsFrame title={t('settings.general.reports.page')} path={PATH}>
      {(settings, reload) => (
        <ReportSettingsForm key={settings.version} settings={settings} onReload={reload} />
      )}
    </SettingsFrame>
  );
}

interface ReportSettingsFormProps {
  readonly settings: ReportSettings;
  readonly onReload: () => void;
}

function ReportSettingsForm({ onReload, settings }: ReportSettingsFormProps) {
  const t = useTexts();
  const edited = useEdited(settings, (value) => send<ReportSettings>('put', PATH, value));
  const { change, value } = edited;
  const isFine = LEVELS.every((name) => isWithin(value[name] / SECOND_MS, LEVEL.min, LEVEL.max));
  return (
    <Page.Main>
      <UnsavedGuard isDirty={edited.isDirty} />
      <Layouts.Header
        title={t('settings.general.reports.page')}
        subtitle={t('settings.general.reports.intro')}
        primaryAction={<SaveButton edited={edited} isInvalid={!isFine} />}
      />
      <Layouts.Content>
        <Flex direction="column" alignItems="stretch" gap={6} paddingBottom={10}>
          <SaveStatus outcome={edited.outcome} onReload={onReload} />
          <Panel title={t('settings.general.reports.days')}>
            <ZoneField
              label={t('settings.general.reports.zone')}
              hint={t('settings.general.reports.zone.hint')}
              none={t('settings.general.reports.zone.hours')}
              value={value.timeZone}
              onChange={(timeZone) => change({ timeZone })}
            />
          </Panel>
          <Panel title={t('settings.general.reports.level')} hint={t('settings.general.reports.level.hint')}>
            <FieldGrid>
              {LEVELS.map((name) => (
                <BoundedField
                  key={name}
                  label={t(`settings.general.reports.${name}`)}
                  hint={t(`settings.general.reports.${name}.hint`)}
                  unit={t('settings.unit.seconds')}
                  min={LEVEL.min}
                  max={LEVEL.max}
                  value={value[name] / SECOND_MS}
                  onChange={(seconds) => change({ [name]: seconds * SECOND_MS })}
                />
              ))}
            </FieldGrid>
          </Panel>
          <Panel title={t('settings.general.reports.supervision')}>
            <SwitchRow
              label={t('settings.general.reports.followers')}
              hint={t('settings.general.reports.followers.hint')}
              isOn={value.showsFollowers}
              onChange={(showsFollowers) => change({ showsFollowers })}
            />
          </Panel>
        </Flex>
      </Layouts.Content>
    </Page.Main>
  );
}
