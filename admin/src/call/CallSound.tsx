import { useEffect, useRef, useState } from 'react';
import { Button } from '@strapi/design-system';
import { styled } from 'styled-components';

import type { OngoingCall } from '../../../plugins/attendance/media/call/ongoing-call';
import { useTexts } from '../i18n/useTexts';
import { useCallView } from './useCallDesk';

/** Notice for browsers that demand a click before they play anything. */
const Blocked = styled.div`
  position: fixed;
  left: 50%;
  bottom: 24px;
  z-index: 5;
  transform: translateX(-50%);
`;

/** Plays the visitor's voice on every page of the panel; pictures elsewhere are silent. */
export function CallSound({ call }: { readonly call: OngoingCall }) {
  const t = useTexts();
  const { devices, remoteStream } = useCallView(call);
  const element = useRef<HTMLAudioElement>(null);
  const [isBlocked, setBlocked] = useState(false);
  const speaker = devices.find(({ isChosen, kind }) => kind === 'audiooutput' && isChosen)?.deviceId;
  const play = (): void => {
    element.current?.play().then(
      () => setBlocked(false),
      (fault: Error) => setBlocked(fault.name === 'NotAllowedError'),
    );
  };
  useEffect(() => {
    if (element.current === null) return;
    element.current.srcObject = remoteStream;
    if (remoteStream !== null) play();
  }, [remoteStream]);
  useEffect(() => {
    // A speaker that is gone leaves the sound where it was.
    if (speaker !== undefined) void element.current?.setSinkId?.(speaker).catch(() => undefined);
  }, [speaker]);
  return (
    <>
      {/* oxlint-disable-next-line jsx-a11y/media-has-caption -- two people talk: nobody captions it */}
      <audio ref={element} autoPlay />
      {isBlocked && (
        <Blocked>
          <Button onClick={play}>{t('call.listen')}</Button>
        </Blocked>
      )}
    </>
  );
}
