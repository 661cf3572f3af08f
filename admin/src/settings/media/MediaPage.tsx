import { useMemo, useState } from 'react';
import { Flex, Typography } from '@strapi/design-system';
import { Layouts, Page } from '@strapi/strapi/admin';

import {
  mediaSettingsUpdateSchema,
  type MediaSettings,
} from '../../../../plugins/attendance/protocol/calls/media-settings';
import { useTexts } from '../../i18n/useTexts';
import { DirectPanel } from './DirectPanel';
import { send } from '../data/send';
import { SelectField } from '../fields';
import { JitsiPanel } from './JitsiPanel';
import { toUpdate, type MediaForm } from './media-form';
import { MediaTestPanel } from './MediaTestPanel';
import { FieldGrid, Panel } from '../Panel';
import { NO_PROBLEMS, problemsOf } from '../parts/problems';
import { SaveButton, SaveStatus } from '../SaveStatus';
import { SettingsFrame } from '../SettingsFrame';
import { UnsavedGuard } from '../UnsavedGuard';
import { useEdited, type Edited } from '../data/useEdited';

const PATH = '/attendance/media';
const HEIGHTS = [180, 360, 540, 720, 1_080];

/** Settings page of what carries voice and video [F3, M3]. */
export function MediaPage() {
  const t = useTexts();
  return (
    <SettingsFrame title={t('settings.media.page')} path={PATH}>
      {(settings, reload) => <MediaSettingsForm settings={settings} onReload={reload} />}
    </SettingsFrame>
  );
}

interface MediaSettingsFormProps {
  readonly settings: MediaSettings;
  readonly onReload: () => void;
}

function MediaSettingsForm({ onReload, settings }: MediaSettingsFormProps) {
  const t = useTexts();
  const edited = useEdited<MediaForm>(settings, (value) => send<MediaForm>('put', PATH, toUpdate(value)));
  const { change, isDirty, value } = edited;
  const [hasTried, setTried] = useState(false);
  const problems = useMemo(() => problemsOf(mediaSettingsUpdateSchema, toUpdate(value)), [value]);
  const shown = hasTried ? problems : NO_PROBLEMS;
  return (
    <Page.Main>
      <UnsavedGuard isDirty={isDirty} />
      <Layouts.Header
        title={t('settings.media.page')}
        primaryAction={
          <SaveButton edited={edited} isInvalid={problems.size > 0} onRefused={() => setTried(true)} />
        }
      />
      <Layouts.Content>
        <Flex direction="column" alignItems="stretch" gap={6} paddingBottom={10}>
          <SaveStatus outcome={edited.outcome} onReload={onReload} />
          <ProviderPanel edited={edited} />
          <JitsiPanel
            jitsi={value.jitsi}
            unsafeRoomAt={edited.stored.unsafeRoomAt}
            problems={shown}
            onChange={(part) => change({ jitsi: { ...value.jitsi, ...part } })}
          />
          <DirectPanel
            direct={value.direct}
            problems={shown}
            onChange={(part) => change({ direct: { ...value.direct, ...part } })}
          />
          <MediaTestPanel isDirty={isDirty} />
        </Flex>
      </Layouts.Content>
    </Page.Main>
  );
}

function ProviderPanel({ edited: { change, stored, value } }: { readonly edited: Edited<MediaForm> }) {
  const t = useTexts();
  const { domain } = value.jitsi;
  const isStored = domain === stored.jitsi.domain;
  const heights = HEIGHTS.includes(value.videoHeight) ? HEIGHTS : [value.videoHeight, ...HEIGHTS];
  return (
    <Panel title={t('settings.media.provider')}>
      <Typography>
        {domain === null
          ? t('settings.media.provider.direct')
          : t(isStored ? 'settings.media.provider.jitsi' : 'settings.media.provider.unsaved', { domain })}
      </Typography>
      <FieldGrid>
        <SelectField
          label={t('settings.media.videoHeight')}
          hint={t('settings.media.videoHeight.hint')}
          value={String(value.videoHeight)}
          options={heights.map((lines) => ({ value: String(lines), label: `${lines}p` }))}
          onChange={(lines) => change({ videoHeight: Number(lines) })}
        />
      </FieldGrid>
    </Panel>
  );
}
