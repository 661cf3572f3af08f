import { useLayoutEffect, useRef, type FormEvent, type KeyboardEvent } from 'react';
import { IconButton, Searchbar, SearchForm, TextButton } from '@strapi/design-system';
import { Cross, User } from '@strapi/icons';
import { styled } from 'styled-components';

import type { InteractionId } from '../../../plugins/attendance/protocol/schemas/ids';
import { LIMITS } from '../../../plugins/attendance/protocol/shared/limits';
import { useTexts } from '../i18n/useTexts';
import { Arrivals } from './results/Arrivals';
import { focusFirstRow } from './results/FoundList';
import { FoundResults } from './results/FoundResults';
import type { SearchDesk } from '../desks/search-desk';
import { countFilters } from '../desks/search-filter';
import type { SearchState } from '../desks/search-state';
import { SearchFilters } from './SearchFilters';

const Pane = styled.section`
  display: flex;
  flex-direction: column;
  height: 100%;
  min-height: 0;
  background: ${({ theme }) => theme.colors.neutral0};
`;

const Head = styled.header`
  display: flex;
  flex-direction: column;
  gap: 10px;
  padding: 12px 20px;
  border-bottom: 1px solid ${({ theme }) => theme.colors.neutral150};
  @media (max-width: 767px) {
    padding: 8px 16px 12px;
  }
`;

const Title = styled.div`
  display: flex;
  align-items: center;
  gap: 12px;
  min-height: 40px;
  h2 {
    flex: 1;
    min-width: 0;
    font-size: 1.6rem;
    font-weight: 600;
    line-height: 2.2rem;
    color: ${({ theme }) => theme.colors.neutral800};
  }
`;

const OnlyBelow = styled.span<{ $px: number }>`
  @media (min-width: ${({ $px }) => $px}px) {
    display: none;
  }
`;

const OnlyFrom = styled.span<{ $px: number }>`
  @media (max-width: ${({ $px }) => $px - 1}px) {
    display: none;
  }
`;

/** Search form with a larger button to clear it: the design system's own is smaller than a finger, and than WCAG asks. */
const Search = styled(SearchForm)`
  button {
    min-width: 24px;
    min-height: 24px;
  }
`;

interface SearchPaneProps {
  readonly desk: SearchDesk;
  readonly state: SearchState;
  /** Result that was read until now in the place of the list. */
  readonly returnTo: InteractionId | null;
  readonly onChoose: (id: InteractionId) => void;
  readonly onClose: () => void;
  readonly onFindVisitor: () => void;
  readonly onLeave: () => void;
}

/** The search's fields and its results [A8]. */
export function SearchPane(props: SearchPaneProps) {
  const { desk, onChoose, onClose, onFindVisitor, onLeave, returnTo, state } = props;
  const t = useTexts();
  const input = useRef<HTMLInputElement>(null);
  const rows = useRef<HTMLUListElement>(null);
  const { agents, filter, text } = state;
  const isReturning = useRef(returnTo !== null);
  useLayoutEffect(() => {
    if (!isReturning.current) input.current?.focus();
  }, []);
  const onSubmit = (event: FormEvent): void => {
    event.preventDefault();
    desk.submit();
  };
  const onKeyDownCapture = (event: KeyboardEvent): void => {
    // Strapi's field handles Esc itself, to clear the text; in an empty field Esc closes the search.
    if (event.key === 'Escape' && text === '') onClose();
    if (event.key !== 'ArrowDown') return;
    event.preventDefault();
    focusFirstRow(rows.current);
  };
  return (
    <Pane role="search" aria-label={t('search.title')}>
      <Arrivals onLeave={onLeave} />
      <Head>
        <Title>
          <h2>{t('search.title')}</h2>
          <OnlyFrom $px={480}>
            <TextButton onClick={onFindVisitor}>{t('visitors.find')}</TextButton>
          </OnlyFrom>
          <OnlyBelow $px={480}>
            <IconButton label={t('visitors.find')} variant="ghost" onClick={onFindVisitor}>
              <User />
            </IconButton>
          </OnlyBelow>
          <IconButton label={t('search.close')} variant="ghost" onClick={onClose}>
            <Cross />
          </IconButton>
        </Title>
        <Search onSubmit={onSubmit} onKeyDownCapture={onKeyDownCapture}>
          <Searchbar
            ref={input}
            name="interaction-search"
            value={text}
            maxLength={LIMITS.searchCodePoints}
            autoComplete="off"
            onChange={({ target }) => desk.type(target.value)}
            onClear={() => desk.type('')}
            clearLabel={t('search.clear')}
            placeholder={t('search.field')}
          >
            {t('search.field')}
          </Searchbar>
        </Search>
        <SearchFilters filter={filter} agents={agents} onChange={desk.narrow} />
      </Head>
      <FoundResults
        desk={desk}
        state={state}
        rows={rows}
        returnTo={returnTo}
        hasFilters={countFilters(filter) > 0}
        onChoose={onChoose}
        onUp={() => input.current?.focus()}
      />
    </Pane>
  );
}
