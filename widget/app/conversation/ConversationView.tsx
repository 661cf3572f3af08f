import { isolate } from '../i18n/isolate';
import type { State } from '../model/state';
import type { Panel } from '../panel/panel';
import { AskCall } from './AskCall';
import { Composer } from './Composer';
import { ConfirmEnd } from './ConfirmEnd';
import { EndedCard } from './EndedCard';
import { Notice } from '../ui/Notice';
import { QueueCard } from './QueueCard';
import { Transcript } from './Transcript';

interface ConversationViewProps {
  readonly panel: Panel;
  readonly state: State;
}

/** The screen of an interaction, whether waiting, assigned or ended: one screen, so that the transcript stays in place. */
export function ConversationView({ panel, state }: ConversationViewProps) {
  const { texts } = panel;
  const { interaction, isAgentTyping, isConfirmingEnd } = state;
  const agent = interaction?.status === 'assigned' ? interaction.agent.name : '';
  const hasEnded = interaction?.status === 'ended';
  return (
    <div className="conversation">
      <QueueCard panel={panel} state={state} />
      <Transcript panel={panel} state={state} />
      <div className="below">
        <p className="typing">
          {isAgentTyping && agent && (
            <>
              <span className="dots" aria-hidden="true" /> {texts.typing(isolate(agent))}
            </>
          )}
        </p>
        <AskCall panel={panel} state={state} />
      </div>
      <Notice panel={panel} state={state} />
      {hasEnded && <EndedCard panel={panel} state={state} />}
      {isConfirmingEnd && <ConfirmEnd panel={panel} />}
      {!hasEnded && !isConfirmingEnd && <Composer panel={panel} state={state} />}
    </div>
  );
}
