import type { CallView, OngoingCall } from '../../../plugins/attendance/media/call/ongoing-call';
import type { CallIconName } from '../../../plugins/attendance/media/call-icons';
import { CallIcon } from './CallIcon';
import type { CallTexts } from '../i18n/shapes/call-texts';

interface CallBarProps {
  readonly view: CallView;
  readonly call: OngoingCall;
  readonly texts: CallTexts;
  readonly isLarge: boolean;
  /** The number of messages that arrived while the call hides the conversation. */
  readonly unseen: number;
  readonly onResize: () => void;
  readonly onHangUp: () => void;
}

/** The buttons of the visitor's own call; the label of each says what pressing it will do. */
export function CallBar({ view, call, texts, isLarge, unseen, onResize, onHangUp }: CallBarProps) {
  const { isMicrophoneOn, isCameraOn, canSwitchCamera, medium } = view;
  return (
    <div className="call-bar">
      <BarButton
        icon={isMicrophoneOn ? 'microphone' : 'microphone-off'}
        isOff={!isMicrophoneOn}
        text={isMicrophoneOn ? texts.microphoneOff : texts.microphoneOn}
        act={() => void call.setMicrophone(!isMicrophoneOn)}
      />
      {medium === 'video' && (
        <BarButton
          icon={isCameraOn ? 'camera' : 'camera-off'}
          isOff={!isCameraOn}
          text={isCameraOn ? texts.cameraOff : texts.cameraOn}
          act={() => void call.setCamera(!isCameraOn)}
        />
      )}
      {canSwitchCamera && (
        <BarButton icon="switch" text={texts.switchCamera} act={() => void call.switchCamera()} />
      )}
      <BarButton
        icon={isLarge ? 'shrink' : 'enlarge'}
        text={isLarge ? texts.shrink : texts.enlarge}
        count={unseen}
        act={onResize}
      />
      <button
        type="button"
        className="round danger"
        aria-label={texts.hangUp}
        title={texts.hangUp}
        onClick={onHangUp}
      >
        <CallIcon name="hang-up" />
      </button>
    </div>
  );
}

interface BarButtonProps {
  readonly icon: CallIconName;
  readonly text: string;
  readonly isOff?: boolean;
  readonly count?: number;
  readonly act: () => void;
}

function BarButton({ icon, text, isOff, count = 0, act }: BarButtonProps) {
  return (
    <button
      type="button"
      className={isOff ? 'round bar-button off' : 'round bar-button'}
      data-focus=""
      aria-label={count > 0 ? `${text} (${count})` : text}
      title={text}
      onClick={act}
    >
      <CallIcon name={icon} />
      {count > 0 && <span className="unseen-count">{count}</span>}
    </button>
  );
}
