import { useEffect, useRef } from 'react';
import { Button, Loader, TextButton } from '@strapi/design-system';
import { styled } from 'styled-components';

import { PastLines } from '../../details/PastLines';
import { usePastLines, type PastReading } from '../../details/usePastLines';
import { PictureStage } from '../../files/PictureStage';
import { useTexts } from '../../i18n/useTexts';
import { targetOf } from './find-target';
import type { Chosen } from '../../desks/search-state';

const Lines = styled.div`
  font-size: 1.4rem;
  line-height: 2rem;
  color: ${({ theme }) => theme.colors.neutral800};
  &:focus-visible {
    outline: 2px solid ${({ theme }) => theme.colors.primary600};
    outline-offset: 6px;
    border-radius: 4px;
  }
`;

const Turn = styled.p`
  display: flex;
  align-items: center;
  justify-content: center;
  gap: 8px;
  min-height: 36px;
  font-size: 1.3rem;
`;

const Sentence = styled.div`
  display: flex;
  flex-direction: column;
  align-items: flex-start;
  gap: 12px;
  padding: 8px 0;
  font-size: 1.4rem;
  line-height: 2rem;
  color: ${({ theme }) => theme.colors.neutral600};
`;

interface FoundTranscriptProps {
  readonly chosen: Chosen;
}

/** The whole transcript, around the line that was found, with the search words highlighted [A8]. */
export function FoundTranscript({ chosen }: FoundTranscriptProps) {
  const t = useTexts();
  const { excerpt, id } = chosen.interaction;
  const reading = usePastLines(id, excerpt?.sequence ?? 'first');
  const { standing } = reading;
  if (standing === 'loading')
    return (
      <Sentence>
        <Loader small>{t('conversation.loading')}</Loader>
      </Sentence>
    );
  if (standing === 'gone') return <Sentence role="alert">{t('search.gone')}</Sentence>;
  if (standing === 'failed')
    return (
      <Sentence role="alert">
        {t('details.history.failed')}
        <Button variant="tertiary" onClick={reading.retry}>
          {t('ui.retry')}
        </Button>
      </Sentence>
    );
  return <ReadLines chosen={chosen} reading={reading} />;
}

function ReadLines({ chosen, reading }: FoundTranscriptProps & { readonly reading: PastReading }) {
  const t = useTexts();
  const frame = useRef<HTMLDivElement>(null);
  const { interaction, words } = chosen;
  const { earlier, hasEarlier, hasFailed, hasLater, isTurning, later, lines, notes } = reading;
  const target = targetOf({ lines, notes }, chosen);
  const place = useScrolledTo(target !== undefined && lines.includes(target));
  // A note has no sequence to read around: lines before it are read until it is loaded.
  const isAhead = target !== undefined && !lines.includes(target) && hasLater;
  useEffect(() => {
    if (isAhead && !isTurning && !hasFailed) later();
  }, [isAhead, isTurning, hasFailed, later]);
  const turn = (go: () => void) => () => {
    go();
    // The button may be gone with the last page.
    frame.current?.focus();
  };
  return (
    <PictureStage>
      <Lines ref={frame} tabIndex={-1} role="group" aria-label={t('search.transcript')} aria-busy={isTurning}>
        {hasEarlier && (
          <Turn>
            <TextButton disabled={isTurning} onClick={turn(earlier)}>
              {t('conversation.loadEarlier')}
            </TextButton>
          </Turn>
        )}
        {lines.length === 0 && <Sentence>{t('list.noText')}</Sentence>}
        <PastLines
          ref={place}
          lines={lines}
          visitor={interaction.visitor.name}
          words={words}
          target={target}
          isWhole
        />
        {hasFailed && <Sentence role="status">{t('details.history.failed')}</Sentence>}
        {hasLater && (
          <Turn>
            <TextButton disabled={isTurning} onClick={turn(later)}>
              {t('search.later')}
            </TextButton>
          </Turn>
        )}
      </Lines>
    </PictureStage>
  );
}

/** Scrolls the line that was found into sight, once: an agent who scrolls on is left alone. */
function useScrolledTo(isThere: boolean) {
  const place = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (isThere) place.current?.scrollIntoView({ block: 'center' });
  }, [isThere]);
  return place;
}
