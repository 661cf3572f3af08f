import { IconButton } from '@strapi/design-system';
import { styled } from 'styled-components';

import type { CallView, OngoingCall } from '../../../plugins/attendance/media/call/ongoing-call';
import type { InteractionId } from '../../../plugins/attendance/protocol/schemas/ids';
import { currentSession } from '../attendance/attendance';
import { useTexts } from '../i18n/useTexts';
import { CallIcon } from './CallIcon';
import { DevicesMenu } from './DevicesMenu';

/** A row whatever the width: where it is narrow, "Desligar chamada" keeps its name and hides its text. */
const Row = styled.div`
  display: flex;
  align-items: center;
  justify-content: center;
  gap: 8px;
  padding: 8px 12px 12px;
  button {
    flex: none;
    display: inline-flex;
    align-items: center;
    justify-content: center;
    gap: 8px;
    width: 40px;
    height: 40px;
    padding: 0;
    border: 1px solid transparent;
    border-radius: 20px;
    background: #ffffff1f;
    color: #ffffff;
    &:hover {
      background: #ffffff38;
      color: #ffffff;
    }
    &:focus-visible {
      outline: 2px solid #ffffff;
      outline-offset: 2px;
    }
    svg,
    svg path {
      fill: currentColor;
    }
  }
  /* A control that is off its default is filled, with another icon and another name. */
  button[data-is-changed='true'] {
    background: #ffffff;
    color: #12121e;
    &:hover {
      background: #dcdce4;
      color: #12121e;
    }
  }
`;

const HangUp = styled.button`
  && {
    width: auto;
    margin-left: 8px;
    padding: 0 16px;
    background: #d92d20;
    font-size: 1.4rem;
    font-weight: 600;
    cursor: pointer;
    &:hover {
      background: #b42318;
    }
    @container call (max-width: 559px) {
      width: 56px;
      padding: 0;
      span {
        display: none;
      }
    }
    @media (forced-colors: active) {
      border-color: currentColor;
    }
  }
`;

interface CallControlsProps {
  readonly call: OngoingCall;
  readonly view: CallView;
  readonly id: InteractionId;
  readonly isLarge: boolean;
  readonly onResize: () => void;
}

/** The agent's controls of a call. Each button is labelled with what it will do. */
export function CallControls({ call, id, isLarge, onResize, view }: CallControlsProps) {
  const t = useTexts();
  const { canShareScreen, devices, isCameraOn, isMicrophoneOn, isScreenShared, medium } = view;
  return (
    <Row>
      <IconButton
        label={t(isMicrophoneOn ? 'call.microphone.off' : 'call.microphone.on')}
        data-is-changed={!isMicrophoneOn}
        onClick={() => void call.setMicrophone(!isMicrophoneOn)}
      >
        <CallIcon name={isMicrophoneOn ? 'microphone' : 'microphone-off'} />
      </IconButton>
      {medium === 'video' && (
        <IconButton
          label={t(isCameraOn ? 'call.camera.off' : 'call.camera.on')}
          data-is-changed={!isCameraOn}
          onClick={() => void call.setCamera(!isCameraOn)}
        >
          <CallIcon name={isCameraOn ? 'camera' : 'camera-off'} />
        </IconButton>
      )}
      {canShareScreen && (
        <IconButton
          label={t(isScreenShared ? 'call.screen.off' : 'call.screen.on')}
          data-is-changed={isScreenShared}
          onClick={() => void call.setScreenShared(!isScreenShared)}
        >
          <CallIcon name={isScreenShared ? 'screen-off' : 'screen'} />
        </IconButton>
      )}
      {devices.length > 0 && <DevicesMenu call={call} devices={devices} />}
      <IconButton
        label={t(isLarge ? 'call.fullScreen.leave' : 'call.fullScreen')}
        data-is-changed={isLarge}
        onClick={onResize}
      >
        <CallIcon name={isLarge ? 'leave-full-screen' : 'full-screen'} />
      </IconButton>
      <HangUp
        type="button"
        aria-label={t('call.hangUp')}
        title={t('call.hangUp')}
        onClick={() => void currentSession()?.hangUp(id)}
      >
        <CallIcon name="hang-up" />
        <span>{t('call.hangUp')}</span>
      </HangUp>
    </Row>
  );
}
