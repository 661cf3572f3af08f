import type { AgentTx } from './rows';
import { CHANNELS } from '../../../../protocol/shared/choices';
import type { AttendingUser } from './ports';
import type { Steps } from '../steps';
import type { NewAgent } from './rows';

/** Offline, on all channels, of no department, with the capacity of all [Z8]. */
const NEW_AGENT = { presence: 'offline', channels: CHANNELS, departmentIds: [] } as const;

/** Makes an admin user who connects an agent, and notes that they are here. */
export function* welcome(tx: AgentTx, userId: number, publicName: string): Steps<void> {
  yield* introduce(tx, { ...NEW_AGENT, userId, publicName, isNeverHere: false });
  yield* tx.agents.setHere(userId);
}

/** Makes agents of admin users who may attend, before they first connect [Z141]. */
export function* expectAll(tx: AgentTx, users: readonly AttendingUser[]): Steps<void> {
  for (const { name, userId } of users)
    yield* introduce(tx, { ...NEW_AGENT, userId, publicName: name, isNeverHere: true });
}

/** Makes a user an agent, unless they are one already: found by their login, or by its address after an import. */
function* introduce(tx: AgentTx, agent: NewAgent): Steps<void> {
  yield* tx.agents.adopt(agent.userId);
  yield* tx.agents.insert(agent);
}
