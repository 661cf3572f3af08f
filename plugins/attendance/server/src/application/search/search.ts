import type { AgentId, TagId } from '../../../../protocol/schemas/ids';
import type { FoundInteraction, SearchQuery } from '../../../../protocol/search/search';
import { isSignsAlone } from '../../../../protocol/shared/text/search-words';
import { searchedPieces, type SearchedPiece } from '../../domain/search/search';
import type { Clock } from '../clock';
import type { Outcome } from '../outcome';

/** Agent to whose opened interactions the search is limited [Z71]; null for all. */
export type OpenedBy = AgentId | null;

/** A search as it is looked up. */
export interface PastSearch extends Omit<SearchQuery, 'text'> {
  /** Pieces of the search text, all of which must match, each in any of its ways. */
  readonly pieces: readonly SearchedPiece[];
  /** Words around which the excerpt is cut: where most of them are. */
  readonly words: readonly string[];
  readonly openedBy: OpenedBy;
  /** Time before which every ended interaction is in the index, unless it is still being built. */
  readonly indexedUntil: number;
}

export interface FoundPage {
  readonly interactions: FoundInteraction[];
  readonly hasMore: boolean;
  /** True when the texts of some interactions are not in the index yet. */
  readonly isIncomplete: boolean;
}

export interface Holder {
  readonly id: AgentId;
  readonly name: string;
}

/** Past interactions as they are found again, read beside the chat and not in its way. `unavailable`: too many ask at once. */
export interface PastInteractions {
  search(search: PastSearch): Promise<Outcome<FoundPage>>;
  /** Lists the last agents of the interactions that may be found, by name. */
  holders(openedBy: OpenedBy): Promise<Outcome<Holder[]>>;
}

export interface InteractionSearch {
  search(query: SearchQuery, openedBy: OpenedBy): Promise<Outcome<FoundPage>>;
  holders(openedBy: OpenedBy): Promise<Outcome<Holder[]>>;
}

const NOTHING: FoundPage = { interactions: [], hasMore: false, isIncomplete: false };

/** Age up to which an ended interaction may be missing from the index, in ms. */
const INDEXED_WITHIN_MS = 5_000;

interface SearchPorts {
  readonly clock: Clock;
  readonly tags: () => Promise<readonly { readonly id: TagId; readonly name: string }[]>;
}

/** [A8, C9] */
export function createInteractionSearch(
  past: PastInteractions,
  { clock, tags }: SearchPorts,
): InteractionSearch {
  return {
    search: async ({ text, ...filters }, openedBy) => {
      if (isSignsAlone(text)) return { ok: true, data: NOTHING };
      const pieces = searchedPieces(text, text === '' ? [] : await tags());
      return past.search({
        ...filters,
        openedBy,
        pieces,
        words: pieces.flatMap(({ number, words }) => (number === null ? words : [...words, number])),
        indexedUntil: clock.now() - INDEXED_WITHIN_MS,
      });
    },
    holders: past.holders,
  };
}
