import type { InteractionTx } from './rows';
import type { SystemLine } from '../../../../protocol/messages/messages';
import type { Steps } from '../steps';
import type { SystemMessage } from './rows';
import type { StoredInteraction } from './stored-interaction';

/** Writes system lines after the last message, and returns them; whoever calls notes the last sequence. */
export function* writeLines(
  tx: InteractionTx,
  { interaction, lastSequence }: StoredInteraction,
  lines: readonly SystemLine[],
  now: number,
): Steps<SystemMessage[]> {
  const messages = lines.map((line, index) => ({
    side: 'system' as const,
    sequence: lastSequence + index + 1,
    sentAt: now,
    line,
  }));
  if (messages.length > 0) yield* tx.messages.insertLines(interaction.id, messages);
  return messages;
}
