import type { RefObject } from 'react';
import { Button, Menu } from '@strapi/design-system';
import { styled } from 'styled-components';

import type { CallView, DeviceChoice, OngoingCall } from '../../../plugins/attendance/media/ongoing-call';
import type { InteractionId } from '../../../plugins/attendance/protocol/ids';
import { currentSession } from '../attendance';
import { useTexts } from '../i18n/useTexts';

const Row = styled.div`
  display: flex;
  flex-wrap: wrap;
  justify-content: center;
  gap: 8px;
  padding: 12px 16px;
`;

const KINDS: readonly DeviceChoice['kind'][] = ['audioinput', 'audiooutput', 'videoinput'];

interface CallControlsProps {
  readonly call: OngoingCall;
  readonly view: CallView;
  readonly id: InteractionId;
  readonly panel: RefObject<HTMLElement>;
}

export function CallControls({ call, id, panel, view }: CallControlsProps) {
  const t = useTexts();
  const { canShareScreen, devices, isCameraOn, isMicrophoneOn, isScreenShared, medium } = view;
  return (
    <Row>
      <Button variant="tertiary" onClick={() => void call.setMicrophone(!isMicrophoneOn)}>
        {t(isMicrophoneOn ? 'call.microphone.off' : 'call.microphone.on')}
      </Button>
      {medium === 'video' && (
        <Button variant="tertiary" onClick={() => void call.setCamera(!isCameraOn)}>
          {t(isCameraOn ? 'call.camera.off' : 'call.camera.on')}
        </Button>
      )}
      {canShareScreen && (
        <Button variant="tertiary" onClick={() => void call.setScreenShared(!isScreenShared)}>
          {t(isScreenShared ? 'call.screen.off' : 'call.screen.on')}
        </Button>
      )}
      {devices.length > 0 && (
        <Menu.Root>
          <Menu.Trigger variant="tertiary">{t('call.devices')}</Menu.Trigger>
          <Menu.Content>
            {KINDS.map((kind) => (
              <DeviceItems key={kind} kind={kind} call={call} devices={devices} />
            ))}
          </Menu.Content>
        </Menu.Root>
      )}
      <Button variant="tertiary" onClick={() => toggleFullScreen(view.surface ?? panel.current)}>
        {t('call.fullScreen')}
      </Button>
      <Button variant="danger" onClick={() => void currentSession()?.hangUp(id)}>
        {t('call.hangUp')}
      </Button>
    </Row>
  );
}

interface DeviceItemsProps {
  readonly kind: DeviceChoice['kind'];
  readonly devices: readonly DeviceChoice[];
  readonly call: OngoingCall;
}

function DeviceItems({ call, devices, kind }: DeviceItemsProps) {
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

/** A browser that forbids it stays as it is. */
function toggleFullScreen(element: HTMLElement | null): void {
  const change =
    document.fullscreenElement === null ? element?.requestFullscreen() : document.exitFullscreen();
  void change?.catch(() => undefined);
}
