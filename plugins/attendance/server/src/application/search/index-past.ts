import type { InteractionId } from '../../../../protocol/schemas/ids';
import type { Outcome } from '../outcome';

/** What was written in a past interaction, as the index of the search holds it. */
export interface IndexedWords {
  readonly id: InteractionId;
  /** Each once. */
  readonly words: readonly string[];
}

/** The words of what is over [Z77]; it never changes any more. */
export interface SearchIndex {
  /** Some that are over and not in it yet, the newest first: these are asked for. */
  missing(): Promise<InteractionId[]>;
  /** Those that are gone meanwhile are passed over. */
  add(interactions: readonly IndexedWords[]): Promise<void>;
}

interface IndexingPorts {
  readonly index: SearchIndex;
  /** Read beside the chat: a long transcript takes its time. */
  readonly wordsOf: (ids: readonly InteractionId[]) => Promise<Outcome<IndexedWords[]>>;
  /** Milliseconds, of whatever beginning. */
  readonly elapsed: () => number;
}

/** Of each second, so much goes into what older interactions say. */
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
