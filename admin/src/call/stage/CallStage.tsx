import { useEffect, useRef } from 'react';
import { styled } from 'styled-components';

import type { CallView } from '../../../../plugins/attendance/media/call/ongoing-call';
import { ownPictureWidth } from '../../../../plugins/attendance/media/call/own-picture';
import type { Visitor } from '../../../../plugins/attendance/protocol/interactions/people';
import { useTexts } from '../../i18n/useTexts';
import { avatarColour } from '../../ui/styles/avatar-colour';
import { initialsOf } from '../../../../plugins/attendance/chat/initials';
import { visitorName } from '../../ui/format/visitor-name';
import { showSurfaceOver } from './keep-surface';
import { boundedHeight } from './stage-height';
import { StageHandle } from './StageHandle';
import { useStageHeight } from './useStageHeight';

const Stage = styled.div`
  position: relative;
  display: grid;
  /* The row has the stage's own size: a picture must not make it higher, and be cut. */
  grid-template: minmax(0, 1fr) / minmax(0, 1fr);
  place-items: center;
  flex: 1 1 auto;
  min-height: 0;
  overflow: hidden;
  &[data-size='small'] {
    height: 104px;
  }
  &[data-size='tall'] {
    height: min(44vh, 420px);
    /* On a phone the conversation keeps the greater part. */
    @container call (max-width: 559px) {
      height: min(16vh, 130px);
    }
  }
  /* The picture in sight is the last frame that came. */
  &[data-is-away='true'] > * {
    opacity: 0.45;
  }
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
  /* On a phone the own picture must not hide the other side. */
  max-width: 34%;
  max-height: calc(100% - 24px);
  /* It may be the shared screen: all of it, whatever the stage's height. */
  object-fit: contain;
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
  width: 80px;
  height: 80px;
  border-radius: 50%;
  background: ${({ $colour }) => $colour};
  font-size: 2.8rem;
  font-weight: 700;
`;

/**
 * z-index of the provider's frame, which is elsewhere in the page: above the panel as it is, or as it fills the window.
 */
const OVER_PAGE = 3;
const OVER_ALL = 251;

const Surface = styled.div`
  position: absolute;
  inset: 0;
`;

interface CallStageProps {
  readonly view: CallView;
  readonly visitor: Visitor;
  readonly isAway: boolean;
  /** Whether the stage fills the window. */
  readonly isLarge: boolean;
}

/** Shows both sides of a call: their pictures, or a round one for a side with voice only. */
export function CallStage({ isAway, isLarge, view, visitor }: CallStageProps) {
  const t = useTexts();
  const name = visitorName(visitor, t);
  const { isCameraOn, isScreenShared, localStream, medium, quality, remoteStream, surface } = view;
  const hasPicture = medium === 'video' && (remoteStream?.getVideoTracks().length ?? 0) > 0;
  const width = ownPictureWidth(quality?.sentHeight ?? null);
  const isTall = medium === 'video' || isScreenShared || surface !== null;
  const stage = useRef<HTMLDivElement>(null);
  const size = useStageHeight();
  const isResizable = isTall && !isLarge;
  const height = isResizable && size.height !== null ? boundedHeight(size.height, size.bounds) : undefined;
  return (
    <>
      <Stage
        ref={stage}
        data-size={isLarge ? 'whole' : isTall ? 'tall' : 'small'}
        data-is-away={isAway}
        style={height === undefined ? {} : { height }}
      >
        {surface !== null && <SurfacePlace isLarge={isLarge} />}
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
      {isResizable && <StageHandle stage={stage} size={size} />}
    </>
  );
}

interface PictureProps {
  readonly as: typeof Remote;
  readonly stream: MediaStream | null;
  readonly label: string;
  readonly width?: number;
}

/** A side's picture, silent: the shell plays the sound, on every page. */
function Picture({ as: Video, label, stream, width }: PictureProps) {
  const element = useRef<HTMLVideoElement>(null);
  useEffect(() => {
    if (element.current !== null) element.current.srcObject = stream;
  }, [stream]);
  const style = width === undefined ? {} : { width };
  return <Video ref={element} aria-label={label} style={style} muted autoPlay playsInline />;
}

function SurfacePlace({ isLarge }: Pick<CallStageProps, 'isLarge'>) {
  const place = useRef<HTMLDivElement>(null);
  useEffect(
    () =>
      place.current === null ? undefined : showSurfaceOver(place.current, isLarge ? OVER_ALL : OVER_PAGE),
    [isLarge],
  );
  return <Surface ref={place} />;
}
