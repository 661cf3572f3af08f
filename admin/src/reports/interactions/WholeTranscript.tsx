import { Button, Loader, TextButton } from '@strapi/design-system';
import { styled } from 'styled-components';

import type { InteractionId } from '../../../../plugins/attendance/protocol/schemas/ids';
import { PastLines } from '../../details/PastLines';
import { usePastLines } from '../../details/usePastLines';
import { PictureStage } from '../../files/PictureStage';
import { useTexts } from '../../i18n/useTexts';

const Turn = styled.p`
  display: flex;
  justify-content: center;
  min-height: 36px;
`;

const Sentence = styled.div`
  display: flex;
  align-items: center;
  gap: 12px;
  color: ${({ theme }) => theme.colors.neutral600};
`;

interface WholeTranscriptProps {
  readonly id: InteractionId;
  readonly visitor: string;
}

/** The whole transcript of an interaction, from its first line on; read only. */
export function WholeTranscript({ id, visitor }: WholeTranscriptProps) {
  const t = useTexts();
  const { earlier, hasEarlier, hasFailed, hasLater, isTurning, later, lines, retry, standing } = usePastLines(
    id,
    'first',
  );
  if (standing === 'loading') return <Loader small>{t('conversation.loading')}</Loader>;
  if (standing === 'gone') return <Sentence role="alert">{t('search.gone')}</Sentence>;
  if (standing === 'failed')
    return (
      <Sentence role="alert">
        {t('details.history.failed')}
        <Button size="S" variant="tertiary" onClick={retry}>
          {t('ui.retry')}
        </Button>
      </Sentence>
    );
  return (
    <PictureStage>
      <div role="group" aria-label={t('reports.interactions.transcript')} aria-busy={isTurning}>
        {hasEarlier && (
          <Turn>
            <TextButton disabled={isTurning} onClick={earlier}>
              {t('conversation.loadEarlier')}
            </TextButton>
          </Turn>
        )}
        {lines.length === 0 && <Sentence>{t('list.noText')}</Sentence>}
        <PastLines lines={lines} visitor={visitor} isWhole />
        {hasFailed && <Sentence role="status">{t('details.history.failed')}</Sentence>}
        {hasLater && (
          <Turn>
            <TextButton disabled={isTurning} onClick={later}>
              {t('search.later')}
            </TextButton>
          </Turn>
        )}
      </div>
    </PictureStage>
  );
}
