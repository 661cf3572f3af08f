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
