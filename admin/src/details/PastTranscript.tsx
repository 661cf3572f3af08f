import { useCallback, useEffect, useState } from 'react';
import { Loader, TextButton } from '@strapi/design-system';
import { styled } from 'styled-components';

import type { Message, PastInteraction } from '../../../plugins/attendance/protocol/entities';
import { mergeMessages, olderBefore } from '../../../plugins/attendance/protocol/transcript';
import { currentSession } from '../attendance';
import { LinkedText } from '../conversation/LinkedText';
import { useLocale, useTexts } from '../i18n/useTexts';
import { formatClock } from '../look/time';

const Frame = styled.div`
  max-height: 320px;
  margin-top: 6px;
  padding: 8px 12px;
  overflow-y: auto;
  border-radius: 8px;
  background: ${({ theme }) => theme.colors.neutral100};
  font-size: 1.3rem;
  line-height: 1.8rem;
  color: ${({ theme }) => theme.colors.neutral800};
`;

const Said = styled.p`
  padding: 4px 0;
  white-space: pre-wrap;
  overflow-wrap: anywhere;
  small {
    display: block;
    font-size: 1.1rem;
    color: ${({ theme }) => theme.colors.neutral600};
  }
  a {
    color: inherit;
  }
`;

const Sentence = styled.p`
  font-size: 1.2rem;
  color: ${({ theme }) => theme.colors.neutral600};
`;

interface PastTranscriptProps {
  readonly past: PastInteraction;
  readonly visitor: string;
}

/** What was said in an earlier interaction, a page at a time; read only. */
export function PastTranscript({ past, visitor }: PastTranscriptProps) {
  const t = useTexts();
  const locale = useLocale();
  const [messages, setMessages] = useState<readonly Message[] | null>(null);
  const [hasFailed, setFailed] = useState(false);
  const load = useCallback(
    async (before: number | null) => {
      const page = (await currentSession()?.pastMessages(past.id, before)) ?? null;
      setFailed(page === null);
      if (page !== null) setMessages((held) => mergeMessages(held ?? [], page));
    },
    [past.id],
  );
  useEffect(() => void load(null), [load]);
  const older = messages === null ? null : olderBefore(messages);
  if (messages === null)
    return (
      <Frame>
        {hasFailed ? (
          <TextButton onClick={() => void load(null)}>{t('connection.retry')}</TextButton>
        ) : (
          <Loader small />
        )}
      </Frame>
    );
  const said = messages.filter((message) => message.side !== 'system');
  return (
    <Frame tabIndex={0} role="group" aria-label={past.protocolNumber}>
      {older !== null && (
        <TextButton onClick={() => void load(older)}>{t('conversation.loadEarlier')}</TextButton>
      )}
      {said.length === 0 && <Sentence>{t('list.noText')}</Sentence>}
      {said.map((message) => (
        <Said key={message.sequence} dir="auto">
          <small>
            {message.side === 'agent' ? message.agentName : visitor || t('details.title')} ·{' '}
            {formatClock(message.sentAt, locale)}
          </small>
          <LinkedText text={message.body} />
        </Said>
      ))}
    </Frame>
  );
}
