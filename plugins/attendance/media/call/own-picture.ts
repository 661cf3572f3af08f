const NARROWEST_PX = 88;
const WIDEST_PX = 232;
const FULL_HEIGHT = 720;

/**
 * Returns the width at which the agent's own picture is drawn: it follows the height being sent, so that the agent sees
 * it shrink and grow [M6]. Medium while nothing was measured.
 */
export function ownPictureWidth(sentHeight: number | null): number {
  const share = Math.min(1, (sentHeight ?? FULL_HEIGHT / 2) / FULL_HEIGHT);
  return Math.round(NARROWEST_PX + (WIDEST_PX - NARROWEST_PX) * share);
}
