import { describe, expect, it } from 'vitest';

import { givenRatingSchema, type Rating } from '../../../plugins/attendance/protocol/interactions/ratings';
import { decideRating } from '../../../plugins/attendance/server/src/domain/interactions/rating';
import { INTERACTIONS, NOW } from './builders';

const STARS = { kind: 'stars', asksComment: true } as const;
const four = { scale: 'stars', score: 4, comment: 'Rápido' } as const;
const DAY = 24 * 60 * 60 * 1_000;

describe('[W4] [Z25] a rating', () => {
  it.each([
    ['waiting', false],
    ['assigned', false],
    ['endedByVisitor', true],
    ['ended', true],
    ['abandoned', false],
  ] as const)('of an interaction that is %s: %s', (state, isTaken) => {
    expect(decideRating(INTERACTIONS[state], null, four, STARS, NOW) !== null).toBe(isTaken);
  });

  it('is on the scale that the site asks for', () => {
    const { ended } = INTERACTIONS;
    expect(decideRating(ended, null, four, { kind: 'thumbs', asksComment: true }, NOW)).toBeNull();
    expect(decideRating(ended, null, four, { kind: 'off', asksComment: true }, NOW)).toBeNull();
  });

  it('is changeable for a day from the first time, and no longer', () => {
    const before: Rating = { ...four, ratedAt: NOW - DAY };
    const changed = decideRating(INTERACTIONS.ended, before, { ...four, score: 2 }, STARS, NOW);
    expect(changed).toEqual({ ...four, score: 2, ratedAt: before.ratedAt });
    expect(decideRating(INTERACTIONS.ended, before, four, STARS, NOW + 1)).toBeNull();
  });

  it('keeps no comment that was not asked for', () => {
    const silent = { kind: 'stars', asksComment: false } as const;
    expect(decideRating(INTERACTIONS.ended, null, four, silent, NOW)?.comment).toBe('');
  });

  it.each([
    ['stars', 0, false],
    ['stars', 1, true],
    ['stars', 5, true],
    ['stars', 6, false],
    ['stars', 2.5, false],
    ['thumbs', 0, true],
    ['thumbs', 1, true],
    ['thumbs', 2, false],
  ])('%s of %s is within its scale: %s', (scale, score, isTaken) => {
    expect(givenRatingSchema.safeParse({ scale, score }).success).toBe(isTaken);
  });

  it('takes comments up to a thousand characters, emoji counting as one', () => {
    const of = (comment: string) => givenRatingSchema.safeParse({ scale: 'stars', score: 5, comment });
    expect(of('😀'.repeat(1_000)).success).toBe(true);
    expect(of('a'.repeat(1_001)).success).toBe(false);
    expect(of(' bom\u0000 ').data?.comment).toBe('bom');
  });
});
