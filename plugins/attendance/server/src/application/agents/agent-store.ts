import type { AgentTx } from './rows';
import type { Transactions } from '../transactions';
import type { Clock } from '../clock';
import type { AgentReader, AgentStore } from './ports';
import { expectAll, welcome } from './introduce';
import { setPresence } from './presence';
import { clearMissed, reserve } from './reserve';

/** The agents, whoever may attend, from their first connection on [R16]: what is read, and what changes them. */
export function createAgentStore(
  database: Transactions<AgentTx>,
  reader: AgentReader,
  clock: Clock,
): AgentStore {
  return {
    ...reader,
    ensure: async (userId, publicName) => {
      await database.transact((tx) => welcome(tx, userId, publicName));
      const agent = await reader.findByUser(userId);
      if (agent === null) throw new Error(`admin user ${userId} is no agent after being made one`);
      return agent;
    },
    expect: async (users) => {
      if (users.length > 0) await database.transact((tx) => expectAll(tx, users));
    },
    update: async (id, update) => {
      const hasChanged = await database.transact((tx) => tx.agents.edit(id, update));
      const profile = (await reader.profiles()).find((one) => one.id === id);
      if (profile === undefined) return { ok: false, code: 'not_found' };
      return hasChanged ? { ok: true, data: profile } : { ok: false, code: 'conflict' };
    },
    setPresence: (id, presence, reason = 'own-choice') =>
      database.transact((tx) => setPresence(tx, id, { presence, reason }, clock.now())),
    setLost: (id, lostAt) => database.transact((tx) => tx.agents.update(id, { lostAt })),
    markAllLost: (now) => database.transact((tx) => tx.agents.markAllLost(now)),
    clearMissed: (id) => database.transact((tx) => clearMissed(tx, id)),
    reserve: (id, interactionId) => database.transact((tx) => reserve(tx, id, interactionId)),
    lapse: (id) => database.transact((tx) => tx.agents.update(id, { reservedFor: null })),
  };
}
