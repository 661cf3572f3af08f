import { Loader, TextButton } from '@strapi/design-system';
import { styled } from 'styled-components';

import type { PastInteraction } from '../../../plugins/attendance/protocol/interactions/interactions';
import { PictureStage } from '../files/PictureStage';
import { useTexts } from '../i18n/useTexts';
import { PastLines } from './PastLines';
import { usePastLines } from './usePastLines';

const Frame = styled.div`
  max-height: 320px;
  margin-top: 6px;
  padding: 8px 12px;
  overflow-y: auto;
  border-radius: 8px;
  background: ${({ theme }) => theme.colors.neutral100};
  font-size: 1.3rem;
  line-height: 1.8rem;
  color: ${({ theme }) => theme.colors.neutral800};
`;

const Sentence = styled.p`
  font-size: 1.2rem;
  color: ${({ theme }) => theme.colors.neutral600};
`;

interface PastTranscriptProps {
  readonly past: PastInteraction;
  readonly visitor: string;
}

/** Transcript of an earlier interaction, from its last lines back; read only. */
export function PastTranscript({ past, visitor }: PastTranscriptProps) {
  const t = useTexts();
  const { earlier, hasEarlier, lines, retry, standing } = usePastLines(past.id, 'last');
  if (standing === 'loading')
    return (
      <Frame>
        <Loader small />
      </Frame>
    );
  if (standing !== 'ready')
    return (
      <Frame>
        <TextButton onClick={retry}>{t('ui.retry')}</TextButton>
      </Frame>
    );
  const hasSaid = lines.some((line) => !('side' in line) || line.side !== 'system');
  return (
    <PictureStage>
      <Frame tabIndex={0} role="group" aria-label={past.protocolNumber}>
        {hasEarlier && <TextButton onClick={earlier}>{t('conversation.loadEarlier')}</TextButton>}
        {!hasSaid && <Sentence>{t('list.noText')}</Sentence>}
        <PastLines lines={lines} visitor={visitor} />
      </Frame>
    </PictureStage>
  );
}
