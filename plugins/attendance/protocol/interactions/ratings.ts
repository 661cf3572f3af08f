import { z } from 'zod';

import { LIMITS } from '../shared/limits';
import { timeSchema } from '../schemas/scalars';
import { countCodePoints, toStorableText } from '../shared/text/plain-text';
import { TOO_LARGE } from '../schemas/text';

/** Scales of a rating: thumbs have the scores 0 and 1, stars 1 to 5. */
export const RATING_SCALES = ['thumbs', 'stars'] as const;
export const ratingScaleSchema = z.enum(RATING_SCALES);
export type RatingScale = z.infer<typeof ratingScaleSchema>;

const BOUNDS: Readonly<Record<RatingScale, readonly [least: number, most: number]>> = {
  thumbs: [0, 1],
  stars: [1, 5],
};

/** Several lines, kept as typed; may be empty. */
const commentSchema = z
  .string()
  .refine((text) => countCodePoints(text) <= LIMITS.ratingCommentCodePoints, {
    message: `at most ${LIMITS.ratingCommentCodePoints} characters`,
    params: TOO_LARGE,
  })
  .transform((text) => toStorableText(text).trim())
  .meta({ description: `text, at most ${LIMITS.ratingCommentCodePoints} code points, may be empty` });

const ratingBase = {
  scale: ratingScaleSchema,
  /** Thumbs: 1 is up and 0 down. Stars: 1 to 5. */
  score: z.number().int().min(0).max(5),
};

/** A visitor's rating of an interaction [W4]. */
export const ratingSchema = z.object({
  ...ratingBase,
  /** Comment; empty where nothing was written, or the site does not ask for it. */
  comment: z.string(),
  /** Time of the first rating; it may be changed for a day from then on. */
  ratedAt: timeSchema,
});
export type Rating = z.infer<typeof ratingSchema>;

export const givenRatingSchema = z
  .object({ ...ratingBase, comment: commentSchema.default('') })
  .refine(({ scale, score }) => score >= BOUNDS[scale][0] && score <= BOUNDS[scale][1], {
    message: 'outside the scale',
    path: ['score'],
  });
export type GivenRating = z.infer<typeof givenRatingSchema>;
