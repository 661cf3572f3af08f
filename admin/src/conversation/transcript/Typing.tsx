import { VisuallyHidden } from '@strapi/design-system';
import { styled } from 'styled-components';

import type { AgentInteraction } from '../../../../plugins/attendance/protocol/interactions/interactions';
import { useAttendance } from '../../attendance/attendance';
import { messageLine } from '../../files/message-line';
import { useTexts } from '../../i18n/useTexts';
import { useIsBefore } from '../../ui/useNow';
import { visitorName } from '../../ui/format/visitor-name';

/** The typing indicator's line keeps its height when empty: nothing moves when somebody begins to type. */
const Line = styled.p`
  height: 24px;
  padding: 0 24px;
  font-size: 1.2rem;
  line-height: 2.4rem;
  color: ${({ theme }) => theme.colors.neutral600};
`;

export function Typing({ interaction }: { readonly interaction: AgentInteraction }) {
  const t = useTexts();
  const until = useAttendance(({ typingUntil }) => typingUntil.get(interaction.id));
  const isTyping = useIsBefore(until);
  return <Line>{isTyping && t('conversation.typing', { name: visitorName(interaction.visitor, t) })}</Line>;
}

/** Reads out the visitor's new messages in the open conversation, with the sender; nothing that was there before. */
export function IncomingAnnouncer({ interaction }: { readonly interaction: AgentInteraction }) {
  const t = useTexts();
  const name = visitorName(interaction.visitor, t);
  const newest = useAttendance(({ transcripts }) => {
    const message = transcripts.get(interaction.id)?.messages.at(-1);
    return message?.side === 'visitor' && message.sentAt > openedAt(interaction) ? message : null;
  });
  return (
    <VisuallyHidden>
      <p aria-live="polite">
        {newest !== null &&
          `${t('conversation.message.from', { name })}: ${messageLine({ ...newest, files: newest.attachments }, t)}`}
      </p>
    </VisuallyHidden>
  );
}

function openedAt({ assignedAt, openedAt: at }: AgentInteraction): number {
  return at ?? assignedAt;
}
