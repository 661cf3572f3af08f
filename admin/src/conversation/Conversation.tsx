import { styled } from 'styled-components';

import type { AgentInteraction } from '../../../plugins/attendance/protocol/interactions/interactions';
import type { InteractionId } from '../../../plugins/attendance/protocol/schemas/ids';
import { useAttendance } from '../attendance/attendance';
import { CallSlot } from '../call/CallSlot';
import { shade } from '../ui/styles/surfaces';
import { VisitorBanner } from './Banners';
import { AnswerFirst } from '../call/AnswerFirst';
import { Composer } from './composer/Composer';
import { ConversationHeader } from './ConversationHeader';
import { EndDialog } from './EndDialog';
import { NoteComposer } from './composer/NoteComposer';
import { Transcript } from './transcript/Transcript';
import { IncomingAnnouncer, Typing } from './transcript/Typing';

const Column = styled.div`
  position: relative;
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

/** The middle column: transcript and composer. */
export function Conversation({ interaction, isEnding, onBack, onDetails, onEnd }: ConversationProps) {
  const { channel, id, openedAt, visitorEndedAt } = interaction;
  // A call is opened by answering it, and by nothing else [S9].
  const isPreview = channel !== 'chat' && openedAt === null && visitorEndedAt === null;
  return (
    <Column>
      <ConversationHeader
        interaction={interaction}
        onBack={onBack}
        onDetails={onDetails}
        onEnd={() => onEnd(true)}
      />
      <VisitorBanner interaction={interaction} />
      <CallSlot interaction={interaction} />
      <Transcript key={id} interaction={interaction} />
      <Typing interaction={interaction} />
      {isPreview ? <AnswerFirst /> : <Writing id={id} isEnded={visitorEndedAt !== null} />}
      <IncomingAnnouncer key={`said/${id}`} interaction={interaction} />
      {isEnding && <EndDialog interaction={interaction} onClose={() => onEnd(false)} />}
    </Column>
  );
}

/** The composer to the customer, or to the team; once the customer has ended, to the team alone. */
function Writing({ id, isEnded }: { readonly id: InteractionId; readonly isEnded: boolean }) {
  const isNoteMode = useAttendance(({ noteModes }) => noteModes.has(id));
  const hasUnsent = useAttendance(({ drafts }) => drafts.has(id));
  return isNoteMode || (isEnded && !hasUnsent) ? (
    <NoteComposer id={id} isEnded={isEnded} />
  ) : (
    <Composer id={id} isEnded={isEnded} />
  );
}
