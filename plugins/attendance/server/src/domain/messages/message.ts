import type { AgentId, VisitorId } from '../../../../protocol/schemas/ids';
import type { Interaction } from '../interactions/interaction-state';

/** The person who writes. */
export type Writer =
  | { readonly side: 'visitor'; readonly visitorId: VisitorId }
  | { readonly side: 'agent'; readonly agentId: AgentId };

/** Returns whether the interaction is this person's: another's does not exist for them. */
export function isParticipant(
  { agentId, visitorId }: { readonly agentId: AgentId | null; readonly visitorId: VisitorId },
  writer: Writer,
): boolean {
  return writer.side === 'visitor' ? visitorId === writer.visitorId : agentId === writer.agentId;
}

/** Returns whether nothing more can be written into it: either side has ended it. */
export function isClosed({
  hasVisitorEnded,
  status,
}: {
  readonly hasVisitorEnded: boolean;
  readonly status: Interaction['status'];
}): boolean {
  return status === 'ended' || status === 'abandoned' || hasVisitorEnded;
}

/** Returns since when the visitor waits for a reply, after a message of this side at `now`; null while nobody waits. */
export function pendingAfter(pendingSince: number | null, side: Writer['side'], now: number): number | null {
  return side === 'agent' ? null : (pendingSince ?? now);
}
