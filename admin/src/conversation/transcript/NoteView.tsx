import { memo } from 'react';
import { TextButton } from '@strapi/design-system';
import { Lock } from '@strapi/icons';
import { css, styled } from 'styled-components';

import { useAttendance } from '../../attendance/attendance';
import { useLocale, useTexts } from '../../i18n/useTexts';
import { shade } from '../../ui/styles/surfaces';
import { formatClock, formatExact } from '../../ui/format/time';
import { WhisperIcon } from '../../ui/icons/WhisperIcon';
import type { NoteItem } from '../../model/selectors/timeline';
import { LinkedText } from './LinkedText';

const Place = styled.div`
  padding: 2px 24px 14px;
  @media (max-width: 767px) {
    padding-inline: 12px;
  }
`;

/**
 * A note's card, as wide as the column and neither left nor right: a note is no part of what the two say to each other.
 */
const Card = styled.div<{ $isWhisper: boolean }>`
  padding: 8px 14px 10px;
  border: 1px dashed ${shade('noteEdge')};
  border-radius: 10px;
  background: ${shade('note')};
  font-size: 1.4rem;
  line-height: 2rem;
  white-space: pre-wrap;
  overflow-wrap: anywhere;
  color: ${({ theme }) => theme.colors.neutral800};
  a {
    color: inherit;
  }
  ${({ $isWhisper }) =>
    $isWhisper &&
    css`
      border: 1px solid ${shade('whisperEdge')};
      border-left-width: 4px;
      background: ${shade('whisper')};
    `}
`;

const Head = styled.p<{ $isWhisper: boolean }>`
  display: flex;
  flex-wrap: wrap;
  align-items: center;
  gap: 4px 6px;
  margin-bottom: 2px;
  font-size: 1.2rem;
  line-height: 1.8rem;
  font-variant-numeric: tabular-nums;
  color: ${({ $isWhisper, theme }) => shade($isWhisper ? 'whisperInk' : 'noteInk')({ theme })};
  svg {
    width: 12px;
    height: 12px;
  }
  svg path {
    fill: currentColor;
  }
  strong {
    font-weight: 600;
  }
`;

const Words = styled.span`
  display: block;
`;

interface NoteViewProps {
  readonly item: NoteItem;
  /** Whether the reader is the agent to whom whispers are written; another reads who wrote them. */
  readonly isToReader: boolean;
  readonly onRetry: (clientNoteId: string) => void;
}

/** A note or whisper that the team alone sees [C9, R17]: who wrote it, when, and that the visitor does not see it. */
export const NoteView = memo(function NoteView({ isToReader, item, onRetry }: NoteViewProps) {
  const t = useTexts();
  const locale = useLocale();
  const selfId = useAttendance(({ self }) => self?.id);
  const { agentId, agentName, at, body, isWhisper, state } = item;
  const isOwn = agentId === null || (isWhisper && agentId === selfId);
  const kind = isWhisper ? 'whisper' : 'note';
  return (
    <Place>
      <Card
        role="note"
        aria-label={t(`conversation.${kind}.banner`)}
        title={formatExact(at, locale)}
        $isWhisper={isWhisper}
      >
        <Head $isWhisper={isWhisper}>
          {isWhisper ? <WhisperIcon /> : <Lock aria-hidden />}
          <strong>
            {isOwn
              ? t(`conversation.${kind}.own`)
              : t(isWhisper && isToReader ? 'conversation.whisper.toYou' : `conversation.${kind}.by`, {
                  name: agentName,
                })}
          </strong>
          <span>
            · {t('conversation.note.badge')} · {formatClock(at, locale)}
          </span>
          {state === 'sending' && <span>· {t('conversation.note.saving')}</span>}
          {state === 'failed' && (
            <>
              <span>· {t('conversation.note.failed')}</span>
              <TextButton onClick={() => onRetry(item.clientMessageId)}>
                {t('conversation.message.retry')}
              </TextButton>
            </>
          )}
        </Head>
        <Words dir="auto">
          <LinkedText text={body} />
        </Words>
      </Card>
    </Place>
  );
});
