import { useState } from 'react';

import { initialsOf } from '../../../plugins/attendance/chat/initials';
import type { View } from '../model/select-view';
import type { State } from '../model/state';
import type { Panel } from '../panel/panel';
import { Icon } from '../ui/Icon';

interface HeaderProps {
  readonly panel: Panel;
  readonly state: State;
  readonly view: View;
}

export function Header({ panel, state, view }: HeaderProps) {
  const { texts, store } = panel;
  const { config, interaction, isMuted, availability } = state;
  const agent = view === 'chat' && interaction?.status === 'assigned' ? interaction.agent : null;
  const name = agent?.name || config.companyName;
  const line = agent && !agent.isOnline ? '' : describe(panel, state, view);
  const isOnline =
    line && state.connection === 'live' && view !== 'queue' && (availability === 'online' || agent);
  const isInConversation = view === 'queue' || view === 'chat';
  return (
    <header>
      <Avatar key={name} name={name} picture={agent ? agent.photo || config.agentAvatar : config.logo} />
      <div className="who">
        <h1 title={name}>{name}</h1>
        <p className={isOnline ? 'online' : undefined}>{line || '\u00a0'}</p>
      </div>
      {view === 'chat' && !state.isConfirmingEnd && (
        <button
          type="button"
          className="plain end"
          onClick={() => store.dispatch({ type: 'end:confirming', isConfirming: true })}
        >
          {texts.end}
        </button>
      )}
      {isInConversation && (
        <button
          type="button"
          className="plain icon"
          aria-label={isMuted ? texts.soundOn : texts.soundOff}
          title={isMuted ? texts.soundOn : texts.soundOff}
          onClick={() => store.dispatch({ type: 'sound:switched' })}
        >
          <Icon name={isMuted ? 'silence' : 'sound'} />
        </button>
      )}
      <button
        type="button"
        className="plain icon"
        aria-label={texts.close}
        title={texts.close}
        onClick={panel.close}
      >
        <Icon name="close" />
      </button>
    </header>
  );
}

/** The agent's or the site's picture, or initials where it fails to load: files of the media library come and go. */
function Avatar({ name, picture }: { readonly name: string; readonly picture: string }) {
  const [isBroken, setBroken] = useState(false);
  return (
    <span className="avatar" aria-hidden="true">
      {picture && !isBroken ? <img src={picture} alt="" onError={() => setBroken(true)} /> : initialsOf(name)}
    </span>
  );
}

/** Returns the status line under the name; empty before the first snapshot and while blocked. */
function describe({ texts }: Panel, { hasSnapshot, availability }: State, view: View): string {
  if (!hasSnapshot || view === 'blocked') return '';
  if (view === 'chat') return texts.onlineNow;
  if (availability !== 'online') return texts.offlineNow;
  return view === 'queue' ? texts.waiting : texts.onlineNow;
}
