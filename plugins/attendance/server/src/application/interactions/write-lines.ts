import type { SystemLine } from '../../../../protocol/messages/messages';
import type { Tx } from '../database/tx';
import type { Steps } from '../steps';
import type { SystemMessage } from '../messages/rows';
import type { StoredInteraction } from './stored-interaction';

/** Writes system lines after the last message, and returns them; whoever calls notes the last sequence. */
export function* writeLines(
  tx: Tx,
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
