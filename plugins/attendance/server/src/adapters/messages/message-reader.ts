import type { Knex } from 'knex';

import type { InteractionId } from '../../../../protocol/ids';
import type { MessagePage, MessageReader } from '../../application/ports';
import { takePage } from '../../domain/transcript-page';
import { toMessage, type MessageRow } from '../interaction-rows';
import { takeRows } from '../sqlite-connection';
import { TABLE } from '../tables';

/** What is read of messages, outside of any transaction of theirs. */
export function createMessageReader(knex: Knex): MessageReader {
  return {
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
