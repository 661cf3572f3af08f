import type { Database } from 'better-sqlite3';

import { LIMITS } from '../../../../protocol/shared/limits';
import type { TranscriptOrder, TranscriptPage } from '../../application/transcripts/transcripts';
import { renderTranscript } from '../../presenters/transcript';
import { toMessage, type MessageRow } from '../messages/message-rows';
import { rowsIn } from '../database/sqlite/sqlite-connection';
import { TABLE } from '../database/tables';

/** The newest lines of a conversation, oldest first, as its visitor takes them along [W4]. */
export function writeTranscript(
  connection: Database,
  { reader, stored, withText }: TranscriptOrder,
): TranscriptPage {
  const sql = `SELECT * FROM ${TABLE.messages} WHERE interaction_id = ? ORDER BY sequence DESC LIMIT ?`;
  const most = LIMITS.transcriptLines;
  const newestFirst = rowsIn<MessageRow>(connection, sql, stored.interaction.id, most + 1);
  const messages = newestFirst.slice(0, most).reverse().map(toMessage);
  const page = renderTranscript({ stored, reader, messages, isCut: newestFirst.length > most });
  // Twice as much would be handed from thread to thread.
  return withText ? page : { ...page, text: '' };
}
