import { useRef, useState } from 'react';

import { cleanEmail, EMAIL } from '../../../plugins/attendance/protocol/shared/text/email-address';
import type { Answer } from '../../../plugins/attendance/protocol/shared/errors';
import type { EndTexts } from '../i18n/shapes/end-texts';

interface EmailFormProps {
  readonly texts: EndTexts;
  /** The e-mail address that the visitor has given already; empty when there is none. */
  readonly known: string;
  send(email: string): Promise<Answer<unknown>>;
  onTaken(): void;
  onCancel(): void;
}

type Fault = 'wrongEmail' | 'oftenEnough' | 'sendFailed';

/** The form for the transcript's address [Z27]. It refuses an invalid one before sending, and stays open after a failure. */
export function EmailForm({ texts, known, onCancel, onTaken, send }: EmailFormProps) {
  const [email, setEmail] = useState(known);
  const [fault, setFault] = useState<Fault | null>(null);
  const [isBusy, setBusy] = useState(false);
  const field = useRef<HTMLInputElement | null>(null);
  /** Focuses the field once, when it appears, with its text selected: what is typed next replaces the known address. */
  const takeField = useRef((input: HTMLInputElement | null): void => {
    field.current = input;
    input?.focus();
    input?.select();
  });

  function refuse(found: Fault): void {
    setFault(found);
    if (found === 'wrongEmail') field.current?.focus();
  }

  async function submit(): Promise<void> {
    if (isBusy) return;
    const to = cleanEmail(email);
    if (!EMAIL.test(to)) return refuse('wrongEmail');
    setFault(null);
    setBusy(true);
    const answer = await send(to);
    setBusy(false);
    if (answer.ok) return onTaken();
    const { code } = answer.error;
    if (code === 'bad_request' || code === 'too_large') refuse('wrongEmail');
    else refuse(code === 'rate_limited' ? 'oftenEnough' : 'sendFailed');
  }

  return (
    <form
      noValidate
      aria-busy={isBusy}
      onSubmit={(event) => {
        event.preventDefault();
        void submit();
      }}
    >
      <div className="field">
        <label htmlFor="keep-email">{texts.email}</label>
        <input
          ref={takeField.current}
          id="keep-email"
          type="email"
          autoComplete="email"
          maxLength={254}
          required
          aria-invalid={fault === 'wrongEmail' || undefined}
          aria-describedby={fault === 'wrongEmail' ? 'keep-fault' : undefined}
          value={email}
          onInput={(event) => {
            setEmail(event.currentTarget.value);
            setFault(null);
          }}
        />
        {fault && (
          <p id="keep-fault" className="fault" role="alert">
            {texts[fault]}
          </p>
        )}
      </div>
      <div className="choices">
        <button type="submit" className="secondary">
          {texts.send}
        </button>
        <button type="button" className="plain" onClick={onCancel}>
          {texts.cancel}
        </button>
      </div>
    </form>
  );
}
