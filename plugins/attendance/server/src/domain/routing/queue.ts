import type { QueuePlace } from '../../../../protocol/interactions/interactions';
import type { InteractionId } from '../../../../protocol/schemas/ids';
import { isCall } from './capacity';
import { byLongestWait, type RoutingRequest } from './routing';

const FEWEST_SAMPLES = 5;

/**
 * Everybody's place in the queue [R12]: among the waiting visitors who are present, of the same department and kind
 * (chat, call), by longest wait. The estimate is the position times the median interval between recent assignments.
 */
export function placesInQueue(
  requests: readonly RoutingRequest[],
  recentAssignments: readonly number[],
): Map<InteractionId, QueuePlace> {
  const interval = medianInterval(recentAssignments);
  const ahead = new Map<string, number>();
  const places = new Map<InteractionId, QueuePlace>();
  for (const request of requests.filter(({ isAway }) => !isAway).sort(byLongestWait)) {
    const line = `${request.departmentId ?? 'any'}/${isCall(request.channel) ? 'call' : 'chat'}`;
    const position = (ahead.get(line) ?? 0) + 1;
    ahead.set(line, position);
    places.set(request.interactionId, {
      position,
      estimatedWaitMs: interval === null ? null : Math.round(position * interval),
    });
  }
  return places;
}

/** Milliseconds between assignments, at the median; null below five samples, where it would be a guess. */
export function medianInterval(assignedAt: readonly number[]): number | null {
  if (assignedAt.length < FEWEST_SAMPLES) return null;
  const times = [...assignedAt].sort((left, right) => left - right);
  const intervals = times.slice(1).map((time, index) => time - (times[index] ?? time));
  intervals.sort((left, right) => left - right);
  const middle = intervals.length >> 1;
  const upper = intervals[middle] ?? 0;
  return intervals.length % 2 === 1 ? upper : ((intervals[middle - 1] ?? 0) + upper) / 2;
}
