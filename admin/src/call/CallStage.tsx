import { useEffect, useRef } from 'react';
import { styled } from 'styled-components';

import type { CallView } from '../../../plugins/attendance/media/ongoing-call';
import type { Visitor } from '../../../plugins/attendance/protocol/entities';
import { useTexts } from '../i18n/useTexts';
import { avatarColour } from '../look/avatar-colour';
import { initialsOf, visitorName } from '../look/visitor-name';
import { showSurfaceOver } from './keep-surface';
import { ownPictureWidth } from './quality-view';

const Stage = styled.div<{ $isTall: boolean }>`
  position: relative;
  display: grid;
  place-items: center;
  flex: 1;
  height: ${({ $isTall }) => ($isTall ? 'min(44vh, 420px)' : '128px')};
  overflow: hidden;
`;

const Remote = styled.video`
  width: 100%;
  height: 100%;
  object-fit: contain;
`;

const Own = styled.video`
  position: absolute;
  right: 12px;
  bottom: 12px;
  /* On a phone it must not hide whom the agent talks to. */
  max-width: 34%;
  border-radius: 8px;
  background: #000000;
  transition: width 200ms;
  @media (prefers-reduced-motion: reduce) {
    transition: none;
  }
`;

const Avatar = styled.span<{ $colour: string }>`
  display: grid;
  place-items: center;
  width: 88px;
  height: 88px;
  border-radius: 50%;
  background: ${({ $colour }) => $colour};
  font-size: 2.8rem;
  font-weight: 700;
`;

const Surface = styled.div`
  position: absolute;
  inset: 0;
`;

/** Both sides: pictures, or a round one where there is only a voice. */
export function CallStage({ view, visitor }: { readonly view: CallView; readonly visitor: Visitor }) {
  const t = useTexts();
  const name = visitorName(visitor, t);
  const { isCameraOn, isScreenShared, localStream, medium, quality, remoteStream, surface } = view;
  const hasPicture = medium === 'video' && (remoteStream?.getVideoTracks().length ?? 0) > 0;
  const width = ownPictureWidth(quality?.sentHeight ?? null);
  return (
    <Stage $isTall={medium === 'video' || isScreenShared || surface !== null}>
      {surface !== null && <SurfacePlace />}
      {surface === null && hasPicture && (
        <Picture as={Remote} stream={remoteStream} label={t('call.visitorPicture', { name })} />
      )}
      {surface === null && !hasPicture && (
        <Avatar $colour={avatarColour(visitor.id)} aria-hidden>
          {visitor.name === '' ? '#' : initialsOf(name)}
        </Avatar>
      )}
      {surface === null && (isCameraOn || isScreenShared) && (
        <Picture as={Own} stream={localStream} label={t('call.ownPicture')} width={width} />
      )}
    </Stage>
  );
}

interface PictureProps {
  readonly as: typeof Remote;
  readonly stream: MediaStream | null;
  readonly label: string;
  readonly width?: number;
}

/** Silent: the sound is played by the shell, on every page. */
function Picture({ as: Video, label, stream, width }: PictureProps) {
  const element = useRef<HTMLVideoElement>(null);
  useEffect(() => {
    if (element.current !== null) element.current.srcObject = stream;
  }, [stream]);
  const style = width === undefined ? {} : { width };
  return <Video ref={element} aria-label={label} style={style} muted autoPlay playsInline />;
}

function SurfacePlace() {
  const place = useRef<HTMLDivElement>(null);
  useEffect(() => (place.current === null ? undefined : showSurfaceOver(place.current)), []);
  return <Surface ref={place} />;
}
