import type { InteractionId } from '../../../plugins/attendance/protocol/schemas/ids';
import type { FoundInteraction } from '../../../plugins/attendance/protocol/search/search';
import { searchWordsOf } from '../../../plugins/attendance/protocol/shared/text/search-words';
import type { SearchAnswer, SearchedAgent } from '../realtime/search-commands';
import { NO_FILTER, type SearchFilter } from './search-filter';

/** Result that is read, with the words of the search in which it was chosen. */
export interface Chosen {
  readonly interaction: FoundInteraction;
  readonly words: readonly string[];
}

/**
 * Progress of a search: `asking` for the first page, `asking-more` for the next; earlier results stay in sight
 * meanwhile.
 */
export type Progress = 'idle' | 'asking' | 'asking-more' | 'failed' | 'failed-more';

/** State of a search over past interactions [A8]: query, results, and the one that is read. */
export interface SearchState {
  /** The text as typed. */
  readonly text: string;
  readonly filter: SearchFilter;
  /** Text of the last search, as sent; null before the first search. */
  readonly askedText: string | null;
  /** Results; null until the first response. */
  readonly found: readonly FoundInteraction[] | null;
  /** Words that the results were found by, to be highlighted in them. */
  readonly words: readonly string[];
  readonly hasMore: boolean;
  readonly isIncomplete: boolean;
  readonly progress: Progress;
  /** Number of the result list: incremented when another list replaces it, which is then shown from its top. */
  readonly round: number;
  readonly chosen: Chosen | null;
  readonly agents: readonly SearchedAgent[];
}

export const EMPTY_SEARCH: SearchState = {
  text: '',
  filter: NO_FILTER,
  askedText: null,
  found: null,
  words: [],
  hasMore: false,
  isIncomplete: false,
  progress: 'idle',
  round: 0,
  chosen: null,
  agents: [],
};

/** Returns whether the results belong to another text than the field holds: they will be replaced. */
export function isStale({ askedText, progress, text }: SearchState): boolean {
  return progress === 'asking' || (askedText !== null && text.trim() !== askedText);
}

/**
 * Kind of search: `first` replaces the results; `more` appends to them; `again` repeats the search for its present
 * results.
 */
export type Asking = 'first' | 'more' | 'again';

export type SearchAction =
  | { readonly type: 'typed'; readonly text: string }
  | { readonly type: 'narrowed'; readonly filter: Partial<SearchFilter> }
  | { readonly type: 'asked'; readonly asking: Asking }
  | {
      readonly type: 'answered';
      readonly asking: Asking;
      readonly text: string;
      readonly answer: SearchAnswer;
    }
  | { readonly type: 'refused'; readonly asking: Asking }
  | { readonly type: 'chosen'; readonly id: InteractionId | null }
  | { readonly type: 'agents'; readonly agents: readonly SearchedAgent[] };

const PROGRESS: Readonly<Record<Asking, Progress>> = {
  first: 'asking',
  more: 'asking-more',
  // Earlier results stay in sight.
  again: 'idle',
};

export function reduceSearch(state: SearchState, action: SearchAction): SearchState {
  switch (action.type) {
    case 'typed':
      return { ...state, text: action.text };
    case 'narrowed':
      return { ...state, filter: { ...state.filter, ...action.filter } };
    case 'asked':
      return { ...state, askedText: state.text.trim(), progress: PROGRESS[action.asking] };
    case 'answered':
      return takeAnswer(state, action);
    case 'refused':
      if (action.asking === 'again') return { ...state, progress: 'idle' };
      return { ...state, progress: action.asking === 'more' ? 'failed-more' : 'failed' };
    case 'chosen':
      return choose(state, action.id);
    case 'agents':
      return { ...state, agents: action.agents };
  }
}

function takeAnswer(
  state: SearchState,
  { answer, asking, text }: Extract<SearchAction, { type: 'answered' }>,
): SearchState {
  const { interactions, isIncomplete } = answer;
  const held = state.found ?? [];
  const joined = asking === 'again' && joins(interactions, held) ? joinNewest(interactions, held) : null;
  // Whether there are older results is as before: the new page does not reach that far.
  const endsAsBefore = joined !== null && joined.length > interactions.length;
  return {
    ...state,
    found: asking === 'more' ? [...held, ...without(interactions, held)] : (joined ?? interactions),
    words: searchWordsOf(text),
    hasMore: endsAsBefore ? state.hasMore : answer.hasMore,
    isIncomplete,
    progress: 'idle',
    round: asking === 'first' ? state.round + 1 : state.round,
  };
}

function without(
  list: readonly FoundInteraction[],
  known: readonly FoundInteraction[],
): readonly FoundInteraction[] {
  return list.filter(({ id }) => !known.some((each) => each.id === id));
}

/** Returns whether nothing can lie between the new page and the older results that are held. */
function joins(page: readonly FoundInteraction[], held: readonly FoundInteraction[]): boolean {
  return page.some(({ id }) => held.some((each) => each.id === id));
}

/** Replaces the results that the newest page covers; older ones stay as they are. */
function joinNewest(
  page: readonly FoundInteraction[],
  held: readonly FoundInteraction[],
): readonly FoundInteraction[] {
  const oldest = page.at(-1)?.id ?? Infinity;
  return [...page, ...held.filter(({ id }) => id < oldest)];
}

function choose(state: SearchState, id: InteractionId | null): SearchState {
  const interaction = state.found?.find((each) => each.id === id);
  return { ...state, chosen: interaction === undefined ? null : { interaction, words: state.words } };
}
