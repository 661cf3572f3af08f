import { IconButton, Menu } from '@strapi/design-system';

import type { DeviceChoice, OngoingCall } from '../../../plugins/attendance/media/call/ongoing-call';
import { useTexts } from '../i18n/useTexts';
import { CallIcon } from './CallIcon';

const KINDS: readonly DeviceChoice['kind'][] = ['audioinput', 'audiooutput', 'videoinput'];

interface DevicesProps {
  readonly devices: readonly DeviceChoice[];
  readonly call: OngoingCall;
}

/** Menu of the microphone, loudspeaker and camera that the call uses. */
export function DevicesMenu({ call, devices }: DevicesProps) {
  const t = useTexts();
  return (
    <Menu.Root>
      <Menu.Trigger tag={IconButton} label={t('call.devices')} icon={<CallIcon name="devices" />} />
      <Menu.Content>
        {KINDS.map((kind) => (
          <DeviceItems key={kind} kind={kind} call={call} devices={devices} />
        ))}
      </Menu.Content>
    </Menu.Root>
  );
}

function DeviceItems({ call, devices, kind }: DevicesProps & { readonly kind: DeviceChoice['kind'] }) {
  const t = useTexts();
  const own = devices.filter((device) => device.kind === kind);
  if (own.length === 0) return null;
  return (
    <>
      <Menu.Label>{t(`call.devices.${kind}`)}</Menu.Label>
      {own.map(({ deviceId, isChosen, label }) => (
        <Menu.Item key={deviceId} onSelect={() => void call.chooseDevice(kind, deviceId)}>
          {`${isChosen ? '✓ ' : ''}${label}`}
        </Menu.Item>
      ))}
    </>
  );
}
