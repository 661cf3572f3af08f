import type { InteractionId } from '../../../protocol/ids';
import type { GivenRating, Rating } from '../../../protocol/ratings';
import type { Interaction } from '../domain/interaction';
import { decideRating, type RatingRules } from '../domain/rating';
import type { Clock, Outcome, StoredInteraction } from './ports';
import type { Publisher } from './publisher';

export interface RatingStore {
  /** Decides and stores in one transaction; null refuses with `conflict`. The revision grows. */
  change(
    id: InteractionId,
    decide: (interaction: Interaction, before: Rating | null) => Rating | null,
  ): Promise<Outcome<StoredInteraction>>;
}

export interface Ratings {
  /** The caller has looked whose interaction it is. Its agent is shown it while it is on their screen, and nobody is alerted. */
  give(id: InteractionId, given: GivenRating, rules: RatingRules): Promise<Outcome<Rating>>;
}

interface RatingPorts {
  readonly store: RatingStore;
  readonly publisher: Pick<Publisher, 'visitorChanged'>;
  readonly clock: Clock;
}

/** What visitors say of an interaction once it is over [W4]. */
export function createRatings({ clock, publisher, store }: RatingPorts): Ratings {
  return {
    give: async (id, given, rules) => {
      const now = clock.now();
      const outcome = await store.change(id, (interaction, before) =>
        decideRating(interaction, before, given, rules, now),
      );
      if (!outcome.ok) return outcome;
      const { rating } = outcome.data;
      if (rating === null) throw new Error('the rating was not found after it was stored');
      publisher.visitorChanged(outcome.data);
      return { ok: true, data: rating };
    },
  };
}
