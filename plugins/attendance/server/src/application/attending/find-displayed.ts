import type { InteractionId, SiteId, VisitorId } from '../../../../protocol/schemas/ids';
import type { InteractionStore } from '../interactions/ports';
import type { StoredInteraction } from '../interactions/stored-interaction';

export interface DisplayedBy {
  readonly siteId: SiteId;
  readonly visitorId: VisitorId;
  /** Interaction that the widget last showed as live; null where it showed none. */
  readonly interactionId: InteractionId | null;
}

/**
 * Resolves to what a visitor's widget displays: their live interaction, or else the one that it showed as live, which has ended
 * meanwhile. Null where there is neither, and for an interaction of somebody else.
 */
export async function findDisplayed(
  interactions: Pick<InteractionStore, 'find' | 'findLive'>,
  { interactionId, siteId, visitorId }: DisplayedBy,
): Promise<StoredInteraction | null> {
  const live = await interactions.findLive(siteId, visitorId);
  const stored = live ?? (interactionId === null ? null : await interactions.find(interactionId));
  return stored?.interaction.visitorId === visitorId ? stored : null;
}
