import { useEffect, useRef, useState } from 'react';

interface PictureProps {
  readonly stream: MediaStream | null;
  readonly isOwn?: boolean;
  /** Whether the picture is visible; the sound plays in any case. */
  readonly isShown: boolean;
  readonly label: string;
  readonly listen: string;
}

/** The video element of one side's stream. Where the browser blocks sound until a click, it shows a button to start playing. */
export function Picture({ stream, isOwn = false, isShown, label, listen }: PictureProps) {
  const box = useRef<HTMLVideoElement>(null);
  const [isSilent, setSilent] = useState(false);

  function play(): void {
    box.current?.play().then(
      () => setSilent(false),
      (fault: Error) => setSilent(fault.name === 'NotAllowedError'),
    );
  }

  useEffect(() => {
    if (!box.current) return;
    box.current.srcObject = stream;
    if (stream) play();
  }, [stream]);

  return (
    <>
      {/* oxlint-disable-next-line jsx-a11y/media-has-caption -- two people talk: nobody captions it */}
      <video
        ref={box}
        className={isOwn ? undefined : 'picture'}
        aria-label={label}
        hidden={!isShown}
        muted={isOwn}
        autoPlay
        playsInline
      />
      {isSilent && !isOwn && (
        <button type="button" className="primary listen" onClick={play}>
          {listen}
        </button>
      )}
    </>
  );
}

/** Mounts a call provider's own element. It is inserted once, because a frame that moves within a page loads anew. */
export function Surface({ element }: { readonly element: HTMLElement }) {
  const box = useRef<HTMLDivElement>(null);
  useEffect(() => {
    box.current?.replaceChildren(element);
  }, [element]);
  return <div className="surface" ref={box} />;
}
