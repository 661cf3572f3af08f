import type { AgentId } from '../../../../protocol/schemas/ids';
import { setPresence } from '../agents/presence';
import type { AgentTx } from '../agents/rows';
import type { Outcome } from '../outcome';
import type { Steps } from '../steps';

/** Sets an agent Offline with a supervisor's reason [R17]; what they hold, they keep. Returns their name; `conflict` where they are Offline already. */
export function* setOffline(
  tx: AgentTx,
  id: AgentId,
  note: string,
  now: number,
): Steps<Outcome<{ name: string }>> {
  const agent = yield* tx.agents.lock(id);
  if (agent === null) return { ok: false, code: 'not_found' };
  if (agent.presence === 'offline') return { ok: false, code: 'conflict' };
  yield* setPresence(tx, id, { presence: 'offline', reason: 'supervisor', note }, now);
  return { ok: true, data: { name: agent.publicName } };
}
