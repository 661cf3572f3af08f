import { NoticeView } from '../ui/NoticeView';
import type { View } from '../model/select-view';
import type { State } from '../model/state';
import { ContactForm } from './ContactForm';
import type { FormContext } from './form-part';
import { OfflineForm } from './OfflineForm';

export type FormView = Extract<View, 'home' | 'offline' | 'offline-sent'>;

interface FormAreaProps {
  readonly context: FormContext;
  readonly view: FormView;
  readonly state: State;
}

/** The screens of the forms: before the contact, while nobody attends, and the thanks for a message. */
export function FormArea({ context, state, view }: FormAreaProps) {
  const { panel, texts, typed } = context;
  switch (view) {
    case 'home':
      return <ContactForm context={context} state={state} />;
    case 'offline':
      return <OfflineForm context={context} state={state} />;
    case 'offline-sent':
      typed.body = '';
      return (
        <NoticeView
          isDone
          title={texts.thanksTitle}
          text={texts.thanksText}
          action={texts.back}
          onAction={() => panel.store.dispatch({ type: 'offline-form:changed', form: 'closed' })}
        />
      );
  }
}
