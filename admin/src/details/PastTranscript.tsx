import { useCallback, useEffect, useState } from 'react';
import { Loader, TextButton } from '@strapi/design-system';
import { styled } from 'styled-components';

import type { Message, PastInteraction } from '../../../plugins/attendance/protocol/entities';
import type { Note } from '../../../plugins/attendance/protocol/tools';
import { mergeMessages, olderBefore } from '../../../plugins/attendance/protocol/transcript';
import { currentSession } from '../attendance';
import { MessageFiles } from '../files/MessageFiles';
import { PictureStage } from '../files/PictureStage';
import { LinkedText } from '../conversation/LinkedText';
import { useLocale, useTexts } from '../i18n/useTexts';
import { shade } from '../look/surfaces';
import { formatClock } from '../look/time';
import { placeNotes } from '../model/place-notes';

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

const Said = styled.div`
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

const Noted = styled(Said)`
  margin: 2px -6px;
  padding: 4px 6px;
  border-radius: 6px;
  background: ${shade('note')};
  small {
    color: ${shade('noteInk')};
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
  const [notes, setNotes] = useState<readonly Note[]>([]);
  const [hasFailed, setFailed] = useState(false);
  const load = useCallback(
    async (before: number | null) => {
      const page = (await currentSession()?.pastMessages(past.id, before)) ?? null;
      const noted = (await currentSession()?.pastNotes(past.id)) ?? null;
      setFailed(page === null || noted === null);
      if (noted !== null) setNotes(noted);
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
  const said = placeNotes(messages, notes).filter((line) => !('side' in line) || line.side !== 'system');
  return (
    <PictureStage>
      <Frame tabIndex={0} role="group" aria-label={past.protocolNumber}>
        {older !== null && (
          <TextButton onClick={() => void load(older)}>{t('conversation.loadEarlier')}</TextButton>
        )}
        {said.length === 0 && <Sentence>{t('list.noText')}</Sentence>}
        {said.map((line) =>
          'side' in line ? (
            <Said key={line.sequence} dir="auto">
              <small>
                {line.side === 'agent' ? line.agentName : visitor || t('details.title')} ·{' '}
                {formatClock(line.sentAt, locale)}
              </small>
              {line.side !== 'system' && <LinkedText text={line.body} />}
              {line.side !== 'system' && line.attachments !== undefined && (
                <MessageFiles files={line.attachments} />
              )}
            </Said>
          ) : (
            <Noted key={`note/${line.id}`} dir="auto">
              <small>
                {t('note.by', { name: line.agentName })} · {t('note.badge')} ·{' '}
                {formatClock(line.writtenAt, locale)}
              </small>
              <LinkedText text={line.body} />
            </Noted>
          ),
        )}
      </Frame>
    </PictureStage>
  );
}
