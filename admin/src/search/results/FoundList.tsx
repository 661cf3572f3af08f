import { useLayoutEffect, useRef, useState, type KeyboardEvent, type RefObject } from 'react';
import { styled } from 'styled-components';

import type { InteractionId } from '../../../../plugins/attendance/protocol/schemas/ids';
import { useTexts } from '../../i18n/useTexts';
import { FoundRow } from './FoundRow';
import { isStale, type SearchState } from '../../desks/search-state';

const Rows = styled.ul<{ $isStale: boolean }>`
  list-style: none;
  margin: 0;
  padding: 0;
  opacity: ${({ $isStale }) => ($isStale ? 0.55 : 1)};
  transition: opacity 150ms;
  li + li {
    border-top: 1px solid ${({ theme }) => theme.colors.neutral150};
  }
  @media (prefers-reduced-motion: reduce) {
    transition: none;
  }
`;

interface FoundListProps {
  readonly state: SearchState;
  readonly rows: RefObject<HTMLUListElement>;
  /** Result that was read until now: the keyboard goes on from it. */
  readonly returnTo: InteractionId | null;
  readonly onChoose: (id: InteractionId) => void;
  /** Called for an arrow up from the first row. */
  readonly onLeave: () => void;
}

/** Search results, newest first; a list with roving tabindex [A7]. */
export function FoundList({ onChoose, onLeave, returnTo, rows, state }: FoundListProps) {
  const t = useTexts();
  const { chosen, found, progress, words } = state;
  const [lastFocused, setLastFocused] = useState<InteractionId | null>(returnTo);
  const list = found ?? [];
  const wanted = lastFocused ?? chosen?.interaction.id;
  const tabStop = (list.find(({ id }) => id === wanted) ?? list[0])?.id;
  const hasReturned = useRef(false);
  useLayoutEffect(() => {
    if (hasReturned.current || returnTo === null) return;
    hasReturned.current = true;
    rows.current
      ?.querySelector<HTMLElement>(`[data-found-row="${returnTo}"]`)
      ?.focus({ preventScroll: true });
  }, [returnTo, rows]);
  return (
    <Rows
      ref={rows}
      aria-label={t('search.results')}
      aria-busy={isStale(state)}
      $isStale={isStale(state) || progress === 'failed'}
      onKeyDown={(event) => moveFocus(event, onLeave)}
    >
      {list.map((interaction) => (
        <li key={interaction.id}>
          <FoundRow
            interaction={interaction}
            words={words}
            isChosen={interaction.id === chosen?.interaction.id}
            isTabStop={interaction.id === tabStop}
            onChoose={onChoose}
            onFocus={setLastFocused}
          />
        </li>
      ))}
    </Rows>
  );
}

export function focusFirstRow(list: HTMLElement | null): void {
  list?.querySelector<HTMLElement>('[data-found-row]')?.focus();
}

function moveFocus(event: KeyboardEvent<HTMLElement>, onLeave: () => void): void {
  const rows = [...event.currentTarget.querySelectorAll<HTMLElement>('[data-found-row]')];
  const here = rows.findIndex((row) => row === document.activeElement);
  const goals: Readonly<Record<string, number>> = {
    ArrowDown: Math.min(here + 1, rows.length - 1),
    ArrowUp: here - 1,
    Home: 0,
    End: rows.length - 1,
  };
  const goal = goals[event.key];
  if (goal === undefined || here < 0 || event.altKey || event.ctrlKey || event.metaKey) return;
  event.preventDefault();
  if (goal < 0) onLeave();
  else rows[goal]?.focus();
}
