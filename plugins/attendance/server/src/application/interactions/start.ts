import type { InteractionTx } from './rows';
import { begin } from '../../domain/interactions/interaction';
import { protocolNumberOf } from '../../domain/interactions/protocol-number';
import type { Steps } from '../steps';
import type { NewInteraction, StoredInteraction } from './stored-interaction';

/** Starts an interaction, or returns the one that is live between this visitor and this site [P3]. */
export function* start(
  tx: InteractionTx,
  request: NewInteraction,
  now: number,
): Steps<{ readonly stored: StoredInteraction; readonly isNew: boolean }> {
  const visitorId = yield* tx.visitors.current(request.visitorId);
  // A request makes sure that they are there, a moment before.
  if (visitorId === null) throw new Error(`visitor ${request.visitorId} is no more`);
  const live = yield* tx.interactions.findLive(request.siteId, visitorId);
  if (live !== null) return { stored: live, isNew: false };
  const begun = begin({ ...request, visitorId }, now);
  const id = yield* tx.interactions.insert(begun, request);
  yield* tx.interactions.setProtocolNumber(id, protocolNumberOf(id, now));
  return { stored: yield* tx.interactions.get(id), isNew: true };
}
