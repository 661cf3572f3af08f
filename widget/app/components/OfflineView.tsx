import { useState } from 'react';

import type { Form } from '../../../plugins/attendance/protocol/rest';
import { measureMessage } from '../../../plugins/attendance/protocol/message-length';
import type { State } from '../model/state';
import type { Panel } from '../panel';
import { Field } from './Field';
import { Notice } from './Notice';
import type { ContactForm } from './useContactForm';

const asked = { isShown: true, isRequired: true };
/** What is asked for [R13]: somebody to answer, and where to. */
const OFFLINE_FORM: Form = {
  isOn: true,
  name: asked,
  email: asked,
  phone: { isShown: false, isRequired: false },
};

interface OfflineViewProps {
  readonly panel: Panel;
  readonly state: State;
  readonly form: ContactForm;
}

/** Nobody attends, or nobody does while this visitor waits [R13]. */
export function OfflineView({ panel, state, form }: OfflineViewProps) {
  const { texts, session, store } = panel;
  const [body, setBody] = useState('');
  const [hasBodyFault, setBodyFault] = useState(false);
  const { availability, interaction, offlineForm } = state;
  const length = measureMessage(body);

  /** Once typed in, the form stays, even when somebody goes Online meanwhile. */
  function keep(): void {
    if (offlineForm === 'closed') store.dispatch({ type: 'offline-form:changed', form: 'open' });
  }

  function leave(event: { preventDefault(): void }): void {
    event.preventDefault();
    const isContactFine = form.check(OFFLINE_FORM);
    setBodyFault(!length.isSendable);
    if (isContactFine && !length.isSendable) document.getElementById('body')?.focus();
    const { name, email } = form.contact;
    if (isContactFine && length.isSendable)
      void session.leaveOfflineMessage({ name, email, body: body.trim() });
  }

  return (
    <form className="view" noValidate onSubmit={leave}>
      <div className="grow">
        <h2>{interaction ? texts.leaveMessage : texts.offlineTitle}</h2>
        <p>{availability === 'outside-hours' ? texts.outsideHoursText : texts.offlineText}</p>
        {(interaction || (availability === 'online' && offlineForm === 'open')) && (
          <button
            type="button"
            className="link"
            onClick={() => store.dispatch({ type: 'offline-form:changed', form: 'closed' })}
          >
            {interaction ? texts.back : texts.talkNow}
          </button>
        )}
        {(['name', 'email'] as const).map((name, index) => (
          <Field
            key={name}
            panel={panel}
            name={name}
            value={form.contact[name]}
            isRequired
            fault={form.faults[name]}
            isFirst={index === 0}
            onInput={(value) => {
              keep();
              form.change(name, value);
            }}
          />
        ))}
        <div className="field">
          <label htmlFor="body">{texts.message}</label>
          <textarea
            id="body"
            rows={4}
            required
            value={body}
            aria-invalid={hasBodyFault ? true : undefined}
            aria-describedby={hasBodyFault ? 'body-fault' : undefined}
            onInput={(event) => {
              keep();
              setBodyFault(false);
              setBody(event.currentTarget.value);
            }}
          />
          {hasBodyFault && (
            <p className="fault" id="body-fault">
              {length.isOver ? texts.tooLong : texts.required}
            </p>
          )}
        </div>
        <Notice panel={panel} state={state} />
      </div>
      <button type="submit" className="primary" disabled={offlineForm === 'sending'}>
        {texts.send}
      </button>
    </form>
  );
}
