import { z } from 'zod';

import { channelSchema } from '../schemas/scalars';
import { DURATIONS, ENDED_BY } from './report-choices';

export const count = z.number().int().nonnegative();
export const duration = z.number().int().nonnegative().meta({ description: 'milliseconds' });

/** Spread of a duration over interactions, by the nearest-rank method. The mean is shown beside it, never alone. */
export const spreadSchema = z.object({
  /** Interactions that have this duration. */
  count,
  /** Interactions that have none; they are not counted as 0. */
  absent: count,
  medianMs: duration.nullable(),
  p90Ms: duration.nullable(),
  meanMs: duration.nullable(),
});
export type Spread = z.infer<typeof spreadSchema>;

/** Share of answered interactions whose first response came within the service level: `met` of `measured`. */
export const levelFiguresSchema = z.object({ met: count, measured: count });
export type LevelFigures = z.infer<typeof levelFiguresSchema>;

export const ratingFiguresSchema = z.object({
  /** Interactions whose visitor could rate. */
  asked: count,
  rated: count,
  /** Number of ratings of 1 to 5 stars, in this order. */
  stars: z.tuple([count, count, count, count, count]),
  meanStars: z.number().nullable(),
  thumbsUp: count,
  thumbsDown: count,
});
export type RatingFigures = z.infer<typeof ratingFiguresSchema>;

const spreads = z.object(
  Object.fromEntries(DURATIONS.map((name) => [name, spreadSchema])) as Record<
    (typeof DURATIONS)[number],
    typeof spreadSchema
  >,
);

/** Figures of a set of interactions [D1]; docs/reports.md defines each. */
export const figuresSchema = z.object({
  volume: count,
  byChannel: z.record(channelSchema, count),
  /** Calls that began as a chat. */
  raised: count,
  answered: count,
  unanswered: count,
  abandoned: count,
  /** Assigned, and ended by staying away. */
  gone: count,
  /** Rings that ran out, or were put back unopened. */
  missed: count,
  transferred: count,
  endedBy: z.record(z.enum(ENDED_BY), count),
  /** Waiting time of those that were assigned is in `spreads.waiting`. */
  waitingOfAbandoned: spreadSchema,
  spreads,
  level: levelFiguresSchema,
  rating: ratingFiguresSchema,
});
export type Figures = z.infer<typeof figuresSchema>;
