import { useCallback, useEffect, useMemo, useRef } from 'react';
import { useLocation, useNavigate } from 'react-router-dom';

import { isSearchView, withoutView, withSearchView } from '../model/page-view';

/** State kept with the entry of the browser's history: going back restores where one was. */
interface Entry {
  readonly isFromPage: boolean;
  /** Whether a result is read in the place of the results. */
  readonly isReading?: true;
}

export interface SearchView {
  readonly isOpen: boolean;
  open(): void;
  /** Closes the search and goes back to where one was. */
  close(): void;
  /** Leaves the search for another part of the page; going back returns to it. */
  leave(): void;
}

/** Returns the search as a view of the page: the browser's back leaves it, and a reload stays in it. */
export function useSearchView(): SearchView {
  const { search: query, state } = useLocation() as { search: string; state: Partial<Entry> | null };
  const navigate = useNavigate();
  const isOpen = isSearchView(query);
  const isFromPage = state?.isFromPage === true;
  const steps = state?.isReading === true ? -2 : -1;
  const open = useCallback(() => {
    if (!isOpen) navigate({ search: withSearchView(query) }, { state: { isFromPage: true } });
  }, [isOpen, navigate, query]);
  const close = useCallback(() => {
    if (!isOpen) return;
    if (isFromPage) navigate(steps);
    else navigate({ search: withoutView(query) }, { replace: true });
  }, [isFromPage, isOpen, navigate, query, steps]);
  const leave = useCallback(() => {
    if (isOpen) navigate({ search: withoutView(query) });
  }, [isOpen, navigate, query]);
  return useMemo(() => ({ isOpen, open, close, leave }), [close, isOpen, leave, open]);
}

/** Reading a result in the place of the results is a step of its own for the browser's back. */
interface ReadingStep {
  enter(): void;
  /** Goes back to the results; calls `undo` where no step was made, for there was room for both. */
  leave(undo: () => void): void;
}

/** Returns the reading step; `onBack` is called when the browser goes back to the results. */
export function useReadingStep(onBack: () => void): ReadingStep {
  const { search: query, state } = useLocation() as { search: string; state: Partial<Entry> | null };
  const navigate = useNavigate();
  const isReading = state?.isReading === true;
  const wasReading = useRef(isReading);
  useEffect(() => {
    if (wasReading.current && !isReading) onBack();
    wasReading.current = isReading;
  }, [isReading, onBack]);
  return {
    enter: () => {
      const isFromPage = state?.isFromPage === true;
      if (!isReading) navigate({ search: query }, { state: { isFromPage, isReading: true } });
    },
    leave: (undo) => {
      if (isReading) navigate(-1);
      else undo();
    },
  };
}
