import { useState } from 'react';

import type { Channel } from '../../../plugins/attendance/protocol/entities';
import { shownFields } from '../model/form';
import type { State } from '../model/state';
import type { Panel } from '../panel';
import { Field } from './Field';
import { Icon } from './Icon';
import { Notice } from './Notice';
import type { ContactForm } from './useContactForm';

interface HomeViewProps {
  readonly panel: Panel;
  readonly state: State;
  readonly form: ContactForm;
}

/** The choice of channels [W1]: with the pre-attendance form beneath it when that is on, else each channel starts at once. */
export function HomeView({ panel, state, form }: HomeViewProps) {
  const { config, texts, session, locale } = panel;
  const { channels } = config;
  const fields = shownFields(config.form);
  const [chosen, choose] = useState<Channel>(channels[0] ?? 'chat');
  const { isRequesting } = state;

  function start(channel: Channel): void {
    if (form.check(config.form)) void session.request(channel, fields.length > 0 ? form.contact : null);
  }

  return (
    <form
      className="view"
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        start(chosen);
      }}
    >
      <div className="grow">
        <h2>{config.appearance.greeting[locale] || texts.greeting}</h2>
        <div className="channels" role="group" aria-label={texts.channels}>
          {channels.map((channel, index) => (
            <button
              key={channel}
              type="button"
              className="channel"
              disabled={isRequesting}
              aria-pressed={config.form.isOn ? channel === chosen : undefined}
              data-focus={fields.length === 0 && index === 0 ? '' : undefined}
              onClick={() => (config.form.isOn ? choose(channel) : start(channel))}
            >
              <Icon name={channel} />
              {texts.channel[channel]}
            </button>
          ))}
        </div>
        {fields.map((name, index) => (
          <Field
            key={name}
            panel={panel}
            name={name}
            value={form.contact[name]}
            isRequired={config.form[name].isRequired}
            fault={form.faults[name]}
            isFirst={index === 0}
            onInput={(value) => form.change(name, value)}
          />
        ))}
        <Notice panel={panel} state={state} />
      </div>
      {config.form.isOn && (
        <button type="submit" className="primary" disabled={isRequesting}>
          {isRequesting ? texts.starting : texts.start}
        </button>
      )}
    </form>
  );
}
