import { useLayoutEffect, useRef, type RefObject } from 'react';
import { Button, Loader, TextButton } from '@strapi/design-system';
import { styled } from 'styled-components';

import type { InteractionId } from '../../../../plugins/attendance/protocol/schemas/ids';
import { useAttendance } from '../../attendance/attendance';
import { useTexts, type Translate } from '../../i18n/useTexts';
import { shade } from '../../ui/styles/surfaces';
import { FoundList } from './FoundList';
import type { SearchDesk } from '../../desks/search-desk';
import { isStale, type SearchState } from '../../desks/search-state';

const Summary = styled.div`
  display: flex;
  flex-wrap: wrap;
  align-items: center;
  justify-content: space-between;
  gap: 0 16px;
  min-height: 36px;
  padding: 6px 20px;
  font-size: 1.2rem;
  line-height: 1.8rem;
  font-variant-numeric: tabular-nums;
  color: ${({ theme }) => theme.colors.neutral600};
  @media (max-width: 767px) {
    padding-inline: 16px;
  }
`;

const Scroller = styled.div`
  flex: 1;
  min-height: 0;
  overflow-y: auto;
`;

const Sentence = styled.div`
  display: flex;
  flex-direction: column;
  align-items: center;
  gap: 12px;
  max-width: 440px;
  margin: 0 auto;
  padding: 56px 24px;
  text-align: center;
  font-size: 1.4rem;
  line-height: 2rem;
  color: ${({ theme }) => theme.colors.neutral600};
`;

const Strip = styled.div`
  display: flex;
  flex-wrap: wrap;
  align-items: center;
  gap: 4px 12px;
  padding: 8px 20px;
  background: ${shade('warning')};
  font-size: 1.3rem;
  line-height: 1.8rem;
  color: ${({ theme }) => theme.colors.neutral800};
`;

const More = styled.div`
  display: flex;
  flex-direction: column;
  gap: 8px;
  padding: 12px 20px 20px;
`;

interface FoundResultsProps {
  readonly desk: SearchDesk;
  readonly state: SearchState;
  readonly rows: RefObject<HTMLUListElement>;
  readonly returnTo: InteractionId | null;
  readonly hasFilters: boolean;
  readonly onChoose: (id: InteractionId) => void;
  readonly onUp: () => void;
}

/** Search results, or why there are none; announced politely to screen readers. */
export function FoundResults(props: FoundResultsProps) {
  const { desk, hasFilters, onChoose, onUp, returnTo, rows, state } = props;
  const t = useTexts();
  const scroller = useRef<HTMLDivElement>(null);
  const { found, isIncomplete, progress, round } = state;
  useLayoutEffect(() => {
    if (scroller.current !== null) scroller.current.scrollTop = desk.scroll.top;
  }, [desk, round]);
  return (
    <>
      <Summary>
        <span role="status">{summaryOf(state, hasFilters, t)}</span>
        {hasFilters && found?.length !== 0 && (
          <TextButton onClick={desk.widen}>{t('search.widen')}</TextButton>
        )}
      </Summary>
      {isIncomplete && <Strip>{t('search.incomplete')}</Strip>}
      {progress === 'failed' && found !== null && (
        <Strip role="alert">
          {t('search.failed')}
          <TextButton onClick={desk.retry}>{t('ui.retry')}</TextButton>
        </Strip>
      )}
      <Scroller
        ref={scroller}
        onScroll={({ currentTarget }) => {
          desk.scroll.top = currentTarget.scrollTop;
        }}
      >
        {found === null && progress === 'failed' && (
          <Sentence role="alert">
            {t('search.failed')}
            <Button variant="tertiary" onClick={desk.retry}>
              {t('ui.retry')}
            </Button>
          </Sentence>
        )}
        {found === null && progress !== 'failed' && (
          <Sentence>
            <Loader small>{t('search.asking')}</Loader>
          </Sentence>
        )}
        {found?.length === 0 && <Nothing desk={desk} state={state} hasFilters={hasFilters} />}
        {found !== null && found.length > 0 && (
          <FoundList rows={rows} state={state} returnTo={returnTo} onChoose={onChoose} onLeave={onUp} />
        )}
        {state.hasMore && !isStale(state) && <NextPage desk={desk} state={state} />}
      </Scroller>
    </>
  );
}

function summaryOf(state: SearchState, hasFilters: boolean, t: Translate): string {
  const { found, hasMore, progress, words } = state;
  if (isStale(state)) return t('search.asking');
  if (found === null || progress === 'failed') return '';
  if (words.length === 0 && !hasFilters && found.length > 0) return t('search.newest');
  return t(hasMore ? 'search.foundMore' : 'search.found', { count: found.length });
}

/** The empty result: its reason, and what can be done. */
function Nothing({ desk, hasFilters, state }: Pick<FoundResultsProps, 'desk' | 'hasFilters' | 'state'>) {
  const t = useTexts();
  const isSupervisor = useAttendance(({ self }) => self?.isSupervisor === true);
  const hasText = state.text.trim() !== '';
  return (
    <Sentence>
      <p>{t(hasText ? 'search.none' : hasFilters ? 'search.none.filters' : 'search.empty')}</p>
      {!isSupervisor && <p>{t('search.mine')}</p>}
      {hasFilters && (
        <Button variant="tertiary" onClick={desk.widen}>
          {t('search.widen')}
        </Button>
      )}
    </Sentence>
  );
}

function NextPage({ desk, state: { progress } }: Pick<FoundResultsProps, 'desk' | 'state'>) {
  const t = useTexts();
  return (
    <More>
      {progress === 'failed-more' && (
        <Sentence as="p" role="alert">
          {t('search.failed')}
        </Sentence>
      )}
      <Button variant="tertiary" fullWidth loading={progress === 'asking-more'} onClick={() => desk.more()}>
        {t('search.more')}
      </Button>
    </More>
  );
}
