import { Flex } from '@strapi/design-system';
import { Layouts, Page } from '@strapi/strapi/admin';

import { LIMITS } from '../../../../plugins/attendance/protocol/shared/limits';
import type { GeneralSettings } from '../../../../plugins/attendance/protocol/settings/rest';
import { useTexts } from '../../i18n/useTexts';
import { BoundedField } from '../BoundedField';
import { send } from '../data/send';
import { FieldGrid, Panel } from '../Panel';
import { SaveButton, SaveStatus } from '../SaveStatus';
import { SettingsFrame } from '../SettingsFrame';
import { UnsavedGuard } from '../UnsavedGuard';
import { useEdited } from '../data/useEdited';
import { faultsOf, TIMES, type TimeName } from './times';

/** Settings page of what holds for every agent [R2, R8, R10, R14, P1]. */
export function GeneralPage() {
  const t = useTexts();
  return (
    <SettingsFrame title={t('settings.general.page')} path="/attendance/settings">
      {(settings, reload) => <GeneralForm key={settings.version} settings={settings} onReload={reload} />}
    </SettingsFrame>
  );
}

interface GeneralFormProps {
  readonly settings: GeneralSettings;
  readonly onReload: () => void;
}

function GeneralForm({ onReload, settings }: GeneralFormProps) {
  const t = useTexts();
  const edited = useEdited(settings, (value) => send<GeneralSettings>('put', '/attendance/settings', value));
  const { change, value } = edited;
  const time = (name: TimeName) => {
    const { max, min, unit, unitMs } = TIMES[name];
    return (
      <BoundedField
        label={t(`settings.general.${name}`)}
        hint={t(`settings.general.${name}.hint`)}
        unit={t(`settings.unit.${unit}`)}
        min={min / unitMs}
        max={max / unitMs}
        value={value[TIMES[name].field] / unitMs}
        onChange={(count) => change({ [TIMES[name].field]: count * unitMs })}
      />
    );
  };
  return (
    <Page.Main>
      <UnsavedGuard isDirty={edited.isDirty} />
      <Layouts.Header
        title={t('settings.general.page')}
        subtitle={t('settings.general.intro')}
        primaryAction={<SaveButton edited={edited} isInvalid={faultsOf(value).length > 0} />}
      />
      <Layouts.Content>
        <Flex direction="column" alignItems="stretch" gap={6} paddingBottom={10}>
          <SaveStatus outcome={edited.outcome} onReload={onReload} />
          <Panel title={t('settings.general.distribution')}>
            <FieldGrid>
              <BoundedField
                label={t('settings.general.capacity')}
                hint={t('settings.general.capacity.hint')}
                min={0}
                max={LIMITS.capacityMax}
                value={value.defaultCapacity}
                onChange={(defaultCapacity) => change({ defaultCapacity })}
              />
              {time('ring')}
              <BoundedField
                label={t('settings.general.missed')}
                hint={t('settings.general.missed.hint')}
                min={LIMITS.missedMax.min}
                max={LIMITS.missedMax.max}
                value={value.missedMax}
                onChange={(missedMax) => change({ missedMax })}
              />
              {time('reserve')}
            </FieldGrid>
          </Panel>
          <Panel title={t('settings.general.absence')}>
            <FieldGrid>
              {time('persist')}
              {time('grace')}
            </FieldGrid>
          </Panel>
        </Flex>
      </Layouts.Content>
    </Page.Main>
  );
}
