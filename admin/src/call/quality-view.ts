import type { CallQuality } from '../../../plugins/attendance/protocol/entities';

export type QualityLevel = 'good' | 'fair' | 'poor' | 'unknown';

const GOOD_SCORE = 70;
const FAIR_SCORE = 40;

export function levelOf(quality: CallQuality | null): QualityLevel {
  if (quality === null) return 'unknown';
  if (quality.score >= GOOD_SCORE) return 'good';
  return quality.score >= FAIR_SCORE ? 'fair' : 'poor';
}

/** Whose connection is weak [M6]. */
export function weakSideOf(
  own: CallQuality | null,
  visitor: CallQuality | null,
): 'agent' | 'visitor' | 'both' | null {
  const isOwnWeak = levelOf(own) === 'poor';
  const isVisitorWeak = levelOf(visitor) === 'poor';
  if (isOwnWeak && isVisitorWeak) return 'both';
  if (isOwnWeak) return 'agent';
  return isVisitorWeak ? 'visitor' : null;
}

const NARROWEST_PX = 88;
const WIDEST_PX = 232;
const FULL_HEIGHT = 720;

/**
 * How wide the agent's own picture is drawn: with what is being sent of it, so that the agent sees it shrink and grow
 * [M6]. In the middle while nothing was measured.
 */
export function ownPictureWidth(sentHeight: number | null): number {
  const share = Math.min(1, (sentHeight ?? FULL_HEIGHT / 2) / FULL_HEIGHT);
  return Math.round(NARROWEST_PX + (WIDEST_PX - NARROWEST_PX) * share);
}
