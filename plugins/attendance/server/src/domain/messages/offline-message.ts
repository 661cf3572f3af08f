import type { OfflineMessage } from '../../../../protocol/messages/offline-messages';
import type { AgentId } from '../../../../protocol/schemas/ids';

/**
 * Judges whether an agent may take or answer a message that a visitor left [R13]: one that nobody has, or that is theirs. To answer an answered one
 * changes nothing, whoever did it; everything else is refused.
 */
export function judgeTaking(
  { status, takenBy }: Pick<OfflineMessage, 'status' | 'takenBy'>,
  to: 'taken' | 'answered',
  agentId: AgentId,
): 'changes' | 'unchanged' | 'conflict' {
  if (status === 'answered') return to === 'answered' ? 'unchanged' : 'conflict';
  return status === 'open' || takenBy?.id === agentId ? 'changes' : 'conflict';
}
