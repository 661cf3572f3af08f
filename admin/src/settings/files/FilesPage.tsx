import { Flex, Typography } from '@strapi/design-system';
import { Layouts, Page } from '@strapi/strapi/admin';

import { ATTACHMENT_KINDS } from '../../../../plugins/attendance/protocol/shared/attachment-kinds';
import type { AttachmentSettings } from '../../../../plugins/attendance/protocol/attachments/attachments';
import { LIMITS } from '../../../../plugins/attendance/protocol/shared/limits';
import { useTexts } from '../../i18n/useTexts';
import { BoundedField } from '../BoundedField';
import { isWithin } from '../bounds';
import { CheckList } from '../CheckList';
import { send } from '../data/send';
import { FieldGrid, Panel } from '../Panel';
import { SwitchRow } from '../parts/SwitchRow';
import { SaveButton, SaveStatus } from '../SaveStatus';
import { SettingsFrame } from '../SettingsFrame';
import { UnsavedGuard } from '../UnsavedGuard';
import { useEdited, type Edited } from '../data/useEdited';
import { bytesOf, gigabytesOf, megabytesOf, ROOM, SIZE } from './megabytes';
import { RoomPanel } from './RoomPanel';

const PATH = '/attendance/attachment-settings';

/** Settings page of attachments: who may attach what [C6]. */
export function FilesPage() {
  const t = useTexts();
  return (
    <SettingsFrame title={t('settings.files.page')} path={PATH}>
      {(settings, reload) => <FilesForm key={settings.version} settings={settings} onReload={reload} />}
    </SettingsFrame>
  );
}

interface FilesFormProps {
  readonly settings: AttachmentSettings;
  readonly onReload: () => void;
}

function FilesForm({ onReload, settings }: FilesFormProps) {
  const t = useTexts();
  const edited = useEdited(settings, (value) => send<AttachmentSettings>('put', PATH, value));
  const { change, value } = edited;
  const isFine =
    isWithin(megabytesOf(value.maxBytes), SIZE.min, SIZE.max) &&
    isWithin(gigabytesOf(value.quotaMegabytes), ROOM.min, ROOM.max);
  return (
    <Page.Main>
      <UnsavedGuard isDirty={edited.isDirty} />
      <Layouts.Header
        title={t('settings.files.page')}
        subtitle={t('settings.files.intro')}
        primaryAction={<SaveButton edited={edited} isInvalid={!isFine} />}
      />
      <Layouts.Content>
        <Flex direction="column" alignItems="stretch" gap={6} paddingBottom={10}>
          <SaveStatus outcome={edited.outcome} onReload={onReload} />
          <Panel title={t('settings.files.who')}>
            <SwitchRow
              label={t('settings.files.visitors')}
              hint={t('settings.files.visitors.hint')}
              isOn={value.visitorsMayUpload}
              onChange={(visitorsMayUpload) => change({ visitorsMayUpload })}
            />
            <SwitchRow
              label={t('settings.files.agents')}
              hint={t('settings.files.agents.hint')}
              isOn={value.agentsMayUpload}
              onChange={(agentsMayUpload) => change({ agentsMayUpload })}
            />
          </Panel>
          <WhatPanel edited={edited} />
          <RoomPanel
            key={settings.version}
            quotaMegabytes={value.quotaMegabytes}
            onChange={(quotaMegabytes) => change({ quotaMegabytes })}
          />
        </Flex>
      </Layouts.Content>
    </Page.Main>
  );
}

function WhatPanel({ edited: { change, value } }: { readonly edited: Edited<AttachmentSettings> }) {
  const t = useTexts();
  return (
    <Panel title={t('settings.files.what')} hint={t('settings.files.what.hint')}>
      <CheckList
        label={t('settings.files.kinds')}
        empty=""
        options={ATTACHMENT_KINDS.map((kind) => ({ id: kind, name: t(`settings.files.kind.${kind}`) }))}
        value={value.kinds}
        onChange={(kinds) => change({ kinds: ATTACHMENT_KINDS.filter((kind) => kinds.includes(kind)) })}
      />
      <div role="status">
        {value.kinds.length === 0 && (
          <Typography variant="pi" textColor="warning700">
            {t('settings.files.kinds.none')}
          </Typography>
        )}
      </div>
      <FieldGrid>
        <BoundedField
          label={t('settings.files.size')}
          hint={t('settings.files.size.hint', { count: LIMITS.attachmentsOfMessage })}
          unit={t('settings.unit.megabytes')}
          min={SIZE.min}
          max={SIZE.max}
          value={megabytesOf(value.maxBytes)}
          onChange={(megabytes) => change({ maxBytes: bytesOf(megabytes) })}
        />
      </FieldGrid>
    </Panel>
  );
}
