import { Button, IconButton, Tooltip } from '@strapi/design-system';
import { ArrowLeft, Question, User } from '@strapi/icons';
import { styled } from 'styled-components';

import type { AgentInteraction } from '../../../plugins/attendance/protocol/interactions/interactions';
import { RaiseButtons } from '../call/RaiseButtons';
import { useSentences, useTexts } from '../i18n/useTexts';
import { avatarColour } from '../ui/styles/avatar-colour';
import { Stopwatch } from '../ui/Clock';
import { cutText } from '../ui/styles/surfaces';
import { initialsOf } from '../../../plugins/attendance/chat/initials';
import { visitorName } from '../ui/format/visitor-name';
import { FollowersMark } from './FollowersMark';
import { callStageOf } from '../model/selectors/select-call';
import { TransferButton } from '../transfer/TransferButton';

const Header = styled.header`
  display: flex;
  align-items: center;
  gap: 12px;
  min-height: 64px;
  padding: 10px 24px 10px 20px;
  border-bottom: 1px solid ${({ theme }) => theme.colors.neutral150};
  background: ${({ theme }) => theme.colors.neutral0};
  @media (max-width: 767px) {
    gap: 8px;
    padding: 8px 12px;
  }
  @media (max-width: 479px) {
    flex-wrap: wrap;
    > :last-child {
      flex: 1 0 100%;
    }
  }
`;

const Avatar = styled.span<{ $colour: string }>`
  display: grid;
  place-items: center;
  flex: none;
  width: 40px;
  height: 40px;
  border-radius: 50%;
  background: ${({ $colour }) => $colour};
  color: #ffffff;
  font-size: 1.3rem;
  font-weight: 700;
  @media (max-width: 479px) {
    display: none;
  }
`;

const Who = styled.div`
  flex: 1;
  min-width: 0;
`;

const Name = styled.h2`
  display: flex;
  align-items: center;
  gap: 6px;
  font-size: 1.6rem;
  font-weight: 600;
  line-height: 2.2rem;
  color: ${({ theme }) => theme.colors.neutral800};
  > span:first-child {
    ${cutText}
  }
  svg {
    display: block;
    width: 14px;
    height: 14px;
  }
  svg path {
    fill: ${({ theme }) => theme.colors.neutral500};
  }
`;

const Facts = styled.p`
  ${cutText}
  font-size: 1.2rem;
  line-height: 1.8rem;
  font-variant-numeric: tabular-nums;
  color: ${({ theme }) => theme.colors.neutral600};
`;

const OnlyNarrow = styled.span<{ $below: number }>`
  display: none;
  @media (max-width: ${({ $below }) => $below - 1}px) {
    display: inline-flex;
  }
`;

interface ConversationHeaderProps {
  readonly interaction: AgentInteraction;
  readonly onBack: () => void;
  readonly onDetails: () => void;
  readonly onEnd: () => void;
}

export function ConversationHeader({ interaction, onBack, onDetails, onEnd }: ConversationHeaderProps) {
  const t = useTexts();
  const sentence = useSentences();
  const { assignedAt, channel, department, visitor, visitorEndedAt } = interaction;
  const name = visitorName(visitor, t);
  // Only one primary action is in sight: to answer, while a visitor rings.
  const stage = callStageOf(interaction).kind;
  return (
    <Header>
      <OnlyNarrow $below={768}>
        <IconButton label={t('conversation.back')} variant="ghost" onClick={onBack}>
          <ArrowLeft />
        </IconButton>
      </OnlyNarrow>
      <Avatar $colour={avatarColour(visitor.id)} aria-hidden>
        {visitor.name === '' ? '#' : initialsOf(name)}
      </Avatar>
      <Who>
        <Name>
          <span dir="auto" title={name}>
            {name}
          </span>
          {visitor.name !== '' && (
            <Tooltip label={t('conversation.unverified')}>
              {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- the keyboard reaches the tooltip too */}
              <span tabIndex={0} role="img" aria-label={t('conversation.unverified')}>
                <Question aria-hidden />
              </span>
            </Tooltip>
          )}
        </Name>
        <Facts>
          {[t(`ui.channel.${channel}`), department?.name].filter(Boolean).join(' · ')} ·{' '}
          {sentence('conversation.attended', {
            duration: <Stopwatch since={assignedAt} until={visitorEndedAt} />,
          })}
        </Facts>
        <FollowersMark id={interaction.id} />
      </Who>
      <RaiseButtons interaction={interaction} />
      <TransferButton key={interaction.id} interaction={interaction} />
      <OnlyNarrow $below={1024}>
        <IconButton label={t('conversation.details')} variant="tertiary" onClick={onDetails}>
          <User />
        </IconButton>
      </OnlyNarrow>
      <Button variant={stage === 'invited' ? 'tertiary' : 'default'} onClick={onEnd}>
        {t('conversation.end.button')}
      </Button>
    </Header>
  );
}
