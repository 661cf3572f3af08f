import type { Message } from '../../../../plugins/attendance/protocol/messages/messages';
import type { InteractionId } from '../../../../plugins/attendance/protocol/schemas/ids';
import type { Participants } from '../../../../plugins/attendance/server/src/application/interactions/stored-interaction';
import { isLive } from './judge-transitions';
import { caseOf, demand, type Ledger } from '../ledger';

/** [K2] Each message once, next in the one order, between the two people of the interaction, and not after its end. */
export function judgeMessage(
  ledger: Ledger,
  id: InteractionId,
  { agentId, visitorId }: Participants,
  message: Message,
): void {
  const known = caseOf(ledger, id);
  const fields = { id, sequence: message.sequence };
  demand(message.sequence === known.lastSequence + 1, '[K2] [C3] the order has a gap', fields);
  known.lastSequence = message.sequence;
  demand(isLive(known), '[C3] written after the end', fields);
  demand(agentId === known.agentId && visitorId === known.visitorId, '[K9] told to others', fields);
  if (message.side === 'system') return;
  demand(!known.bodies.has(message.body), '[K2] told twice', fields);
  known.bodies.add(message.body);
}
