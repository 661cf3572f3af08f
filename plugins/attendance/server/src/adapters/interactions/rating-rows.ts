import type { Rating, RatingScale } from '../../../../protocol/interactions/ratings';

/** The columns of an interaction that hold its rating; empty in older rows too. */
export interface RatingRow {
  rating_scale: RatingScale | null;
  rating_score: number | null;
  rating_comment: string | null;
  rated_at: number | string | null;
}

export function toRating(row: RatingRow): Rating | null {
  const { rated_at: ratedAt, rating_comment: comment, rating_scale: scale, rating_score: score } = row;
  if (!scale || score === null || ratedAt === null) return null;
  return { scale, score, comment: comment ?? '', ratedAt: Number(ratedAt) };
}

export function toRatingColumns({ comment, ratedAt, scale, score }: Rating) {
  return { rating_scale: scale, rating_score: score, rating_comment: comment, rated_at: ratedAt };
}
