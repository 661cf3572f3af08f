import { memo } from 'react';
import { VisuallyHidden } from '@strapi/design-system';
import { styled } from 'styled-components';

import type { InteractionId } from '../../../../plugins/attendance/protocol/schemas/ids';
import type { FoundInteraction } from '../../../../plugins/attendance/protocol/search/search';
import { findWords } from '../../../../plugins/attendance/protocol/shared/text/search-words';
import { useLocale, useTexts } from '../../i18n/useTexts';
import { MarkedText } from '../../ui/MarkedText';
import { formatRelative } from '../../ui/format/relative-time';
import { cutText, innerFocusRing, plainButton, selectedRow, shade } from '../../ui/styles/surfaces';
import { formatClock, formatDate, formatExact } from '../../ui/format/time';
import { formatDuration } from '../../../../plugins/attendance/protocol/shared/text/format-duration';
import { dayOf } from '../../model/day-of';
import { useClockText } from '../../ui/useNow';
import { visitorName } from '../../ui/format/visitor-name';
import { TagChip } from '../../tags/TagChip';
import { TagDots } from '../../tags/TagDots';
import { useTags } from '../../tags/useTags';
import { ChannelTile } from './ChannelTile';
import { FoundExcerpt } from './FoundExcerpt';

const Row = styled.button<{ $isChosen: boolean }>`
  ${plainButton}
  position: relative;
  display: grid;
  grid-template-columns: 36px minmax(0, 1fr) auto;
  gap: 0 12px;
  align-items: start;
  width: 100%;
  padding: 12px 20px;
  transition: background-color 150ms;
  &:hover {
    background: ${shade('hovered')};
  }
  ${innerFocusRing}
  @media (max-width: 767px) {
    padding-inline: 16px;
  }
  ${({ $isChosen }) => $isChosen && selectedRow}
`;

const Words = styled.span`
  display: block;
  min-width: 0;
`;

const Line = styled.span`
  display: flex;
  align-items: center;
  gap: 6px;
  min-width: 0;
`;

const Name = styled.b`
  ${cutText}
  font-size: 1.4rem;
  font-weight: 600;
  line-height: 2rem;
  color: ${({ theme }) => theme.colors.neutral800};
`;

const Facts = styled.span`
  ${cutText}
  display: block;
  font-size: 1.2rem;
  line-height: 1.8rem;
  font-variant-numeric: tabular-nums;
  color: ${({ theme }) => theme.colors.neutral600};
`;

const When = styled.span`
  display: block;
  font-size: 1.2rem;
  line-height: 2rem;
  text-align: right;
  white-space: nowrap;
  font-variant-numeric: tabular-nums;
  color: ${({ theme }) => theme.colors.neutral600};
  small {
    display: block;
    font-size: 1.1rem;
    line-height: 1.8rem;
  }
`;

/** The excerpt, as wide as the row: the place of the words is what one looks for. */
const Why = styled.span`
  display: block;
  grid-column: 2 / -1;
  min-width: 0;
`;

const Chips = styled.span`
  display: flex;
  flex-wrap: wrap;
  gap: 4px;
  margin-top: 4px;
`;

interface FoundRowProps {
  readonly interaction: FoundInteraction;
  readonly words: readonly string[];
  readonly isChosen: boolean;
  /** Whether Tab reaches this row; the arrow keys go on from it. */
  readonly isTabStop: boolean;
  readonly onChoose: (id: InteractionId) => void;
  readonly onFocus: (id: InteractionId) => void;
}

/** Row of a past interaction: who, when, with whom, and where the words were found. */
export const FoundRow = memo(function FoundRow(props: FoundRowProps) {
  const { interaction, isChosen, isTabStop, onChoose, onFocus, words } = props;
  const t = useTexts();
  const { agentName, channel, durationMs, id, protocolNumber, startedAt, tagIds, visitor } = interaction;
  const tags = useTags(tagIds);
  // A tag that matched is named; of the others the colour is enough.
  const named = tags.filter(({ name }) => findWords(name, words).length > 0);
  const name = visitorName(visitor, t);
  return (
    <Row
      type="button"
      data-found-row={id}
      $isChosen={isChosen}
      aria-current={isChosen ? 'true' : undefined}
      tabIndex={isTabStop ? 0 : -1}
      onClick={() => onChoose(id)}
      onFocus={() => onFocus(id)}
    >
      <ChannelTile channel={channel} />
      <Words>
        <Line>
          <Name dir="auto" title={name}>
            <MarkedText text={name} words={words} />
          </Name>
          <TagDots tagIds={tagIds} />
          {tags.length > 0 && (
            <VisuallyHidden>
              {t('tags.inRow', { names: tags.map((tag) => tag.name).join(', ') })}
            </VisuallyHidden>
          )}
        </Line>
        <Facts>
          <MarkedText text={protocolNumber} words={words} />
          {` · ${agentName === '' ? t('search.abandoned') : agentName} · ${formatDuration(durationMs)}`}
        </Facts>
      </Words>
      <StartedAt at={startedAt} />
      <Why>
        <FoundExcerpt interaction={interaction} words={words} />
        {named.length > 0 && (
          <Chips aria-hidden>
            {named.map((tag) => (
              <TagChip key={tag.id} tag={tag} />
            ))}
          </Chips>
        )}
      </Why>
    </Row>
  );
});

/** Start of an interaction: the date, or the time alone today, and its age. */
function StartedAt({ at }: { readonly at: number }) {
  const locale = useLocale();
  const age = useClockText((now) => formatRelative(at, now, locale));
  const date = useClockText((now) =>
    dayOf(at) === dayOf(now) ? formatClock(at, locale) : formatDate(at, locale, now),
  );
  return (
    <When title={formatExact(at, locale)}>
      {date} <small>{age}</small>
    </When>
  );
}
