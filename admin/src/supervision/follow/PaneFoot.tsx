import { Button } from '@strapi/design-system';
import { styled } from 'styled-components';

import type { SupervisedInteraction } from '../../../../plugins/attendance/protocol/supervision/supervision-events';
import type { SupervisionDesk } from '../../desks/supervision-desk';
import type { SupervisionState } from '../../desks/supervision-state';
import { useTexts, type Translate } from '../../i18n/useTexts';
import { useSupervision } from './useSupervision';
import { WhisperComposer } from './WhisperComposer';

const Over = styled.div`
  display: flex;
  flex-wrap: wrap;
  align-items: center;
  justify-content: center;
  gap: 8px 16px;
  padding: 14px 16px;
  border-top: 1px solid ${({ theme }) => theme.colors.neutral150};
  background: ${({ theme }) => theme.colors.neutral0};
  font-size: 1.3rem;
  line-height: 1.8rem;
  color: ${({ theme }) => theme.colors.neutral600};
`;

interface PaneFootProps {
  readonly desk: SupervisionDesk;
  readonly interaction: SupervisedInteraction;
  readonly onTaken: () => void;
}

/** The box for whispers, or why there is none. */
export function PaneFoot({ desk, interaction, onTaken }: PaneFootProps) {
  const t = useTexts();
  const standing = useSupervision(desk, (state) => state.standing);
  const refusal = useSupervision(desk, (state) => state.refusal);
  const ending = endingOf(standing, t);
  return (
    <>
      {/* Mounted before there is anything to read out. */}
      <div role="status">
        {ending !== null && (
          <Over>
            {standing === 'failed' && refusal !== null
              ? t('supervision.follow.failed', { reason: t(`ui.error.${refusal}`) })
              : ending}
            {standing === 'yours' && (
              <Button size="S" onClick={onTaken}>
                {t('supervision.follow.yours.go')}
              </Button>
            )}
            {standing === 'failed' && (
              <Button size="S" variant="tertiary" onClick={desk.retry}>
                {t('ui.retry')}
              </Button>
            )}
          </Over>
        )}
      </div>
      {ending === null && interaction.status === 'waiting' && (
        <Over>{t('supervision.follow.whisper.nobody')}</Over>
      )}
      {ending === null && interaction.status !== 'waiting' && (
        <WhisperComposer key={interaction.id} desk={desk} agentName={interaction.agentName} />
      )}
    </>
  );
}

function endingOf(standing: SupervisionState['standing'], t: Translate): string | null {
  switch (standing) {
    case 'over':
      return t('supervision.follow.over');
    case 'yours':
      return t('supervision.follow.yours');
    case 'forbidden':
      return t('supervision.follow.forbidden');
    case 'failed':
      return t('ui.error.internal');
    default:
      return null;
  }
}
