import { useCallback, useEffect, useRef, useState, type KeyboardEvent } from 'react';
import { Loader } from '@strapi/design-system';
import { styled } from 'styled-components';

import type { InteractionId } from '../../../plugins/attendance/protocol/schemas/ids';
import { currentSession, useAttendance } from '../attendance/attendance';
import { useTexts } from '../i18n/useTexts';
import type { ListSection } from '../model/selectors/hold-order';
import { CallWaits } from './CallWaits';
import { InteractionRow } from './InteractionRow';
import { ListEmpty } from './ListEmpty';
import { useSections } from './useSections';

const Scroller = styled.div`
  flex: 1;
  min-height: 0;
  overflow-y: auto;
  padding-bottom: 8px;
`;

const Group = styled.section<{ $isOnTop: boolean }>`
  position: ${({ $isOnTop }) => ($isOnTop ? 'sticky' : 'static')};
  top: 0;
  z-index: 1;
  background: ${({ theme }) => theme.colors.neutral0};
`;

const Heading = styled.h2`
  display: flex;
  justify-content: space-between;
  padding: 12px 16px 6px;
  font-size: 1.1rem;
  font-weight: 600;
  line-height: 1.6rem;
  color: ${({ theme }) => theme.colors.neutral600};
`;

const Rows = styled.ul`
  list-style: none;
  margin: 0;
  padding: 0;
`;

/** List of all interactions of this agent, in their groups [A1]. */
export function InteractionList({ onOpened }: { readonly onOpened: () => void }) {
  const t = useTexts();
  const list = useRef<HTMLDivElement>(null);
  const [isPointed, setPointed] = useState(false);
  const [isFocused, setFocused] = useState(false);
  const [lastFocused, setLastFocused] = useState<InteractionId | null>(null);
  const sections = useSections(isPointed || isFocused);
  const selectedId = useAttendance((state) => state.selectedId);
  const isLoading = useAttendance(({ self }) => self === null);
  const open = useCallback(
    (id: InteractionId) => {
      // Refusals show as notices.
      void currentSession()?.open(id);
      onOpened();
    },
    [onOpened],
  );
  useEffect(() => {
    // An agent who types elsewhere points at nothing, wherever the pointer was left.
    const onKeyDown = ({ target }: Event): void => {
      if (!(target instanceof Node && list.current?.contains(target))) setPointed(false);
    };
    window.addEventListener('keydown', onKeyDown);
    return () => window.removeEventListener('keydown', onKeyDown);
  }, []);
  const tabStop = tabStopOf(sections, lastFocused ?? selectedId);
  if (isLoading) return <Loader>{t('list.loading')}</Loader>;
  return (
    <Scroller
      role="region"
      aria-label={t('list.label')}
      ref={list}
      onPointerMove={({ pointerType }) => setPointed(pointerType === 'mouse')}
      onPointerLeave={() => setPointed(false)}
      onFocus={() => setFocused(true)}
      onBlur={({ currentTarget, relatedTarget }) => setFocused(currentTarget.contains(relatedTarget))}
      onKeyDown={moveFocus}
    >
      {sections.every(({ ids }) => ids.length === 0) && <ListEmpty />}
      {sections.map(({ ids, indicator }, index) => (
        <Group key={`${indicator}/${index}`} $isOnTop={indicator === 'new' && index === 0}>
          <Heading>
            <span>{t(`list.group.${indicator}`)}</span>
            <span aria-hidden>{ids.length}</span>
          </Heading>
          <Rows>
            {ids.map((id) => (
              <li key={id}>
                <InteractionRow
                  id={id}
                  isSelected={id === selectedId}
                  isTabStop={id === tabStop}
                  onOpen={open}
                  onFocus={setLastFocused}
                />
              </li>
            ))}
          </Rows>
        </Group>
      ))}
      <CallWaits />
    </Scroller>
  );
}

function tabStopOf(sections: readonly ListSection[], wanted: InteractionId | null): InteractionId | null {
  const all = sections.flatMap(({ ids }) => ids);
  return all.find((id) => id === wanted) ?? all[0] ?? null;
}

/** Moves the focus from row to row with up, down, home and end; the groups are no stops [A7]. */
function moveFocus(event: KeyboardEvent<HTMLElement>): void {
  const rows = [...event.currentTarget.querySelectorAll<HTMLElement>('[data-interaction-row]')];
  const here = rows.findIndex((row) => row === document.activeElement);
  const goals: Readonly<Record<string, number>> = {
    ArrowDown: Math.min(here + 1, rows.length - 1),
    ArrowUp: Math.max(here - 1, 0),
    Home: 0,
    End: rows.length - 1,
  };
  const goal = goals[event.key];
  if (goal === undefined || here < 0 || event.altKey || event.ctrlKey || event.metaKey) return;
  event.preventDefault();
  rows[goal]?.focus();
}
