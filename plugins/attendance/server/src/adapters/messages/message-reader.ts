import type { InteractionId } from '../../../../protocol/schemas/ids';
import type { MessagePage, MessageReader } from '../../application/messages/ports';
import { takePage } from '../../domain/messages/transcript-page';
import type { SqlReader } from '../database/sql';
import { toMessage, type MessageRow } from './message-rows';
import { TABLE } from '../database/tables';

/** Reads messages outside a transaction. */
export function createMessageReader(reader: SqlReader): MessageReader {
  return {
    after: (id, sequence, limit) =>
      page(reader, `interaction_id = ? AND sequence > ? ORDER BY sequence`, id, sequence, limit),
    before: async (id, sequence, limit) => {
      const narrow = 'interaction_id = ? AND sequence < CAST(? AS BIGINT) ORDER BY sequence DESC';
      const newestFirst = await page(reader, narrow, id, sequence, limit);
      return { ...newestFirst, messages: newestFirst.messages.reverse() };
    },
  };
}

/** Size of a message on the wire without its texts: names, times and ids. */
const LINE_BYTES = 200;

async function page(
  reader: SqlReader,
  narrow: string,
  id: InteractionId,
  sequence: number,
  limit: number,
): Promise<MessagePage> {
  const sql = `SELECT * FROM ${TABLE.messages} WHERE ${narrow} LIMIT ?`;
  const { bytes, hasMore, lines } = await reader.take(
    sql,
    [id, sequence, limit + 1],
    (rows: Iterable<MessageRow>) => takePage(rows, limit, bytesOf),
  );
  return { messages: lines.map(toMessage), hasMore, bytes };
}

function bytesOf({ attachments, body, line }: MessageRow): number {
  const texts = [body, attachments, line].map((text) =>
    typeof text === 'string' ? Buffer.byteLength(text) : 0,
  );
  return texts.reduce((sum, bytes) => sum + bytes, LINE_BYTES);
}
