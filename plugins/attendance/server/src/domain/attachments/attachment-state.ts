import type { AgentId, InteractionId, VisitorId } from '../../../../protocol/schemas/ids';
import type { Side } from '../../../../protocol/schemas/scalars';
import { LIMITS } from '../../../../protocol/shared/limits';
import type { Writer } from '../messages/message';

/** `begun`: noted, its content not stored yet; `ready`: stored; `abandoned`: given up, for the purge to remove. */
export type AttachmentState = 'begun' | 'ready' | 'abandoned';

/** States in which a file counts for whoever uploaded it [Z54]. */
export const COUNTED_STATES: readonly AttachmentState[] = ['begun', 'ready'];

/** Returns the time up to which a file that no message carries was uploaded too long ago [Z58]. */
export function unpostedUntil(now: number): number {
  return now - LIMITS.attachmentUnpostedMs;
}

export interface Carriable {
  readonly interactionId: InteractionId;
  readonly side: Side;
  readonly personId: VisitorId | AgentId;
  readonly state: AttachmentState;
  readonly isPosted: boolean;
}

/** Returns whether a message of this writer to this interaction may carry the file: theirs, stored, and in no message yet [K9]. */
export function isFree(file: Carriable, interactionId: InteractionId, writer: Writer): boolean {
  const personId = writer.side === 'visitor' ? writer.visitorId : writer.agentId;
  const isTheirs =
    file.interactionId === interactionId && file.side === writer.side && file.personId === personId;
  return isTheirs && file.state === 'ready' && !file.isPosted;
}
