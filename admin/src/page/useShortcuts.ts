import { useEffect } from 'react';

import { currentSession, store } from '../attendance/attendance';
import { listedInteractions } from '../model/selectors/select';

interface Shortcuts {
  readonly onPalette: () => void;
  readonly onSearch: () => void;
  /** Called when another interaction is opened. */
  readonly onMove: () => void;
}

/**
 * Handles Ctrl+K (or Cmd+K), Alt+B and Alt+J, Alt+K while the page is on screen [A7]; by the key's place, so that
 * layouts do not matter.
 */
export function useShortcuts({ onMove, onPalette, onSearch }: Shortcuts): void {
  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent): void => {
      if (event.code === 'KeyK' && (event.ctrlKey || event.metaKey) && !event.altKey) {
        event.preventDefault();
        onPalette();
      }
      const isOurs = event.altKey && !event.ctrlKey && !event.metaKey;
      if (isOurs && event.code === 'KeyB') {
        event.preventDefault();
        onSearch();
      }
      if (!isOurs || (event.code !== 'KeyJ' && event.code !== 'KeyK')) return;
      event.preventDefault();
      onMove();
      openNeighbour(event.code === 'KeyJ' ? 1 : -1);
    };
    window.addEventListener('keydown', onKeyDown);
    return () => window.removeEventListener('keydown', onKeyDown);
  }, [onMove, onPalette, onSearch]);
}

/** Opens the next interaction of the list, or the one before; round the ends. */
function openNeighbour(step: 1 | -1): void {
  const { interactions, selectedId } = store.getState();
  const listed = listedInteractions(interactions);
  const here = listed.findIndex(({ id }) => id === selectedId);
  const start = here < 0 && step < 0 ? 0 : here;
  const goal = listed[(start + step + listed.length) % listed.length];
  // Refusals show as notices.
  if (goal !== undefined) void currentSession()?.open(goal.id);
}
