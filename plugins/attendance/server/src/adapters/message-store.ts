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

const GROUP_MAX = 100;
/** From a group of this size on there is so much to store that the next one is worth waiting for. */
const CROWD = 10;
/** The longest that a group gathers, however slow the disk. */
const GATHER_MAX_MS = 10;

/**
 * Messages with group commit: what one turn of the event loop brings shares one transaction, so that durability costs
 * one sync for many. Under load the next group gathers for as long as the last commit took, so that syncs take no more
 * than half of the time. Each is acknowledged alone, after COMMIT [C2]; if a group fails, its members are retried singly.
 */
export function createMessageStore(knex: Knex, clock: Clock): MessageStore {
  const gathered: Pending[] = [];
  let isScheduled = false;
  let notBefore = 0;

  // It cannot reject: commitGroup never does.
  const commit = async (): Promise<void> => {
    const group = gathered.splice(0, GROUP_MAX);
    const tookMs = await commitGroup(knex, clock, group);
    notBefore = group.length < CROWD ? 0 : performance.now() + Math.min(tookMs, GATHER_MAX_MS);
    isScheduled = false;
    if (gathered.length > 0) schedule();
  };
  const schedule = (): void => {
    if (isScheduled) return;
    isScheduled = true;
    const waitMs = gathered.length >= GROUP_MAX ? 0 : notBefore - performance.now();
    if (waitMs <= 0) setImmediate(() => void commit());
    else setTimeout(() => void commit(), waitMs);
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

/** Answers how long the writing took. Never rejects: every member hears of its own outcome. */
async function commitGroup(knex: Knex, clock: Clock, group: readonly Pending[]): Promise<number> {
  // Always in the same order of interactions, so that two groups never wait for each other.
  const ordered = [...group].sort((left, right) => left.message.interactionId - right.message.interactionId);
  const messages = ordered.map(({ message }) => message);
  let startedAt = performance.now();
  try {
    const outcomes = await withSqlite(knex, (connection) => {
      startedAt = performance.now();
      return writeMessages(connection, messages, clock.now());
    });
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
  return performance.now() - startedAt;
}
