import type { GivenRating, Rating, RatingScale } from '../../../../protocol/interactions/ratings';
import type { Interaction } from './interaction-state';
import { LIMITS } from '../../../../protocol/shared/limits';

/** What the site asks for. */
export interface RatingRules {
  readonly kind: RatingScale | 'off';
  readonly asksComment: boolean;
}

/** Whether the visitor's side of an interaction that somebody attended is over: then there is something to rate and to keep. */
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
