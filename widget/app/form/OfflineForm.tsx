import { useState } from 'react';

import {
  answerTo,
  faultOf,
  type Answers,
  type FieldFault,
} from '../../../plugins/attendance/protocol/rules/form-rules';
import { measureMessage } from '../../../plugins/attendance/protocol/rules/message-length';
import type { PanelConfig, PanelField } from '../../../plugins/attendance/protocol/settings/site';
import { Notice } from '../ui/Notice';
import type { State } from '../model/state';
import type { FormContext } from './form-part';
import { describeOpening } from './describe-opening';
import { FormField } from './FormField';
import { leaveMessage } from './leave-message';
import { useAnswers } from './useAnswers';

const asked = { hint: '', options: [], isRequired: true, channels: [], condition: null };

/**
 * Returns the fields of the offline form [R13]: name and e-mail address. They keep the ids of the contact form's fields, so that
 * nothing is typed in twice.
 */
function contactFields({ texts }: FormContext, { form }: PanelConfig): readonly PanelField[] {
  const idOf = (target: 'name' | 'email') =>
    form.fields.find((field) => field.target === target)?.id ?? target;
  return [
    { ...asked, id: idOf('name'), type: 'text', target: 'name', label: texts.name },
    { ...asked, id: idOf('email'), type: 'email', target: 'email', label: texts.email },
  ];
}

interface OfflineFormProps {
  readonly context: FormContext;
  readonly state: State;
}

/** The form that leaves a message while nobody attends, or nobody does while this visitor waits [R13]. */
export function OfflineForm({ context, state }: OfflineFormProps) {
  const { panel, texts, typed } = context;
  const { store } = panel;
  const sheet = useAnswers(context);
  const [body, setBody] = useState(typed.body);
  const [hasBodyFault, setBodyFault] = useState(false);
  const { availability, config, interaction, offlineForm, opensAt } = state;
  const own = config.texts;
  const fields = contactFields(context, config);
  const length = measureMessage(body);
  const [name = '', email = ''] = fields.map(({ id }) => id);
  const answers: Answers = { [name]: state.visitorName, [email]: state.visitorEmail, ...sheet.answers };

  /** Keeps the form on the screen once something is typed in, even when somebody goes Online meanwhile. */
  function keep(): void {
    if (offlineForm === 'closed') store.dispatch({ type: 'offline-form:changed', form: 'open' });
  }

  function write(text: string): void {
    typed.body = text;
    setBody(text);
  }

  function leave(event: { preventDefault(): void }): void {
    event.preventDefault();
    const faults = new Map<string, FieldFault>();
    for (const field of fields) {
      const fault = faultOf(field, answers);
      if (fault !== null) faults.set(field.id, fault);
    }
    sheet.show(faults);
    setBodyFault(!length.isSendable);
    if (faults.size === 0 && !length.isSendable) document.getElementById('body')?.focus();
    if (faults.size > 0 || !length.isSendable) return;
    const [called = '', writtenTo = ''] = fields.map((field) => answerTo(field, answers));
    void leaveMessage(panel, { name: called, email: writtenTo, body: body.trim() });
  }

  return (
    <form className="view" noValidate onSubmit={leave}>
      <div className="grow">
        <h2>{interaction ? texts.leaveMessage : own.offlineTitle || texts.offlineTitle}</h2>
        <p>
          {availability === 'outside-hours'
            ? own.outsideHours || texts.outsideHoursText
            : own.offline || texts.offlineText}
        </p>
        {opensAt !== null && <p>{texts.opensAt(describeOpening(opensAt, panel.locale, Date.now()))}</p>}
        {(interaction || (availability === 'online' && offlineForm === 'open')) && (
          <button
            type="button"
            className="link"
            onClick={() => store.dispatch({ type: 'offline-form:changed', form: 'closed' })}
          >
            {interaction ? texts.back : texts.talkNow}
          </button>
        )}
        {fields.map((field, index) => (
          <FormField
            key={field.id}
            texts={texts}
            field={field}
            value={answers[field.id] ?? ''}
            fault={sheet.faults.get(field.id)}
            isFirst={index === 0}
            onChange={(answer) => {
              keep();
              sheet.change(field, answer);
            }}
            onLeave={() => sheet.leave(field)}
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
              write(event.currentTarget.value);
            }}
          />
          {hasBodyFault && (
            <p className="fault" id="body-fault">
              {length.isOver ? texts.tooLong : texts.fault.required}
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
