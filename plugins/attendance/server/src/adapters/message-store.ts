import type { Knex } from 'knex';

import type { Message } from '../../../protocol/entities';
import type { Clock, MessageStore, NewMessage, Outcome, PostedMessage } from '../application/ports';
import { isStorageFault } from '../application/storage-fault';
import { toMessage, type MessageRow } from './interaction-rows';
import { writeMessages } from './message-writer';
import { withSqlite } from './sqlite-connection';
import { TABLE } from './tables';

interface Pending {
  readonly message: NewMessage;
  readonly resolve: (outcome: Outcome<PostedMessage>) => void;
  readonly reject: (fault: unknown) => void;
}

/** How long the first message of a group waits for company. */
const GATHER_MS = 2;
const GROUP_MAX = 100;

/**
 * Messages with group commit: what arrives within a few milliseconds shares one transaction, so that durability costs
 * one sync for many. Each is acknowledged alone, after COMMIT [C2]; if a group fails, its members are retried singly.
 */
export function createMessageStore(knex: Knex, clock: Clock): MessageStore {
  const gathered: Pending[] = [];
  let isScheduled = false;
  let running: Promise<void> = Promise.resolve();

  const flush = (): void => {
    isScheduled = false;
    const group = gathered.splice(0, GROUP_MAX);
    if (gathered.length > 0) schedule();
    if (group.length > 0) running = running.then(() => commitGroup(knex, clock, group));
  };
  const schedule = (): void => {
    if (isScheduled) return;
    isScheduled = true;
    setTimeout(flush, GATHER_MS);
  };

  return {
    post: (message) =>
      new Promise((resolve, reject) => {
        gathered.push({ message, resolve, reject });
        schedule();
      }),
    after: (id, sequence, limit) =>
      page(
        knex(TABLE.messages).where('interaction_id', id).where('sequence', '>', sequence).orderBy('sequence'),
        limit,
      ),
    before: async (id, sequence, limit) => {
      const newestFirst = await page(
        knex(TABLE.messages)
          .where('interaction_id', id)
          .where('sequence', '<', sequence)
          .orderBy('sequence', 'desc'),
        limit,
      );
      return { ...newestFirst, messages: newestFirst.messages.reverse() };
    },
  };
}

async function page(
  query: Knex.QueryBuilder,
  limit: number,
): Promise<{ messages: Message[]; hasMore: boolean }> {
  const rows = (await query.limit(limit + 1)) as MessageRow[];
  return { messages: rows.slice(0, limit).map(toMessage), hasMore: rows.length > limit };
}

/** Never rejects: every member hears of its own outcome. */
async function commitGroup(knex: Knex, clock: Clock, group: readonly Pending[]): Promise<void> {
  // Always in the same order of interactions, so that two groups never wait for each other.
  const ordered = [...group].sort((left, right) => left.message.interactionId - right.message.interactionId);
  try {
    const messages = ordered.map(({ message }) => message);
    const outcomes = await withSqlite(knex, (connection) => writeMessages(connection, messages, clock.now()));
    ordered.forEach(({ reject, resolve }, index) => {
      const outcome = outcomes[index];
      if (outcome === undefined) reject(new Error('a member of the group has no outcome'));
      else resolve(outcome);
    });
  } catch (fault) {
    // Where nothing can be stored, a try for each would only hold everybody up.
    if (ordered.length === 1 || isStorageFault(fault)) for (const { reject } of ordered) reject(fault);
    else for (const member of ordered) await commitGroup(knex, clock, [member]);
  }
}
