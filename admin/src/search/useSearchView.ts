import { useCallback, useMemo } from 'react';
import { useLocation, useNavigate } from 'react-router-dom';

/** Which view of the page is on screen stands in the address; what is searched does not: it is visitors' data. */
const VIEW = 'view';
const SEARCH = 'search';

/** Kept with the entry of the browser's history: leaving goes back to where one was. */
interface Entry {
  readonly isFromPage: true;
}

export interface SearchView {
  readonly isOpen: boolean;
  open(): void;
  /** Back to where one was. */
  close(): void;
  /** On to something else of the page; going back comes to the search again. */
  leave(): void;
}

export function isSearchView(query: string): boolean {
  return new URLSearchParams(query).get(VIEW) === SEARCH;
}

/** The search as a view of the page: the browser's back leaves it, and a reload stays in it. */
export function useSearchView(): SearchView {
  const { search: query, state } = useLocation() as { search: string; state: Partial<Entry> | null };
  const navigate = useNavigate();
  const isOpen = isSearchView(query);
  const isFromPage = state?.isFromPage === true;
  const open = useCallback(() => {
    if (!isOpen) navigate({ search: queryWith(query, SEARCH) }, { state: { isFromPage: true } });
  }, [isOpen, navigate, query]);
  const close = useCallback(() => {
    if (!isOpen) return;
    if (isFromPage) navigate(-1);
    else navigate({ search: queryWith(query, null) }, { replace: true });
  }, [isFromPage, isOpen, navigate, query]);
  const leave = useCallback(() => {
    if (isOpen) navigate({ search: queryWith(query, null) });
  }, [isOpen, navigate, query]);
  return useMemo(() => ({ isOpen, open, close, leave }), [close, isOpen, leave, open]);
}

function queryWith(query: string, view: string | null): string {
  const entries = new URLSearchParams(query);
  if (view === null) entries.delete(VIEW);
  else entries.set(VIEW, view);
  return entries.toString();
}
