import { canAskCall } from '../model/call';
import type { State } from '../model/state';
import type { Panel } from '../panel/panel';
import { Icon } from '../ui/Icon';

/** The buttons that raise the chat to a call [M1], one for each call channel that the site has enabled. */
export function AskCall({ panel, state }: { readonly panel: Panel; readonly state: State }) {
  const { texts, session } = panel;
  if (!canAskCall(state)) return null;
  return (
    <>
      {(['voice', 'video'] as const)
        .filter((medium) => state.config.channels.includes(medium))
        .map((medium) => (
          <button
            key={medium}
            type="button"
            className="icon ask"
            aria-label={texts.ask[medium]}
            title={texts.ask[medium]}
            onClick={() => void session.askCall(medium)}
          >
            <Icon name={medium} />
          </button>
        ))}
    </>
  );
}
