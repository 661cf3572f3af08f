import { useEffect, useState } from 'react';
import { Loader, TextButton } from '@strapi/design-system';
import { ChevronDown } from '@strapi/icons';
import { styled } from 'styled-components';

import type {
  AgentInteraction,
  PastInteraction,
} from '../../../plugins/attendance/protocol/interactions/interactions';
import { currentSession, useAttendance } from '../attendance/attendance';
import { useLocale, useTexts } from '../i18n/useTexts';
import { cutText, focusRing, plainButton } from '../ui/styles/surfaces';
import { formatDate, formatExact } from '../ui/format/time';
import { formatDuration } from '../../../plugins/attendance/protocol/shared/text/format-duration';
import { RatingMark } from '../ui/RatingMark';
import { TagChip, TagRow } from '../tags/TagChip';
import { useTags } from '../tags/useTags';
import { PastTranscript } from './PastTranscript';

const Sentence = styled.p`
  font-size: 1.3rem;
  line-height: 1.8rem;
  color: ${({ theme }) => theme.colors.neutral600};
`;

const Entries = styled.ol`
  list-style: none;
  margin: 0;
  padding: 0;
`;

const Entry = styled.li`
  position: relative;
  padding: 0 0 12px 18px;
  &::before {
    content: '';
    position: absolute;
    left: 3px;
    top: 7px;
    width: 7px;
    height: 7px;
    border-radius: 50%;
    background: ${({ theme }) => theme.colors.neutral500};
  }
  &:not(:last-child)::after {
    content: '';
    position: absolute;
    left: 6px;
    top: 18px;
    bottom: -3px;
    width: 1px;
    background: ${({ theme }) => theme.colors.neutral200};
  }
`;

const Head = styled.button`
  ${plainButton}
  ${focusRing}
  display: flex;
  align-items: center;
  gap: 8px;
  width: 100%;
  border-radius: 4px;
  font-size: 1.3rem;
  line-height: 2rem;
  color: ${({ theme }) => theme.colors.neutral800};
  > span {
    ${cutText}
    flex: 1;
  }
  svg {
    flex: none;
    width: 10px;
    height: 10px;
    transition: transform 150ms;
  }
  &[aria-expanded='true'] svg {
    transform: rotate(180deg);
  }
`;

type Loaded = readonly PastInteraction[] | 'loading' | 'failed';

/** Earlier interactions of the visitor, newest first; each can be read [A5, P3]. */
export function History({ interaction }: { readonly interaction: AgentInteraction }) {
  const t = useTexts();
  const { id, visitor } = interaction;
  const [loaded, setLoaded] = useState<Loaded>('loading');
  const [attempt, setAttempt] = useState(0);
  // The visitor was merged with another: there are more interactions now.
  const merges = useAttendance(({ lastMerge }) => lastMerge?.count ?? 0);
  useEffect(() => {
    let isWanted = true;
    // Never rejects: null is a refusal.
    void currentSession()
      ?.history(id, visitor.id)
      .then((interactions) => isWanted && setLoaded(interactions ?? 'failed'));
    return () => {
      isWanted = false;
    };
  }, [id, visitor.id, attempt, merges]);
  if (loaded === 'loading') return <Loader small />;
  if (loaded === 'failed')
    return (
      <Sentence>
        {t('details.history.failed')}{' '}
        <TextButton
          onClick={() => {
            setLoaded('loading');
            setAttempt(attempt + 1);
          }}
        >
          {t('ui.retry')}
        </TextButton>
      </Sentence>
    );
  if (loaded.length === 0) return <Sentence>{t('details.history.empty')}</Sentence>;
  return (
    <Entries>
      {loaded.map((past) => (
        <PastEntry key={past.id} past={past} visitor={visitor.name} />
      ))}
    </Entries>
  );
}

function PastEntry({ past, visitor }: { readonly past: PastInteraction; readonly visitor: string }) {
  const t = useTexts();
  const locale = useLocale();
  const [isOpen, setOpen] = useState(false);
  const { agentName, channel, closingNote, closingTag, durationMs, protocolNumber, rating, startedAt } = past;
  const tags = useTags(past.tagIds);
  const facts = [
    t(`ui.channel.${channel}`),
    formatDate(startedAt, locale),
    formatDuration(durationMs),
    agentName === '' ? t('details.history.abandoned') : agentName,
    closingTag,
    ...tags.map(({ name }) => name),
  ];
  const words = facts.filter((fact) => fact !== '').join(' · ');
  return (
    <Entry>
      <Head
        type="button"
        aria-expanded={isOpen}
        title={`${words}\n${formatExact(startedAt, locale)} · ${protocolNumber}`}
        onClick={() => setOpen(!isOpen)}
      >
        <span>{words}</span>
        <ChevronDown aria-hidden />
      </Head>
      {rating !== null && <RatingMark rating={rating} />}
      {isOpen && (
        <>
          {rating !== null && rating.comment !== '' && <Sentence dir="auto">“{rating.comment}”</Sentence>}
          {tags.length > 0 && (
            <TagRow>
              {tags.map((tag) => (
                <TagChip key={tag.id} tag={tag} />
              ))}
            </TagRow>
          )}
          {closingNote !== '' && <Sentence dir="auto">{closingNote}</Sentence>}
          <PastTranscript past={past} visitor={visitor} />
        </>
      )}
    </Entry>
  );
}
