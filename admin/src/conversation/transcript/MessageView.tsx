import { memo } from 'react';
import { TextButton, VisuallyHidden } from '@strapi/design-system';
import { css, styled } from 'styled-components';

import type { Watermark } from '../../../../plugins/attendance/protocol/messages/messages';
import type { InteractionId } from '../../../../plugins/attendance/protocol/schemas/ids';
import { currentSession, useAttendance } from '../../attendance/attendance';
import { MessageFiles } from '../../files/MessageFiles';
import { useLocale, useTexts } from '../../i18n/useTexts';
import { OWN_BUBBLE } from '../../ui/styles/surfaces';
import { formatClock, formatExact } from '../../ui/format/time';
import { receiptOf, type TextItem } from '../../model/selectors/timeline';
import { LinkedText } from './LinkedText';

const Place = styled.div<{ $isOwn: boolean; $isLast: boolean }>`
  display: flex;
  flex-direction: column;
  align-items: ${({ $isOwn }) => ($isOwn ? 'flex-end' : 'flex-start')};
  padding: 0 24px ${({ $isLast }) => ($isLast ? '14px' : '4px')};
  @media (max-width: 767px) {
    padding-inline: 12px;
  }
`;

const Bubble = styled.div<{ $isOwn: boolean; $isLast: boolean }>`
  max-width: min(72%, 60ch);
  padding: 10px 14px;
  border-radius: 14px;
  font-size: 1.4rem;
  line-height: 2rem;
  white-space: pre-wrap;
  overflow-wrap: anywhere;
  ${({ $isOwn, $isLast, theme }) =>
    $isOwn
      ? css`
          background: ${OWN_BUBBLE};
          color: #ffffff;
          border-bottom-right-radius: ${$isLast ? '4px' : '14px'};
        `
      : css`
          background: ${theme.colors.neutral0};
          border: 1px solid ${theme.colors.neutral150};
          color: ${theme.colors.neutral800};
          border-bottom-left-radius: ${$isLast ? '4px' : '14px'};
        `}
  a {
    color: inherit;
    text-decoration: underline;
    text-underline-offset: 2px;
  }
  @media (max-width: 767px) {
    max-width: 86%;
  }
`;

/** The message's text, apart from the sender's name: its own first letter decides in which direction it reads. */
const Words = styled.span`
  display: block;
`;

const Meta = styled.div`
  display: flex;
  align-items: center;
  gap: 4px;
  min-height: 18px;
  margin-top: 4px;
  font-size: 1.1rem;
  line-height: 1.6rem;
  font-variant-numeric: tabular-nums;
  color: ${({ theme }) => theme.colors.neutral600};
`;

const Failed = styled.span`
  color: ${({ theme }) => theme.colors.danger600};
  font-weight: 600;
`;

interface MessageViewProps {
  /** Interaction whose receipts are followed; null in a transcript of the past, where nobody follows them. */
  readonly interactionId: InteractionId | null;
  /** Visitor's watermark where another's live interaction is followed; absent elsewhere. */
  readonly seen?: Watermark | undefined;
  readonly visitor: string;
  readonly item: TextItem;
}

/** A message that a person sent; below the last of a run, its time and receipt. */
export const MessageView = memo(function MessageView({
  interactionId,
  item,
  seen,
  visitor,
}: MessageViewProps) {
  const t = useTexts();
  const locale = useLocale();
  const isOwn = item.side === 'agent';
  return (
    <Place $isOwn={isOwn} $isLast={item.isLastOfRun}>
      {item.attachments.length > 0 && (
        <>
          <VisuallyHidden>{senderOf(item, visitor, t)}: </VisuallyHidden>
          <MessageFiles files={item.attachments} isOwn={isOwn} />
        </>
      )}
      {item.body !== '' && (
        <Bubble $isOwn={isOwn} $isLast={item.isLastOfRun} title={formatExact(item.at, locale)}>
          <VisuallyHidden>{senderOf(item, visitor, t)}: </VisuallyHidden>
          <Words dir="auto">
            <LinkedText text={item.body} />
          </Words>
        </Bubble>
      )}
      {item.isLastOfRun && (
        <Meta>
          <span>{formatClock(item.at, locale)}</span>
          {isOwn && interactionId !== null && <ReceiptView interactionId={interactionId} item={item} />}
          {isOwn && seen !== undefined && <span>· {t(`conversation.message.${receiptOf(item, seen)}`)}</span>}
        </Meta>
      )}
    </Place>
  );
});

function senderOf(item: TextItem, visitor: string, t: ReturnType<typeof useTexts>): string {
  if (item.side === 'visitor') return t('conversation.message.from', { name: visitor });
  return item.agentName === ''
    ? t('conversation.message.own')
    : t('conversation.message.from', { name: item.agentName });
}

function ReceiptView({ interactionId, item }: { interactionId: InteractionId; item: TextItem }) {
  const t = useTexts();
  const receipt = useAttendance(({ interactions }) => {
    const held = interactions.get(interactionId);
    return held === undefined ? null : receiptOf(item, held.receipts.visitor);
  });
  if (receipt === null) return null;
  if (receipt !== 'failed') return <span>· {t(`conversation.message.${receipt}`)}</span>;
  return (
    <>
      <Failed>{t('conversation.message.failed')}</Failed>
      <TextButton onClick={() => currentSession()?.retrySending(item.clientMessageId)}>
        {t('conversation.message.retry')}
      </TextButton>
    </>
  );
}
