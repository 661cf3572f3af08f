import type { MessageRows, WrittenMessage } from '../../application/messages/rows';
import type { Sql } from '../database/sql';
import { toMessage, type MessageRow } from './message-rows';
import { TABLE } from '../database/tables';

const FIND = `SELECT * FROM ${TABLE.messages} WHERE interaction_id = ? AND side = ? AND client_message_id = ?`;
/** Inserts a message, unless its client id is stored already: the unique index is the look-up. */
const INSERT = `INSERT INTO ${TABLE.messages}
    (interaction_id, sequence, side, client_message_id, agent_id, agent_name, body, attachments, sent_at)
  VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?) ON CONFLICT (interaction_id, side, client_message_id) DO NOTHING`;

export function messageTable(sql: Sql): MessageRows {
  return {
    *insert(interactionId, message) {
      const { attachments, body, clientMessageId, sentAt, sequence, side } = message;
      const changes = yield* sql.run(
        INSERT,
        interactionId,
        sequence,
        side,
        clientMessageId,
        side === 'agent' ? message.agentId : null,
        side === 'agent' ? message.agentName : '',
        body,
        attachments === undefined ? null : JSON.stringify(attachments),
        sentAt,
      );
      return changes > 0;
    },
    *find(interactionId, side, clientMessageId) {
      const [row] = yield* sql.rows<MessageRow>(FIND, interactionId, side, clientMessageId);
      // A system line has no client message id.
      return row === undefined ? null : (toMessage(row) as WrittenMessage);
    },
    *insertLines(interactionId, lines) {
      for (const { line, sentAt, sequence, side } of lines) {
        yield* sql.insert(TABLE.messages, {
          interaction_id: interactionId,
          sequence,
          side,
          sent_at: sentAt,
          line: JSON.stringify(line),
        });
      }
    },
  };
}
