import type { InteractionId } from '../../../../protocol/schemas/ids';
import { LIMITS } from '../../../../protocol/shared/limits';
import type { MessagePage, MessageReader } from './ports';

/** Page of a transcript to return; `afterSequence` and `beforeSequence` exclude each other. */
export interface MessageQuery {
  readonly interactionId: InteractionId;
  readonly afterSequence?: number | undefined;
  readonly beforeSequence?: number | undefined;
  readonly limit: number;
}

/** Returns the messages after a sequence, those before one, or the newest page when neither is given. */
export function listMessages(
  messages: MessageReader,
  { afterSequence, beforeSequence, interactionId, limit }: MessageQuery,
): Promise<MessagePage> {
  return afterSequence === undefined
    ? messages.before(interactionId, beforeSequence ?? Number.MAX_SAFE_INTEGER, limit)
    : messages.after(interactionId, afterSequence, limit);
}

/** Returns the newest page, as long as a page may be: what a screen shows first. */
export function latestMessages(messages: MessageReader, interactionId: InteractionId): Promise<MessagePage> {
  return listMessages(messages, { interactionId, limit: LIMITS.transcriptPage });
}
