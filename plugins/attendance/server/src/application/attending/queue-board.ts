import type { QueuePlace } from '../../../../protocol/interactions/interactions';
import type { InteractionId, VisitorId } from '../../../../protocol/schemas/ids';
import { LIMITS } from '../../../../protocol/shared/limits';
import { placesInQueue } from '../../domain/routing/queue';
import type { Clock } from '../clock';
import type { InteractionStore } from '../interactions/ports';

/** Age in ms beyond which an assignment is no sample of the wait now [R12]. */
const SAMPLES_FROM_MS = 30 * 60_000;

export interface QueueBoard {
  /** Returns the place last sent, so that every tab shows the same; null when the interaction does not wait, or its visitor is away. */
  placeOf(id: InteractionId): QueuePlace | null;
  /** Computes all places, and notifies visitors whose place changed, each at most every 3 s [R12]. */
  refresh(): Promise<void>;
}

interface Told {
  readonly place: QueuePlace;
  readonly at: number;
}

export function createQueueBoard(
  interactions: InteractionStore,
  clock: Clock,
  tell: (visitorId: VisitorId, interactionId: InteractionId, place: QueuePlace) => void,
): QueueBoard {
  const told = new Map<InteractionId, Told>();

  return {
    placeOf: (id) => told.get(id)?.place ?? null,
    refresh: async () => {
      const requests = await interactions.routingRequests();
      const now = clock.now();
      const places =
        requests.length === 0
          ? new Map<InteractionId, QueuePlace>()
          : placesInQueue(requests, await interactions.recentAssignments(now - SAMPLES_FROM_MS));
      for (const { interactionId, visitorId } of requests) {
        const place = places.get(interactionId);
        const last = told.get(interactionId);
        if (place === undefined || isSame(last?.place, place)) continue;
        if (last !== undefined && now - last.at < LIMITS.queueAnnouncementMs) continue;
        told.set(interactionId, { place, at: now });
        tell(visitorId, interactionId, place);
      }
      for (const id of told.keys()) if (!places.has(id)) told.delete(id);
    },
  };
}

function isSame(left: QueuePlace | undefined, right: QueuePlace): boolean {
  return left?.position === right.position && left.estimatedWaitMs === right.estimatedWaitMs;
}
