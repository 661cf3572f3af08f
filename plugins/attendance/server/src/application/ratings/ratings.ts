import type { InteractionTx } from '../interactions/rows';
import type { Transactions } from '../transactions';
import type { InteractionId } from '../../../../protocol/schemas/ids';
import type { GivenRating, Rating } from '../../../../protocol/interactions/ratings';
import type { RatingRules } from '../../domain/interactions/rating';
import type { Clock } from '../clock';
import type { Outcome } from '../outcome';
import type { Publisher } from '../interactions/publisher';
import { rate } from './rate';

export interface Ratings {
  /** The caller has looked whose interaction it is. Its agent is shown it while it is on their screen, and nobody is alerted. */
  give(id: InteractionId, given: GivenRating, rules: RatingRules): Promise<Outcome<Rating>>;
}

interface RatingPorts {
  readonly database: Transactions<InteractionTx>;
  readonly publisher: Pick<Publisher, 'visitorChanged'>;
  readonly clock: Clock;
}

/** Creates the use case of ratings, which visitors give once an interaction is over [W4]. */
export function createRatings({ clock, database, publisher }: RatingPorts): Ratings {
  return {
    give: async (id, given, rules) => {
      const outcome = await database.transact((tx) => rate(tx, id, given, rules, clock.now()));
      if (!outcome.ok) return outcome;
      publisher.visitorChanged(outcome.data);
      return { ok: true, data: outcome.data.rating };
    },
  };
}
