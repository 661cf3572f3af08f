import type { InteractionId } from '../../../plugins/attendance/protocol/schemas/ids';
import type { Store } from '../model/store';
import type { SearchCommands } from '../realtime/search-commands';
import { NO_FILTER, toQuery, type SearchFilter } from './search-filter';
import {
  EMPTY_SEARCH,
  isStale,
  reduceSearch,
  type Asking,
  type SearchAction,
  type SearchState,
} from './search-state';

/** Debounce of a search after the last key, in ms. */
const DEBOUNCE_MS = 250;
/** Wait before a retry, in ms, after a refusal that does not say how long to wait. */
const RETRY_MS = 1_500;

/**
 * The agent's search, outside React: an agent who leaves it finds it again as it was. It lives as long as the session
 * and nowhere else: what is searched and found are visitors' data.
 */
export interface SearchDesk {
  getState(): SearchState;
  /** Scroll position at which the results were left, in pixels. */
  readonly scroll: { top: number };
  subscribe(listener: () => void): () => void;
  /** Called when the search comes into sight: searches again unless a response is on its way. */
  enter(): void;
  type(text: string): void;
  /** Searches at once, also for the same words again: something may have ended meanwhile. */
  submit(): void;
  narrow(filter: Partial<SearchFilter>): void;
  /** Removes all filters; the words stay. */
  widen(): void;
  more(): void;
  retry(): void;
  choose(id: InteractionId | null): void;
  stop(): void;
}

export function openSearchDesk(
  store: Pick<Store, 'getState'> & { subscribe(listener: () => void): () => void },
  commands: Pick<SearchCommands, 'searchInteractions' | 'searchedAgents'>,
): SearchDesk {
  const listeners = new Set<() => void>();
  let state = EMPTY_SEARCH;
  let latest = 0;
  const scroll = { top: 0 };
  let rest: ReturnType<typeof setTimeout> | undefined;
  let repeat: ReturnType<typeof setTimeout> | undefined;

  function dispatch(action: SearchAction): void {
    const before = state;
    state = reduceSearch(state, action);
    if (state !== before) for (const listener of [...listeners]) listener();
  }

  /** Searches; the response to an earlier request is dropped. */
  async function ask(asking: Asking): Promise<void> {
    clearTimeout(rest);
    clearTimeout(repeat);
    latest += 1;
    const own = latest;
    const { filter, found, text } = state;
    dispatch({ type: 'asked', asking });
    const before = asking === 'more' ? found?.at(-1)?.id : undefined;
    const answer = await commands.searchInteractions(toQuery(text, filter, { now: Date.now(), before }));
    if (own !== latest) return;
    if (answer.ok) {
      if (asking === 'first') scroll.top = 0;
      dispatch({ type: 'answered', asking, text, answer: answer.data });
    } else if (answer.error.code === 'rate_limited')
      repeat = setTimeout(() => void ask(asking), answer.error.retryAfterMs ?? RETRY_MS);
    else dispatch({ type: 'refused', asking });
  }

  async function askAgents(): Promise<void> {
    const agents = await commands.searchedAgents();
    if (agents !== null) dispatch({ type: 'agents', agents });
  }

  function retry(): void {
    void ask(state.progress === 'failed-more' ? 'more' : 'first');
  }

  let wasLive = store.getState().connection === 'live';
  const unsubscribe = store.subscribe(() => {
    const isLive = store.getState().connection === 'live';
    const isBack = isLive && !wasLive;
    wasLive = isLive;
    if (isBack && (state.progress === 'failed' || state.progress === 'failed-more')) retry();
  });

  return {
    getState: () => state,
    scroll,
    subscribe: (listener) => {
      listeners.add(listener);
      return () => void listeners.delete(listener);
    },
    enter: () => {
      void askAgents();
      const { found, progress } = state;
      // A search in progress is not sent twice.
      if (progress !== 'idle' && progress !== 'failed') return;
      void ask(found === null || progress === 'failed' || isStale(state) ? 'first' : 'again');
    },
    type: (text) => {
      dispatch({ type: 'typed', text });
      clearTimeout(rest);
      if (text.trim() !== state.askedText) rest = setTimeout(() => void ask('first'), DEBOUNCE_MS);
    },
    submit: () => void ask('first'),
    narrow: (filter) => {
      dispatch({ type: 'narrowed', filter });
      void ask('first');
    },
    widen: () => {
      dispatch({ type: 'narrowed', filter: NO_FILTER });
      void ask('first');
    },
    more: () => void ask('more'),
    retry,
    choose: (id) => dispatch({ type: 'chosen', id }),
    stop: () => {
      latest += 1;
      clearTimeout(rest);
      clearTimeout(repeat);
      unsubscribe();
    },
  };
}
