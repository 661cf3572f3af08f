import type { InteractionId } from '../../../../protocol/schemas/ids';
import type { Outcome } from '../outcome';

/** Words of the texts in a past interaction, as the search index holds them. */
export interface IndexedWords {
  readonly id: InteractionId;
  /** Words, each once. */
  readonly words: readonly string[];
}

/** Index of the words in interactions that are over [Z77], which never change any more. */
export interface SearchIndex {
  /** Some that are over and not in it yet, the newest first: these are asked for. */
  missing(): Promise<InteractionId[]>;
  /** Adds interactions; those that are gone meanwhile are skipped. */
  add(interactions: readonly IndexedWords[]): Promise<void>;
}

interface IndexingPorts {
  readonly index: SearchIndex;
  /** Read beside the chat: a long transcript takes its time. */
  readonly wordsOf: (ids: readonly InteractionId[]) => Promise<Outcome<IndexedWords[]>>;
  /** Milliseconds, of whatever beginning. */
  readonly elapsed: () => number;
}

/** Time budget per second, in ms, for indexing older interactions. */
const BUDGET_MS = 250;

/** Brings the index up to date, for a while: whatever is left is for the next time. */
export function createIndexing({ elapsed, index, wordsOf }: IndexingPorts): () => Promise<void> {
  return async () => {
    const since = elapsed();
    while (elapsed() - since < BUDGET_MS) {
      const ids = await index.missing();
      if (ids.length === 0) return;
      const read = await wordsOf(ids);
      // Others read just now: there is another time.
      if (!read.ok) return;
      await index.add(read.data);
    }
  };
}
