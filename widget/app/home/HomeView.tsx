import type { Channel } from '../../../plugins/attendance/protocol/shared/choices';
import type { State } from '../model/state';
import type { Panel } from '../panel/panel';
import { Icon } from '../ui/Icon';
import { Notice } from '../ui/Notice';

interface HomeViewProps {
  readonly panel: Panel;
  readonly state: State;
}

/** The choice of channels; each button starts an interaction at once [W1]. */
export function HomeView({ panel, state }: HomeViewProps) {
  const { texts, session } = panel;
  return (
    <div className="view">
      <h2>{state.config.texts.greeting || texts.greeting}</h2>
      <Channels
        panel={panel}
        state={state}
        onChoose={(channel) => void session.request(channel, { answers: {} })}
      />
      <Notice panel={panel} state={state} />
    </div>
  );
}

interface ChannelsProps extends HomeViewProps {
  /** The channel that is selected, when a form below the choice will start it. */
  readonly chosen?: Channel;
  readonly onChoose: (channel: Channel) => void;
}

export function Channels({ panel: { texts }, state, chosen, onChoose }: ChannelsProps) {
  return (
    <div className="channels" role="group" aria-label={texts.channels}>
      {state.config.channels.map((channel, index) => (
        <button
          key={channel}
          type="button"
          className="channel"
          disabled={state.isRequesting}
          aria-pressed={chosen && channel === chosen}
          data-focus={!chosen && index === 0 ? '' : undefined}
          onClick={() => onChoose(channel)}
        >
          <Icon name={channel} />
          {texts.channel[channel]}
        </button>
      ))}
    </div>
  );
}
