import { memo } from 'react';
import { TextButton } from '@strapi/design-system';
import { Lock } from '@strapi/icons';
import { styled } from 'styled-components';

import { currentSession } from '../../attendance/attendance';
import { useLocale, useTexts } from '../../i18n/useTexts';
import { shade } from '../../ui/styles/surfaces';
import { formatClock, formatExact } from '../../ui/format/time';
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
const Card = styled.div`
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
`;

const Head = styled.p`
  display: flex;
  flex-wrap: wrap;
  align-items: center;
  gap: 4px 6px;
  margin-bottom: 2px;
  font-size: 1.2rem;
  line-height: 1.8rem;
  font-variant-numeric: tabular-nums;
  color: ${shade('noteInk')};
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

/** A note that the team alone sees [C9]: who wrote it, when, and that the visitor does not see it. */
export const NoteView = memo(function NoteView({ item }: { readonly item: NoteItem }) {
  const t = useTexts();
  const locale = useLocale();
  const { agentName, at, body, state } = item;
  return (
    <Place>
      <Card role="note" aria-label={t('conversation.note.banner')} title={formatExact(at, locale)}>
        <Head>
          <Lock aria-hidden />
          <strong>
            {agentName === '' ? t('conversation.note.own') : t('conversation.note.by', { name: agentName })}
          </strong>
          <span>
            · {t('conversation.note.badge')} · {formatClock(at, locale)}
          </span>
          {state === 'sending' && <span>· {t('conversation.note.saving')}</span>}
          {state === 'failed' && (
            <>
              <span>· {t('conversation.note.failed')}</span>
              <TextButton onClick={() => currentSession()?.retrySending(item.clientMessageId)}>
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
