import { useEffect, useState } from 'react';

import { liveCall } from '../model/call';
import { selectView, type View } from '../model/select-view';
import type { State } from '../model/state';
import type { Panel } from '../panel';
import { CallSlot } from './CallSlot';
import { ConversationView } from './ConversationView';
import { Header } from './Header';
import { HomeView } from './HomeView';
import { MessageView } from './MessageView';
import { OfflineView } from './OfflineView';
import { useContactForm } from './useContactForm';
import { useFocus } from './useFocus';
import { useKeys } from './useKeys';

export function App({ panel }: { readonly panel: Panel }) {
  const { store, texts } = panel;
  const [state, setState] = useState(store.getState);
  useEffect(() => {
    setState(store.getState());
    return store.subscribe(setState);
  }, [store]);
  const view = selectView(state);
  useFocus(`${view}${state.isConfirmingEnd}${liveCall(state)?.state}`, state);
  useKeys(panel);
  return (
    <>
      <Header panel={panel} state={state} view={view} />
      <p className="banner" role="status">
        {state.connection === 'reconnecting' && texts.reconnecting}
      </p>
      <CallSlot panel={panel} state={state} />
      <main>
        <Screen panel={panel} state={state} view={view} />
      </main>
    </>
  );
}

interface ScreenProps {
  readonly panel: Panel;
  readonly state: State;
  readonly view: View;
}

function Screen({ panel, state, view }: ScreenProps) {
  const { texts, session, store } = panel;
  const form = useContactForm(state.visitorName);
  switch (view) {
    case 'loading':
      return (
        <p className="loading" role="status">
          {texts.loading}
        </p>
      );
    case 'error':
      return (
        <MessageView
          title={texts.errorTitle}
          text={state.notice ? texts.notice[state.notice] : texts.errorText}
          action={texts.retry}
          onAction={session.retryConnection}
        />
      );
    case 'home':
      return <HomeView panel={panel} state={state} form={form} />;
    case 'offline':
      return <OfflineView panel={panel} state={state} form={form} />;
    case 'offline-sent':
      return (
        <MessageView
          isDone
          title={texts.thanksTitle}
          text={texts.thanksText}
          action={texts.back}
          onAction={() => store.dispatch({ type: 'offline-form:changed', form: 'closed' })}
        />
      );
    case 'queue':
    case 'chat':
    case 'ended':
      return <ConversationView panel={panel} state={state} />;
  }
}
