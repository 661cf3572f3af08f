import { useEffect, useRef, useState } from 'react';

import { formatBytes } from '../../../plugins/attendance/files/check-file';
import type { Attachment } from '../../../plugins/attendance/protocol/attachments/attachments';
import { isolate } from '../i18n/isolate';
import type { FileContext } from './file-part';
import { FileIcon } from './FileIcon';

interface FileProps {
  readonly context: FileContext;
  readonly file: Attachment;
}

/** The attachments of a message: pictures and sound are shown and played in place, and every file can be downloaded. */
export function MessageFiles({
  context,
  files,
}: {
  readonly context: FileContext;
  readonly files: readonly Attachment[];
}) {
  return (
    <ul className="files">
      {files.map((file) => (
        <li key={file.id}>
          {file.picture ? (
            <Picture context={context} file={file} />
          ) : (
            <FileCard context={context} file={file} />
          )}
        </li>
      ))}
    </ul>
  );
}

/** The widest view of a thumbnail, in px. */
const WIDE = 240;
const HIGH = 220;

/** Returns the size that a picture will take, so that its space is reserved and nothing moves when it loads. */
function boxOf({ height, width }: { readonly width: number; readonly height: number }) {
  const scale = Math.min(1, WIDE / width, HIGH / height);
  return { width: Math.max(44, Math.round(width * scale)), height: Math.max(44, Math.round(height * scale)) };
}

function Picture({ context, file }: FileProps) {
  const { reader, texts } = context;
  const [url, setUrl] = useState<string | null>(null);
  const [hasFailed, setFailed] = useState(false);
  const [isOpen, setOpen] = useState(false);
  const [attempt, setAttempt] = useState(0);
  useEffect(() => {
    let isGone = false;
    setFailed(false);
    reader.read(file, 'thumbnail').then(
      (found) => !isGone && setUrl(found),
      () => !isGone && setFailed(true),
    );
    return () => {
      isGone = true;
    };
  }, [reader, file, attempt]);
  const name = isolate(file.name);
  const label = hasFailed ? `${name}. ${texts.unavailable}` : texts.open(name);
  const box = boxOf(file.picture ?? { width: WIDE, height: HIGH });
  return (
    <>
      <button
        type="button"
        className="picture"
        aria-label={label}
        title={hasFailed ? texts.unavailable : file.name}
        style={{ width: `${box.width}px`, aspectRatio: `${box.width}/${box.height}` }}
        onClick={() => (hasFailed ? setAttempt(attempt + 1) : setOpen(true))}
      >
        {url ? <img src={url} alt={texts.picture(name)} /> : hasFailed ? <FileIcon name="retry" /> : null}
      </button>
      {isOpen && <Viewer context={context} file={file} onClose={() => setOpen(false)} />}
    </>
  );
}

/** The dialog that shows the whole picture over the panel; Escape and a click beside it close it. */
function Viewer({ context, file, onClose }: FileProps & { readonly onClose: () => void }) {
  const { reader, texts } = context;
  const dialog = useRef<HTMLDialogElement>(null);
  const [url, setUrl] = useState<string | null>(null);
  const [hasFailed, setFailed] = useState(false);
  useEffect(() => {
    dialog.current?.showModal();
    reader.read(file, 'whole').then(setUrl, () => setFailed(true));
  }, [reader, file]);
  return (
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions -- Escape is the dialog's own
    <dialog
      ref={dialog}
      className="viewer"
      aria-label={texts.picture(isolate(file.name))}
      onKeyDown={(event) => event.key === 'Escape' && event.stopPropagation()}
      onClose={onClose}
      onClick={({ target }) => target === dialog.current && dialog.current?.close()}
    >
      <p>
        <span dir="auto" title={file.name}>
          {file.name}
        </span>
        <SaveButton context={context} file={file} />
        <button
          type="button"
          className="icon"
          aria-label={texts.close}
          onClick={() => dialog.current?.close()}
        >
          <FileIcon name="close" />
        </button>
      </p>
      {hasFailed ? (
        <p role="alert">{texts.unavailable}</p>
      ) : (
        url && <img src={url} alt={texts.picture(isolate(file.name))} />
      )}
    </dialog>
  );
}

function SaveButton({ context: { reader, texts }, file }: FileProps) {
  const [hasFailed, setFailed] = useState(false);
  return (
    <button
      type="button"
      className="icon"
      aria-label={hasFailed ? `${isolate(file.name)}. ${texts.unavailable}` : texts.save(isolate(file.name))}
      title={hasFailed ? texts.unavailable : texts.save(file.name)}
      onClick={() => {
        setFailed(false);
        reader.save(file).catch(() => setFailed(true));
      }}
    >
      <FileIcon name={hasFailed ? 'retry' : 'save'} />
    </button>
  );
}

function FileCard({ context, file }: FileProps) {
  const { panel, reader, texts } = context;
  const [sound, setSound] = useState<string | null>(null);
  const play = (): void => {
    reader.read(file, 'whole').then(setSound, () => undefined);
  };
  return (
    <div className="file-card">
      <FileIcon name={file.kind} />
      <span className="file-name">
        <span dir="auto" title={file.name}>
          {file.name}
        </span>
        <small>{formatBytes(file.size, panel.locale)}</small>
      </span>
      {file.kind === 'audio' && !sound && (
        <button type="button" className="icon" aria-label={texts.play(isolate(file.name))} onClick={play}>
          <FileIcon name="play" />
        </button>
      )}
      <SaveButton context={context} file={file} />
      {/* oxlint-disable-next-line jsx-a11y/media-has-caption -- what a person sent has no captions */}
      {sound && <audio src={sound} controls autoPlay aria-label={isolate(file.name)} />}
    </div>
  );
}
