import { memo, type ReactNode } from 'react';
import { css, styled } from 'styled-components';

import { indicatorOf } from '../../../../../plugins/attendance/protocol/rules/indicator';
import type { InteractionId } from '../../../../../plugins/attendance/protocol/schemas/ids';
import type { BoardHeld } from '../../../../../plugins/attendance/protocol/supervision/board';
import { useLocale, useTexts } from '../../../i18n/useTexts';
import { liveName } from '../../follow/live-name';
import { ChannelIcon } from '../../../ui/ChannelIcon';
import { Stopwatch } from '../../../ui/Clock';
import { IndicatorTile } from '../../../ui/IndicatorTile';
import { cutText, innerFocusRing, plainButton, selectedRow, shade } from '../../../ui/styles/surfaces';
import { formatExact } from '../../../ui/format/time';
import { size } from '../look/board-sizes';

const row = css<{ $isFollowed: boolean }>`
  --tile: ${size(26)};
  position: relative;
  display: grid;
  grid-template-columns: auto minmax(0, 1fr) auto;
  align-items: center;
  gap: ${size(10)};
  width: 100%;
  min-height: ${size(40)};
  padding: ${size(5)} ${size(14)};
  ${({ $isFollowed }) => $isFollowed && selectedRow}
`;

const Button = styled.button<{ $isFollowed: boolean }>`
  ${plainButton}
  ${row}
  &:hover {
    background: ${shade('hovered')};
  }
  ${innerFocusRing}
`;

const Still = styled.div<{ $isFollowed: boolean }>`
  ${row}
`;

const Words = styled.span`
  min-width: 0;
  > span {
    display: flex;
    align-items: center;
    gap: ${size(5)};
  }
  b {
    ${cutText}
    font-size: ${size(13)};
    font-weight: 500;
    line-height: ${size(17)};
    color: ${({ theme }) => theme.colors.neutral800};
  }
  small {
    ${cutText}
    display: block;
    font-size: ${size(11)};
    line-height: ${size(15)};
    color: ${({ theme }) => theme.colors.neutral600};
  }
`;

const Time = styled.span`
  font-size: ${size(12)};
  font-variant-numeric: tabular-nums;
  color: ${({ theme }) => theme.colors.neutral600};
`;

interface HeldRowProps {
  readonly held: BoardHeld;
  readonly agentName: string;
  readonly isFollowed: boolean;
  readonly isWall: boolean;
  readonly onFollow: (id: InteractionId) => void;
}

/** An interaction that an agent holds: indicator as in their own list, visitor, and since when it is theirs. */
export const HeldRow = memo(function HeldRow(props: HeldRowProps) {
  const { agentName, held, isFollowed, isWall, onFollow } = props;
  const t = useTexts();
  const locale = useLocale();
  const indicator = indicatorOf(held);
  const name = liveName(held, t);
  const word = t(`ui.indicator.${indicator}`);
  const facts = [isFollowed && t('supervision.board.held.following'), word, held.department?.name];
  const content: ReactNode = (
    <>
      <IndicatorTile indicator={indicator} />
      <Words>
        <span>
          <ChannelIcon channel={held.channel} />
          <b dir="auto" title={name}>
            {name}
          </b>
        </span>
        <small>{facts.filter(Boolean).join(' · ')}</small>
      </Words>
      <Time title={formatExact(held.assignedAt, locale)}>
        <Stopwatch since={held.assignedAt} until={held.visitorEndedAt} />
      </Time>
    </>
  );
  if (isWall) return <Still $isFollowed={false}>{content}</Still>;
  return (
    <Button
      type="button"
      $isFollowed={isFollowed}
      aria-pressed={isFollowed}
      aria-label={t('supervision.board.held.open', { name, indicator: word, agent: agentName })}
      data-live-id={held.id}
      data-interaction-row
      onClick={() => onFollow(held.id)}
    >
      {content}
    </Button>
  );
});
