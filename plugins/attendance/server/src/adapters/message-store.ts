import type { Knex } from 'knex';

import type { InteractionId } from '../../../protocol/ids';
import type {
  Clock,
  MessagePage,
  MessageStore,
  NewMessage,
  Outcome,
  PostedMessage,
} from '../application/ports';
import { isStorageFault } from '../application/storage-fault';
import { takePage } from '../domain/transcript-page';
import { gather } from './gather';
import { toMessage, type MessageRow } from './interaction-rows';
import { writeMessages } from './message-writer';
import { takeRows, withSqlite } from './sqlite-connection';
import { TABLE } from './tables';

interface Pending {
  readonly message: NewMessage;
  readonly resolve: (outcome: Outcome<PostedMessage>) => void;
  readonly reject: (fault: unknown) => void;
}

const GROUP_MAX = 100;
/** A message waits for others only where there are many: people see how long each takes. */
const CROWD = 10;

/** Messages with group commit, each acknowledged alone, after COMMIT [C2]; if a group fails, its members are retried singly. */
export function createMessageStore(knex: Knex, clock: Clock): MessageStore {
  const post = gather<Pending>({
    most: GROUP_MAX,
    crowd: CROWD,
    patience: 1,
    write: (group) => commitGroup(knex, clock, group),
  });

  return {
    post: (message) =>
      new Promise((resolve, reject) => {
        post({ message, resolve, reject });
      }),
    after: (id, sequence, limit) =>
      page(knex, `interaction_id = ? AND sequence > ? ORDER BY sequence`, id, sequence, limit),
    before: async (id, sequence, limit) => {
      const narrow = 'interaction_id = ? AND sequence < ? ORDER BY sequence DESC';
      const newestFirst = await page(knex, narrow, id, sequence, limit);
      return { ...newestFirst, messages: newestFirst.messages.reverse() };
    },
  };
}

/** What a line is beside its texts: its name, times and ids on the wire. */
const LINE_BYTES = 200;

async function page(
  knex: Knex,
  narrow: string,
  id: InteractionId,
  sequence: number,
  limit: number,
): Promise<MessagePage> {
  const sql = `SELECT * FROM ${TABLE.messages} WHERE ${narrow} LIMIT ?`;
  const { bytes, hasMore, lines } = await takeRows(knex, sql, [id, sequence, limit + 1], (rows) =>
    takePage<MessageRow>(rows as Iterable<MessageRow>, limit, bytesOf),
  );
  return { messages: lines.map(toMessage), hasMore, bytes };
}

function bytesOf({ attachments, body, line }: MessageRow): number {
  const texts = [body, attachments, line].map((text) =>
    typeof text === 'string' ? Buffer.byteLength(text) : 0,
  );
  return texts.reduce((sum, bytes) => sum + bytes, LINE_BYTES);
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
