import type { GivenRating, Rating, RatingScale } from '../../../../protocol/interactions/ratings';
import type { Interaction } from './interaction-state';
import { LIMITS } from '../../../../protocol/shared/limits';

/** Rating settings of the site. */
export interface RatingRules {
  readonly kind: RatingScale | 'off';
  readonly asksComment: boolean;
}

/** Returns whether the visitor's side of an attended interaction is over: then it can be rated, and its transcript kept. */
export function isOverForVisitor(interaction: Interaction): boolean {
  return (
    interaction.status === 'ended' || (interaction.status === 'assigned' && interaction.visitorEnd !== null)
  );
}

/** [Z25] One rating, changeable for a day; null is a refusal. */
export function decideRating(
  interaction: Interaction,
  before: Rating | null,
  given: GivenRating,
  { asksComment, kind }: RatingRules,
  now: number,
): Rating | null {
  if (!isOverForVisitor(interaction) || given.scale !== kind) return null;
  if (before !== null && now - before.ratedAt > LIMITS.ratingChangeMs) return null;
  const { scale, score } = given;
  return { scale, score, comment: asksComment ? given.comment : '', ratedAt: before?.ratedAt ?? now };
}
