import { useEffect, useState } from 'react';

import { liveCall } from '../model/call';
import { selectView, type View } from '../model/select-view';
import type { State } from '../model/state';
import type { Panel } from '../panel/panel';
import { BlockedSlot } from './BlockedSlot';
import { CallSlot } from './CallSlot';
import { ConversationView } from '../conversation/ConversationView';
import { Header } from './Header';
import { HomeView } from '../home/HomeView';
import { NoticeView } from '../ui/NoticeView';
import { useFocus } from '../panel/useFocus';
import { useFormPart } from './useFormPart';
import { useKeys } from '../panel/useKeys';

export function App({ panel }: { readonly panel: Panel }) {
  const { store, texts } = panel;
  const [state, setState] = useState(store.getState);
  useEffect(() => {
    setState(store.getState());
    return store.subscribe(setState);
  }, [store]);
  const view = selectView(state);
  const form = useFormPart(panel, state, view);
  useFocus(`${view}${!form}${state.isConfirmingEnd}${liveCall(state)?.state}`, state);
  useKeys(panel);
  return (
    <>
      <Header panel={panel} state={state} view={view} />
      <p className="banner" role="status">
        {state.connection === 'reconnecting' ? texts.reconnecting : isAgentAway(state) && texts.agentAway}
      </p>
      <CallSlot panel={panel} state={state} />
      <main>
        <Screen panel={panel} state={state} view={view} form={form} />
      </main>
    </>
  );
}

/** Returns whether the agent has lost the connection for longer than a moment [R14]. */
function isAgentAway({ interaction }: State): boolean {
  return interaction?.status === 'assigned' && interaction.agent.isAway;
}

interface ScreenProps {
  readonly panel: Panel;
  readonly state: State;
  readonly view: View;
  readonly form: ReturnType<typeof useFormPart>;
}

function Screen({ panel, state, view, form }: ScreenProps) {
  const { texts, session } = panel;
  switch (view) {
    case 'loading':
      return (
        <p className="loading" role="status">
          {texts.loading}
        </p>
      );
    case 'error':
      return (
        <NoticeView
          title={texts.errorTitle}
          text={state.notice ? texts.notice[state.notice] : texts.errorText}
          action={texts.retry}
          // Only a reload fetches a failed part again: browsers remember the failure of a module.
          onAction={form === 'failed' ? () => location.reload() : session.retryConnection}
        />
      );
    case 'home':
    case 'offline':
    case 'offline-sent':
      if (view === 'home' && !state.config.form.isOn) return <HomeView panel={panel} state={state} />;
      if (form && form !== 'failed') return <form.FormArea view={view} state={state} />;
      return <Screen panel={panel} state={state} view={form ? 'error' : 'loading'} form={form} />;
    case 'blocked':
      return <BlockedSlot panel={panel} state={state} />;
    case 'queue':
    case 'chat':
    case 'ended':
      return <ConversationView panel={panel} state={state} />;
  }
}
