import type { ReactNode } from 'react';
import { styled } from 'styled-components';

import type { FoundInteraction } from '../../../../plugins/attendance/protocol/search/search';
import { useLocale, useTexts } from '../../i18n/useTexts';
import { MarkedText } from '../../ui/MarkedText';
import { RatingMark } from '../../ui/RatingMark';
import { formatRelative } from '../../ui/format/relative-time';
import { formatDuration } from '../../../../plugins/attendance/protocol/shared/text/format-duration';
import { formatExact } from '../../ui/format/time';
import { useClockText } from '../../ui/useNow';
import { TagChip, TagRow } from '../../tags/TagChip';
import { useTags } from '../../tags/useTags';
import { displayedExcerpt, writerOf } from './found-texts';
import { CopyProtocol } from './CopyProtocol';

const List = styled.dl`
  display: grid;
  grid-template-columns: minmax(88px, max-content) minmax(0, 1fr);
  gap: 8px 16px;
  margin: 0;
  font-size: 1.3rem;
  line-height: 2rem;
  dt {
    color: ${({ theme }) => theme.colors.neutral600};
  }
  dd {
    margin: 0;
    overflow-wrap: anywhere;
    color: ${({ theme }) => theme.colors.neutral800};
    font-variant-numeric: tabular-nums;
  }
`;

const Written = styled.span`
  white-space: pre-wrap;
`;

interface FoundFactsProps {
  readonly interaction: FoundInteraction;
  readonly words: readonly string[];
}

/** Facts of a past interaction; what is empty is left out. */
export function FoundFacts({ interaction, words }: FoundFactsProps) {
  const t = useTexts();
  const { agentName, channel, closingNote, closingTag, departmentName, durationMs } = interaction;
  const { protocolNumber, rating, siteName, startedAt, tagIds } = interaction;
  const tags = useTags(tagIds);
  const excerpt = displayedExcerpt(interaction);
  const marked = (text: string): ReactNode => text !== '' && <MarkedText text={text} words={words} />;
  const facts: readonly (readonly [label: string, value: ReactNode])[] = [
    [t('details.captured.protocol'), <CopyProtocol key="protocol" number={protocolNumber} words={words} />],
    [t('search.channel'), t(`ui.channel.${channel}`)],
    [t('details.captured.start'), <Start key="start" at={startedAt} />],
    [t('details.captured.duration'), formatDuration(durationMs)],
    [t('search.agent'), agentName === '' ? t('search.abandoned') : agentName],
    [t('details.captured.site'), siteName],
    [t('details.captured.department'), departmentName],
    [
      t('tags.title'),
      tags.length > 0 && (
        <TagRow>
          {tags.map((tag) => (
            <TagChip key={tag.id} tag={tag} />
          ))}
        </TagRow>
      ),
    ],
    [t('conversation.end.tag'), marked(closingTag)],
    [t('search.closingNote'), closingNote !== '' && <Written dir="auto">{marked(closingNote)}</Written>],
    ...(excerpt?.of === 'field'
      ? [[writerOf(excerpt, interaction.visitor, t), marked(excerpt.text)] as const]
      : []),
    [
      t('search.rating'),
      rating !== null && (
        <>
          <RatingMark rating={rating} />
          {rating.comment !== '' && <div dir="auto">“{marked(rating.comment)}”</div>}
        </>
      ),
    ],
  ];
  return (
    <List>
      {facts.map(
        ([label, value]) =>
          value !== false &&
          value !== '' && (
            <Fact key={label} label={label}>
              {value}
            </Fact>
          ),
      )}
    </List>
  );
}

function Fact({ children, label }: { readonly label: string; readonly children: ReactNode }) {
  return (
    <>
      <dt>{label}</dt>
      <dd>{children}</dd>
    </>
  );
}

function Start({ at }: { readonly at: number }) {
  const locale = useLocale();
  const age = useClockText((now) => formatRelative(at, now, locale));
  return (
    <>
      {formatExact(at, locale)} · {age}
    </>
  );
}
