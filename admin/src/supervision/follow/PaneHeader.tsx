import { IconButton } from '@strapi/design-system';
import { Cross } from '@strapi/icons';
import { styled } from 'styled-components';

import type { SupervisedInteraction } from '../../../../plugins/attendance/protocol/supervision/supervision-events';
import type { SupervisionDesk } from '../../desks/supervision-desk';
import { useSentences, useTexts } from '../../i18n/useTexts';
import { Stopwatch } from '../../ui/Clock';
import { cutText } from '../../ui/styles/surfaces';
import { VisitorFace } from '../../visitors/VisitorFace';
import { SupervisionActions } from './SupervisionActions';
import { useSupervision } from './useSupervision';

const Header = styled.header`
  display: flex;
  flex-direction: column;
  gap: 10px;
  padding: 12px 16px;
  border-bottom: 1px solid ${({ theme }) => theme.colors.neutral150};
  background: ${({ theme }) => theme.colors.neutral0};
`;

const Who = styled.div`
  display: flex;
  align-items: center;
  gap: 12px;
  min-width: 0;
  > div {
    flex: 1;
    min-width: 0;
  }
  h2,
  p {
    ${cutText}
  }
  h2 {
    font-size: 1.6rem;
    font-weight: 600;
    line-height: 2.2rem;
    color: ${({ theme }) => theme.colors.neutral800};
  }
  p {
    font-size: 1.2rem;
    line-height: 1.8rem;
    font-variant-numeric: tabular-nums;
    color: ${({ theme }) => theme.colors.neutral600};
  }
`;

interface PaneHeaderProps {
  readonly desk: SupervisionDesk;
  /** Null until the first answer. */
  readonly interaction: SupervisedInteraction | null;
  /** The visitor's name. */
  readonly name: string;
  readonly onClose: () => void;
  readonly onTaken: () => void;
}

/** Whom it is with, and what a supervisor may do with it while it is followed. */
export function PaneHeader({ desk, interaction, name, onClose, onTaken }: PaneHeaderProps) {
  const t = useTexts();
  const standing = useSupervision(desk, (state) => state.standing);
  return (
    <Header>
      <Who>
        {interaction !== null && <VisitorFace id={interaction.visitor.id} name={interaction.visitor.name} />}
        <div>
          <h2 dir="auto" title={name}>
            {name}
          </h2>
          {interaction !== null && <Facts interaction={interaction} />}
        </div>
        <IconButton label={t('supervision.follow.close')} variant="ghost" onClick={onClose}>
          <Cross />
        </IconButton>
      </Who>
      {interaction !== null && (standing === 'following' || standing === 'lost') && (
        <SupervisionActions desk={desk} interaction={interaction} onDone={onClose} onTaken={onTaken} />
      )}
    </Header>
  );
}

/** Channel, department, agent, and how long it has waited or is attended. */
function Facts({ interaction }: { readonly interaction: SupervisedInteraction }) {
  const t = useTexts();
  const sentence = useSentences();
  const { agentName, assignedAt, channel, department, visitorEndedAt, waitingSince } = interaction;
  const facts = [
    t(`ui.channel.${channel}`),
    department?.name,
    assignedAt !== null && t('supervision.follow.with', { name: agentName }),
  ];
  const duration = <Stopwatch since={assignedAt ?? waitingSince} until={visitorEndedAt} />;
  return (
    <p>
      {facts.filter(Boolean).join(' · ')} ·{' '}
      {sentence(assignedAt === null ? 'supervision.follow.waiting' : 'supervision.follow.attended', {
        duration,
      })}
    </p>
  );
}
