import { useEffect, useRef, useState } from 'react';

import type { EndProps } from './EndArea';
import { EmailForm } from './EmailForm';
import { saveFile } from './save-file';

interface KeepProps extends EndProps {
  readonly canDownload: boolean;
  readonly canEmail: boolean;
}

/** The buttons that hand the visitor the transcript: as a file, or by e-mail. */
export function KeepTranscript({ panel, texts, interactionId, canDownload, canEmail }: KeepProps) {
  const [isBusy, setBusy] = useState(false);
  const [isAsking, setAsking] = useState(false);
  const [said, setSaid] = useState('');
  const [fault, setFault] = useState('');
  const opener = useRef<HTMLButtonElement>(null);
  /** Whether the focus must go back to the e-mail button, which opened the form, once the form is gone. */
  const isReturning = useRef(false);
  const reader = {
    interactionId,
    locale: panel.locale,
    timeZone: Intl.DateTimeFormat().resolvedOptions().timeZone || 'UTC',
  };
  useEffect(() => {
    if (isReturning.current) opener.current?.focus();
    isReturning.current = false;
  }, [isAsking]);

  async function download(): Promise<void> {
    if (isBusy) return;
    setBusy(true);
    setSaid('');
    setFault('');
    const answer = await panel.wire.command('transcript:write', reader);
    if (answer.ok) saveFile(answer.data.fileName, answer.data.html);
    else setFault(texts.downloadFailed);
    setBusy(false);
  }

  function ask(): void {
    setSaid('');
    setFault('');
    setAsking(true);
  }

  function leave(news: string): void {
    isReturning.current = true;
    setSaid(news);
    setAsking(false);
  }

  return (
    <section className="keep" aria-label={texts.keep} aria-busy={isBusy}>
      {isAsking ? (
        <EmailForm
          texts={texts}
          known={panel.store.getState().visitorEmail}
          send={(email) => panel.wire.command('transcript:send', { ...reader, email })}
          onTaken={() => leave(texts.taken)}
          onCancel={() => leave('')}
        />
      ) : (
        <div className="keep-choices">
          {canDownload && (
            <button type="button" className="link" onClick={() => void download()}>
              {texts.download}
            </button>
          )}
          {canEmail && (
            <button ref={opener} type="button" className="link" onClick={ask}>
              {texts.byEmail}
            </button>
          )}
        </div>
      )}
      <p className="hint" role="status">
        {said}
      </p>
      {fault && (
        <p className="fault" role="alert">
          {fault}
        </p>
      )}
    </section>
  );
}
