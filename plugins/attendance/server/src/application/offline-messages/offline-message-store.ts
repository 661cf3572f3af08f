import type { OfflineMessageTx } from './rows';
import type { Transactions } from '../transactions';
import type { OfflineMessage } from '../../../../protocol/messages/offline-messages';
import type { AgentId, OfflineMessageId } from '../../../../protocol/schemas/ids';
import { judgeTaking } from '../../domain/messages/offline-message';
import type { NewOfflineMessage, OfflineMessageReader, OfflineMessageStore } from './offline-messages';
import type { Outcome } from '../outcome';
import type { Steps } from '../steps';

/** Creates the store of offline messages; each change is one transaction. */
export function createOfflineMessageStore(
  database: Transactions<OfflineMessageTx>,
  reader: OfflineMessageReader,
): OfflineMessageStore {
  return {
    ...reader,
    leave: (message, now) => database.transact((tx) => leave(tx, message, now)),
    take: (id, agentId, name) => database.transact((tx) => take(tx, id, 'taken', { id: agentId, name })),
    answer: (id, agentId, name, now) =>
      database.transact((tx) => take(tx, id, 'answered', { id: agentId, name }, now)),
  };
}

export function* leave(tx: OfflineMessageTx, message: NewOfflineMessage, now: number): Steps<OfflineMessage> {
  const id = yield* tx.offlineMessages.insert(message, now);
  const stored = yield* tx.offlineMessages.lock(id);
  if (stored === null) throw new Error(`offline message ${id} vanished within its own transaction`);
  return stored;
}

/** Assigns a message to the agent who takes or answers it: of two at once, one succeeds. */
export function* take(
  tx: OfflineMessageTx,
  id: OfflineMessageId,
  status: 'taken' | 'answered',
  agent: { readonly id: AgentId; readonly name: string },
  answeredAt: number | null = null,
): Steps<Outcome<OfflineMessage>> {
  const stored = yield* tx.offlineMessages.lock(id);
  if (stored === null) return { ok: false, code: 'not_found' };
  const verdict = judgeTaking(stored, status, agent.id);
  if (verdict === 'conflict') return { ok: false, code: 'conflict' };
  const change = { status, takenBy: agent };
  if (verdict === 'unchanged') return { ok: true, data: stored };
  yield* tx.offlineMessages.update(id, { ...change, answeredAt });
  return { ok: true, data: { ...stored, ...change } };
}
