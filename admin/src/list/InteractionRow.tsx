import { memo, useMemo } from 'react';
import { styled } from 'styled-components';

import type { AgentInteraction } from '../../../plugins/attendance/protocol/interactions/interactions';
import type { InteractionId } from '../../../plugins/attendance/protocol/schemas/ids';
import { indicatorOf, type Indicator } from '../../../plugins/attendance/protocol/rules/indicator';
import { store, useAttendance } from '../attendance/attendance';
import { useLocale, useTexts } from '../i18n/useTexts';
import { ChannelIcon } from '../ui/ChannelIcon';
import { Age, Countdown, RingClock } from '../ui/Clock';
import { INDICATOR_COLOURS } from '../ui/styles/indicator-colours';
import { IndicatorTile } from '../ui/IndicatorTile';
import { cutText, innerFocusRing, modeOf, plainButton, selectedRow, shade } from '../ui/styles/surfaces';
import { formatExact } from '../ui/format/time';
import { visitorName } from '../ui/format/visitor-name';
import { waitingSinceOf } from '../model/selectors/select';
import { TagDots } from '../tags/TagDots';
import { useTags } from '../tags/useTags';
import { Draft } from './Draft';
import { previewOf, rowName } from './row-texts';
import { useRowDraft } from './useRowDraft';

const ROW_HEIGHT = '64px';

/** Gap in the place of a row that is gone: the rows below stay where they are. */
const Gap = styled.div`
  height: ${ROW_HEIGHT};
`;

const Row = styled.button<{ $indicator: Indicator; $isSelected: boolean }>`
  ${plainButton}
  position: relative;
  display: grid;
  grid-template-columns: 40px minmax(0, 1fr) auto;
  align-items: center;
  column-gap: 12px;
  width: 100%;
  height: ${ROW_HEIGHT};
  padding: 0 16px;
  background: ${({ theme, $indicator }) => INDICATOR_COLOURS[modeOf(theme)][$indicator].tint ?? 'transparent'};
  transition: background-color 150ms;
  &:hover {
    background: ${({ theme, $indicator }) =>
      INDICATOR_COLOURS[modeOf(theme)][$indicator].tint ?? shade('hovered')({ theme })};
  }
  ${innerFocusRing}
  ${({ $isSelected }) => $isSelected && selectedRow}
`;

const Line = styled.span`
  display: flex;
  align-items: baseline;
  gap: 6px;
  min-width: 0;
`;

const Name = styled.span`
  ${cutText}
  font-size: 1.4rem;
  font-weight: 600;
  line-height: 2rem;
  color: ${({ theme }) => theme.colors.neutral800};
`;

const Department = styled.span`
  ${cutText}
  flex: 0 1 auto;
  max-width: 45%;
  font-size: 1.1rem;
  color: ${({ theme }) => theme.colors.neutral600};
`;

const Preview = styled.span<{ $isUnread: boolean }>`
  ${cutText}
  display: block;
  font-size: 1.3rem;
  line-height: 1.8rem;
  color: ${({ theme, $isUnread }) => ($isUnread ? theme.colors.neutral700 : theme.colors.neutral600)};
  font-weight: ${({ $isUnread }) => ($isUnread ? 500 : 400)};
`;

const Side = styled.span`
  display: flex;
  flex-direction: column;
  align-items: flex-end;
  gap: 4px;
  min-width: 40px;
`;

const Time = styled.span<{ $isUrgent: boolean }>`
  font-size: 1.2rem;
  line-height: 1.8rem;
  font-variant-numeric: tabular-nums;
  font-weight: ${({ $isUrgent }) => ($isUrgent ? 600 : 400)};
  color: ${({ theme, $isUrgent }) => ($isUrgent ? theme.colors.danger600 : theme.colors.neutral600)};
`;

const Unread = styled.span`
  min-width: 18px;
  padding: 0 5px;
  border-radius: 9px;
  background: #1d4ed8;
  color: #ffffff;
  font-size: 1.1rem;
  font-weight: 700;
  line-height: 18px;
  text-align: center;
  font-variant-numeric: tabular-nums;
`;

interface InteractionRowProps {
  readonly id: InteractionId;
  readonly isSelected: boolean;
  /** Whether Tab reaches this row; the arrow keys go on from it. */
  readonly isTabStop: boolean;
  readonly onOpen: (id: InteractionId) => void;
  readonly onFocus: (id: InteractionId) => void;
}

/** One interaction in the agent's list; renders again only when its own facts change. */
export const InteractionRow = memo(function InteractionRow({ id, ...props }: InteractionRowProps) {
  const interaction = useAttendance(({ interactions }) => interactions.get(id));
  return interaction === undefined ? <Gap /> : <FilledRow interaction={interaction} {...props} />;
});

function FilledRow({
  interaction,
  isSelected,
  isTabStop,
  onFocus,
  onOpen,
}: Omit<InteractionRowProps, 'id'> & { readonly interaction: AgentInteraction }) {
  const t = useTexts();
  const { awaySince, awayUntil, department, id, unreadCount, visitorEndedAt } = interaction;
  const indicator = indicatorOf(interaction);
  const tags = useTags(interaction.tagIds);
  const draft = useRowDraft(id, isSelected);
  const isAway = visitorEndedAt === null && awayUntil !== null;
  const away = useMemo(() => {
    const serverNow = Date.now() + store.getState().clockOffsetMs;
    return isAway && awaySince !== null ? { since: awaySince, until: awayUntil, serverNow } : null;
  }, [isAway, awaySince, awayUntil]);
  return (
    <Row
      type="button"
      data-interaction-row
      $indicator={indicator}
      $isSelected={isSelected}
      aria-current={isSelected ? 'true' : undefined}
      aria-label={rowName(interaction, { indicator, tags, hasDraft: draft !== null }, t)}
      tabIndex={isTabStop ? 0 : -1}
      onClick={() => onOpen(id)}
      onFocus={() => onFocus(id)}
    >
      <IndicatorTile indicator={indicator} away={away} />
      <span>
        <Line>
          <ChannelIcon channel={interaction.channel} />
          <Name dir="auto" title={visitorName(interaction.visitor, t)}>
            {visitorName(interaction.visitor, t)}
          </Name>
          {department !== null && <Department title={department.name}>{department.name}</Department>}
          <TagDots tagIds={interaction.tagIds} />
        </Line>
        <Preview dir="auto" $isUnread={unreadCount > 0}>
          {draft === null ? previewOf(interaction, t) : <Draft text={draft} />}
        </Preview>
      </span>
      <Side>
        <RowTime interaction={interaction} />
        {unreadCount > 0 && <Unread>{unreadCount > 99 ? '99+' : unreadCount}</Unread>}
      </Side>
    </Row>
  );
}

/** Time left of a ring or of an absence, else how long this kind of wait has lasted. */
function RowTime({ interaction }: { readonly interaction: AgentInteraction }) {
  const t = useTexts();
  const locale = useLocale();
  const { awayUntil, ringUntil, visitorEndedAt } = interaction;
  const isNew = indicatorOf(interaction) === 'new';
  const since = waitingSinceOf(interaction);
  if (visitorEndedAt === null && awayUntil !== null)
    return (
      <Time $isUrgent={isNew} title={formatExact(awayUntil, locale)}>
        <Countdown until={awayUntil} />
      </Time>
    );
  if (isNew && ringUntil !== null)
    return (
      <Time $isUrgent title={t('list.ring')}>
        <RingClock since={since} until={ringUntil} />
      </Time>
    );
  return (
    <Time $isUrgent={isNew} title={formatExact(since, locale)}>
      <Age since={since} />
    </Time>
  );
}
