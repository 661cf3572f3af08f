import { useMemo } from 'react';
import { styled } from 'styled-components';

import { olderBefore } from '../../../../plugins/attendance/protocol/rules/transcript';
import type { SupervisedInteraction } from '../../../../plugins/attendance/protocol/supervision/supervision-events';
import { TranscriptView } from '../../conversation/transcript/TranscriptView';
import type { SupervisionDesk } from '../../desks/supervision-desk';
import { useTexts } from '../../i18n/useTexts';
import { placeNotes } from '../../model/selectors/place-notes';
import { toTimeline } from '../../model/selectors/timeline';
import { useIsBefore } from '../../ui/useNow';
import { visitorName } from '../../ui/format/visitor-name';
import { useSupervision } from './useSupervision';

/** The typing indicator's line keeps its height when empty: nothing moves when somebody begins to type. */
const Typing = styled.p`
  height: 24px;
  padding: 0 24px;
  font-size: 1.2rem;
  line-height: 2.4rem;
  color: ${({ theme }) => theme.colors.neutral600};
  @media (max-width: 767px) {
    padding-inline: 12px;
  }
`;

interface FollowedProps {
  readonly desk: SupervisionDesk;
  readonly interaction: SupervisedInteraction;
}

/** The conversation as its agent sees it, with notes and whispers; looking at it is no reading of it [S9, C2]. */
export function FollowedTranscript({ desk, interaction }: FollowedProps) {
  const t = useTexts();
  const messages = useSupervision(desk, (state) => state.messages);
  const notes = useSupervision(desk, (state) => state.notes);
  const allUnsent = useSupervision(desk, (state) => state.outbox);
  const isLoaded = useSupervision(desk, (state) => state.isLoaded);
  const { id } = interaction;
  const { originUrl } = interaction.captured;
  const unsent = useMemo(
    () => allUnsent.filter(({ interactionId }) => interactionId === id),
    [allUnsent, id],
  );
  const items = useMemo(
    () => toTimeline(placeNotes(messages, notes), unsent, originUrl),
    [messages, notes, unsent, originUrl],
  );
  return (
    <>
      <TranscriptView
        items={items}
        isLoaded={isLoaded}
        hasOlder={olderBefore(messages) !== null}
        visitor={visitorName(interaction.visitor, t)}
        interactionId={null}
        seen={interaction.receipts.visitor}
        below={0}
        unsentCount={unsent.length}
        onOlder={() => void desk.loadEarlier()}
        onRetryNote={desk.retryWhisper}
      />
      <TypingLine desk={desk} interaction={interaction} />
    </>
  );
}

function TypingLine({ desk, interaction }: FollowedProps) {
  const t = useTexts();
  const until = useSupervision(desk, (state) => state.typingUntil);
  const isVisitor = useIsBefore(until.visitor);
  const isAgent = useIsBefore(until.agent);
  const name = isVisitor ? visitorName(interaction.visitor, t) : interaction.agentName;
  return <Typing>{(isVisitor || isAgent) && t('supervision.follow.typing', { name })}</Typing>;
}
