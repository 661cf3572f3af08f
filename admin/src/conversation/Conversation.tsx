import { styled } from 'styled-components';

import type { AgentInteraction } from '../../../plugins/attendance/protocol/entities';
import { shade } from '../look/surfaces';
import { VisitorBanner } from './Banners';
import { Composer } from './Composer';
import { ConversationHeader } from './ConversationHeader';
import { EndDialog } from './EndDialog';
import { Transcript } from './Transcript';
import { IncomingAnnouncer, Typing } from './Typing';

const Column = styled.div`
  display: flex;
  flex-direction: column;
  height: 100%;
  min-height: 0;
  background: ${shade('canvas')};
`;

interface ConversationProps {
  readonly interaction: AgentInteraction;
  readonly isEnding: boolean;
  readonly onEnd: (isEnding: boolean) => void;
  readonly onBack: () => void;
  readonly onDetails: () => void;
}

/** The middle column: what was said, and where to answer. */
export function Conversation({ interaction, isEnding, onBack, onDetails, onEnd }: ConversationProps) {
  const { id, visitorEndedAt } = interaction;
  return (
    <Column>
      <ConversationHeader
        interaction={interaction}
        onBack={onBack}
        onDetails={onDetails}
        onEnd={() => onEnd(true)}
      />
      <VisitorBanner interaction={interaction} />
      <Transcript key={id} interaction={interaction} />
      <Typing interaction={interaction} />
      <Composer id={id} isEnded={visitorEndedAt !== null} />
      <IncomingAnnouncer key={`said/${id}`} interaction={interaction} />
      {isEnding && <EndDialog interaction={interaction} onClose={() => onEnd(false)} />}
    </Column>
  );
}
