import { useState } from 'react';
import { Searchbar, SearchForm } from '@strapi/design-system';
import { styled } from 'styled-components';

import { LIMITS } from '../../../../../plugins/attendance/protocol/shared/limits';
import type { InteractionId } from '../../../../../plugins/attendance/protocol/schemas/ids';
import type { LiveInteraction } from '../../../../../plugins/attendance/protocol/supervision/supervision-events';
import { useTexts } from '../../../i18n/useTexts';
import { liveName } from '../../follow/live-name';
import { ChannelIcon } from '../../../ui/ChannelIcon';
import { Stopwatch } from '../../../ui/Clock';
import { cutText, innerFocusRing, plainButton, shade } from '../../../ui/styles/surfaces';
import { useLiveSearch } from './useLiveSearch';

const Place = styled.div`
  position: relative;
  flex: 0 1 320px;
  min-width: 180px;
  @media (max-width: 767px) {
    flex: 1 1 100%;
  }
  form button {
    min-width: 24px;
    min-height: 24px;
  }
`;

const Results = styled.div`
  position: absolute;
  top: calc(100% + 4px);
  right: 0;
  left: 0;
  z-index: 4;
  min-width: min(320px, calc(100vw - 32px));
  max-height: min(420px, 60vh);
  overflow-y: auto;
  border: 1px solid ${({ theme }) => theme.colors.neutral200};
  border-radius: 10px;
  background: ${({ theme }) => theme.colors.neutral0};
  box-shadow: ${({ theme }) => theme.shadows.popupShadow};
  p {
    padding: 10px 14px;
    font-size: 1.2rem;
    line-height: 1.8rem;
    color: ${({ theme }) => theme.colors.neutral600};
  }
  ul {
    margin: 0;
    padding: 0 0 6px;
    list-style: none;
  }
`;

const Found = styled.button`
  ${plainButton}
  display: grid;
  grid-template-columns: minmax(0, 1fr) auto;
  gap: 0 12px;
  width: 100%;
  padding: 7px 14px;
  &:hover {
    background: ${shade('hovered')};
  }
  ${innerFocusRing}
  > span {
    display: flex;
    align-items: center;
    gap: 6px;
    min-width: 0;
  }
  b {
    ${cutText}
    font-size: 1.3rem;
    font-weight: 600;
    line-height: 1.8rem;
    color: ${({ theme }) => theme.colors.neutral800};
  }
  small {
    ${cutText}
    grid-column: 1 / -1;
    font-size: 1.2rem;
    line-height: 1.6rem;
    color: ${({ theme }) => theme.colors.neutral600};
  }
  time {
    font-size: 1.2rem;
    line-height: 1.8rem;
    font-variant-numeric: tabular-nums;
    color: ${({ theme }) => theme.colors.neutral600};
  }
`;

/** The search over live interactions, waiting ones too: any of them can be followed [R17]. */
export function LiveSearch({ onFollow }: { readonly onFollow: (id: InteractionId) => void }) {
  const t = useTexts();
  const { found, text, type } = useLiveSearch();
  const [isOpen, setOpen] = useState(false);
  function open(): void {
    if (isOpen) return;
    setOpen(true);
    // What was found before may be over by now.
    type(text);
  }
  return (
    <Place
      role="search"
      aria-label={t('supervision.board.search')}
      onFocus={open}
      onBlur={({ currentTarget, relatedTarget }) => {
        if (!currentTarget.contains(relatedTarget)) setOpen(false);
      }}
      onKeyDown={(event) => {
        if (event.key === 'Escape' && text !== '') type('');
      }}
    >
      <SearchForm onSubmit={(event) => event.preventDefault()}>
        <Searchbar
          name="live-search"
          size="S"
          value={text}
          maxLength={LIMITS.searchCodePoints}
          autoComplete="off"
          onChange={({ target }) => type(target.value)}
          onClear={() => type('')}
          clearLabel={t('supervision.board.search.clear')}
          placeholder={t('supervision.board.search.hint')}
        >
          {t('supervision.board.search')}
        </Searchbar>
      </SearchForm>
      {isOpen && found !== null && (
        // A press here leaves the focus where it is: not every browser gives it to a pressed button.
        <Results onMouseDown={(event) => event.preventDefault()}>
          <p role="status">
            {found === 'failed'
              ? t('supervision.board.search.failed')
              : t('supervision.board.search.found', { count: found.interactions.length })}
          </p>
          {found !== 'failed' && (
            <ul>
              {found.interactions.map((interaction) => (
                <li key={interaction.interactionId}>
                  <FoundRow
                    interaction={interaction}
                    onFollow={(id) => {
                      type('');
                      onFollow(id);
                    }}
                  />
                </li>
              ))}
            </ul>
          )}
          {found !== 'failed' && found.hasMore && <p>{t('supervision.board.search.more')}</p>}
        </Results>
      )}
    </Place>
  );
}

interface FoundRowProps {
  readonly interaction: LiveInteraction;
  readonly onFollow: (id: InteractionId) => void;
}

function FoundRow({ interaction, onFollow }: FoundRowProps) {
  const t = useTexts();
  const { agentId, agentName, channel, department, interactionId, protocolNumber, waitingSince } =
    interaction;
  const facts = [
    protocolNumber,
    department?.name,
    agentId === null
      ? t('supervision.board.search.waiting')
      : t('supervision.board.search.with', { name: agentName }),
  ];
  return (
    <Found type="button" onClick={() => onFollow(interactionId)}>
      <span>
        <ChannelIcon channel={channel} />
        <b dir="auto">{liveName(interaction, t)}</b>
      </span>
      <time>
        <Stopwatch since={waitingSince} />
      </time>
      <small>{facts.filter(Boolean).join(' · ')}</small>
    </Found>
  );
}
