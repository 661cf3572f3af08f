import type { InteractionTx } from '../interactions/rows';
import type { InteractionId } from '../../../../protocol/schemas/ids';
import type { GivenRating, Rating } from '../../../../protocol/interactions/ratings';
import { decideRating, type RatingRules } from '../../domain/interactions/rating';
import type { Steps } from '../steps';
import type { Outcome } from '../outcome';
import type { StoredInteraction } from '../interactions/stored-interaction';

/** Stores a visitor's rating of an interaction that is over [W4]; `conflict` where it cannot be rated, or not any more. */
export function* rate(
  tx: InteractionTx,
  id: InteractionId,
  given: GivenRating,
  rules: RatingRules,
  now: number,
): Steps<Outcome<StoredInteraction & { readonly rating: Rating }>> {
  const stored = yield* tx.interactions.lock(id);
  if (stored === null) return { ok: false, code: 'not_found' };
  const rating = decideRating(stored.interaction, stored.rating, given, rules, now);
  if (rating === null) return { ok: false, code: 'conflict' };
  const revision = stored.revision + 1;
  yield* tx.interactions.update(id, { rating, revision });
  yield* tx.reports.setRating(id, rating);
  return { ok: true, data: { ...stored, rating, revision } };
}
