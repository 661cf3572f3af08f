import type { CallQuality } from '../../../plugins/attendance/protocol/calls/calls';

export type QualityLevel = 'good' | 'fair' | 'poor' | 'unknown';

const GOOD_SCORE = 70;
const FAIR_SCORE = 40;

export function levelOf(quality: CallQuality | null): QualityLevel {
  if (quality === null) return 'unknown';
  if (quality.score >= GOOD_SCORE) return 'good';
  return quality.score >= FAIR_SCORE ? 'fair' : 'poor';
}

/** Returns the side whose connection is weak [M6]. */
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
