import { useState } from 'react';

import type { EndProps } from './EndArea';
import { saveFile } from './save-file';

interface KeepProps extends EndProps {
  readonly canDownload: boolean;
  readonly canEmail: boolean;
}

/** The conversation to keep: as a file, or by e-mail. */
export function KeepTranscript({ panel, texts, interactionId, canDownload, canEmail }: KeepProps) {
  const [isBusy, setBusy] = useState(false);
  const [isAsking, setAsking] = useState(false);
  const [email, setEmail] = useState('');
  const [said, setSaid] = useState('');
  const [fault, setFault] = useState('');
  const { locale, wire } = panel;
  const reader = {
    interactionId,
    locale,
    timeZone: Intl.DateTimeFormat().resolvedOptions().timeZone || 'UTC',
  };

  /** One at a time; answers what went wrong, or nothing. */
  async function run(work: () => Promise<string>): Promise<void> {
    if (isBusy) return;
    setBusy(true);
    setSaid('');
    setFault('');
    setFault(await work());
    setBusy(false);
  }

  const download = () =>
    run(async () => {
      const answer = await wire.command('transcript:write', reader);
      if (!answer.ok) return texts.downloadFailed;
      saveFile(answer.data.fileName, answer.data.html);
      return '';
    });

  const send = () =>
    run(async () => {
      const answer = await wire.command('transcript:send', { ...reader, email: email.trim() });
      if (answer.ok) {
        setAsking(false);
        setSaid(texts.taken);
        return '';
      }
      const { code } = answer.error;
      if (code === 'rate_limited') return texts.oftenEnough;
      return code === 'bad_request' || code === 'too_large' ? texts.wrongEmail : texts.sendFailed;
    });

  return (
    <section className="keep" aria-label={texts.keep} aria-busy={isBusy}>
      {!isAsking && (
        <div className="keep-choices">
          {canDownload && (
            <button type="button" className="link" onClick={() => void download()}>
              {texts.download}
            </button>
          )}
          {canEmail && (
            <button type="button" className="link" onClick={() => setAsking(true)}>
              {texts.byEmail}
            </button>
          )}
        </div>
      )}
      {isAsking && (
        <form
          noValidate
          onSubmit={(event) => {
            event.preventDefault();
            void send();
          }}
        >
          <label htmlFor="keep-email">{texts.email}</label>
          <input
            ref={(input) => input && !email && input.focus()}
            id="keep-email"
            type="email"
            autoComplete="email"
            maxLength={254}
            aria-invalid={fault === texts.wrongEmail || undefined}
            aria-describedby="keep-fault"
            value={email}
            onInput={(event) => setEmail(event.currentTarget.value)}
          />
          <div className="choices">
            <button type="submit" className="secondary" disabled={!email.trim()}>
              {texts.send}
            </button>
            <button type="button" className="plain" onClick={() => setAsking(false)}>
              {texts.cancel}
            </button>
          </div>
        </form>
      )}
      <p id="keep-fault" className={fault ? 'fault' : 'hint'} role={fault ? 'alert' : 'status'}>
        {fault || said}
      </p>
    </section>
  );
}
