import { useState } from 'react';

import type { Channel } from '../../../plugins/attendance/protocol/shared/choices';
import {
  askedFields,
  faultsIn,
  isFormNeeded,
  isKnown,
} from '../../../plugins/attendance/protocol/rules/form-rules';
import { Channels, HomeView } from '../home/HomeView';
import { Notice } from '../ui/Notice';
import type { State } from '../model/state';
import { Consent, CONSENT_ID } from './Consent';
import type { FormContext } from './form-part';
import { FormField } from './FormField';
import { useAnswers } from './useAnswers';

interface ContactFormProps {
  readonly context: FormContext;
  readonly state: State;
}

/** The form before the contact [F2, W1]. A recognised visitor is not asked again for what the server knows. */
export function ContactForm({ context, state }: ContactFormProps) {
  const { config } = state;
  const isNeeded = config.channels.some((channel) =>
    isFormNeeded(config.form, channel, state.known, state.isRecognised),
  );
  return isNeeded ? (
    <Questions context={context} state={state} />
  ) : (
    <HomeView panel={context.panel} state={state} />
  );
}

function Questions({ context, state }: ContactFormProps) {
  const { panel, texts } = context;
  const { channels, form, texts: own } = state.config;
  const { consent } = form;
  const { isRequesting, known } = state;
  const sheet = useAnswers(context);
  const [wished, wish] = useState<Channel | undefined>();
  const [tickedVersion, tick] = useState<number | null>(null);
  const [missing, setMissing] = useState(0);
  // A channel that the site no longer offers cannot be chosen, and consent to an earlier text does not hold for another one.
  const channel = channels.find((each) => each === wished) ?? channels[0] ?? 'chat';
  const isTicked = tickedVersion === consent.version;
  const mustTick = consent.isOn && consent.needsCheck && !isTicked;
  const fields = askedFields(form, channel, sheet.answers).filter((field) => !isKnown(field, known));

  function start(): void {
    const faults = faultsIn(form, channel, sheet.answers, known);
    setMissing(faults.size + (mustTick ? 1 : 0));
    sheet.show(faults);
    if (faults.size === 0 && mustTick) document.getElementById(CONSENT_ID)?.focus();
    if (faults.size > 0 || mustTick) return;
    const answers = Object.fromEntries(fields.map(({ id }) => [id, sheet.answers[id] ?? '']));
    void panel.session.request(channel, {
      answers,
      ...(consent.isOn ? { consentVersion: consent.version } : {}),
    });
  }

  return (
    <form
      className="view"
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        start();
      }}
    >
      <div className="grow">
        <h2>{own.greeting || panel.texts.greeting}</h2>
        <Channels panel={panel} state={state} chosen={channel} onChoose={wish} />
        {fields.map((field, index) => (
          <FormField
            key={field.id}
            texts={texts}
            field={field}
            value={sheet.answers[field.id] ?? ''}
            fault={sheet.faults.get(field.id)}
            isFirst={index === 0}
            onChange={(answer) => sheet.change(field, answer)}
            onLeave={() => sheet.leave(field)}
          />
        ))}
        {consent.isOn && (
          <Consent
            texts={texts}
            consent={consent}
            isTicked={isTicked}
            hasFault={missing > 0 && mustTick}
            onTick={(isOn) => tick(isOn ? consent.version : null)}
          />
        )}
        <p role="alert" className="unseen">
          {missing > 0 && texts.faults(missing)}
        </p>
        <Notice panel={panel} state={state} />
      </div>
      <button type="submit" className="primary" disabled={isRequesting}>
        {isRequesting ? texts.starting : texts.start}
      </button>
    </form>
  );
}
