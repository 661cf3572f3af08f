import type { InteractionId } from '../../../../plugins/attendance/protocol/schemas/ids';

/** Name of the followed interaction in the address: the browser's back closes it, and a reload keeps it. */
export const FOLLOWED_PARAMETER = 'interaction';

/** Returns the interaction that an address follows; none on a wall, which shows the board alone: its agent would be told of a reader who is not. */
export function followedId(query: URLSearchParams, isWall: boolean): InteractionId | null {
  const asked = Number(query.get(FOLLOWED_PARAMETER));
  return !isWall && Number.isSafeInteger(asked) && asked > 0 ? (asked as InteractionId) : null;
}
