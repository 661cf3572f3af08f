import type { Database, Statement } from 'better-sqlite3';

import type { AgentId, VisitorId } from '../../../protocol/ids';
import type { NewMessage, Outcome, PostedMessage } from '../application/ports';
import { toMessage, type InteractionRow, type MessageRow } from './interaction-rows';
import { TABLE } from './tables';

/** What a message needs to know of its interaction. */
type Head = Pick<
  InteractionRow,
  'visitor_id' | 'agent_id' | 'status' | 'visitor_ended_at' | 'last_sequence' | 'pending_since'
>;

interface Statements {
  readonly head: Statement<[number], Head>;
  readonly same: Statement<[number, string, string], MessageRow>;
  readonly insert: Statement;
  readonly advance: Statement;
}

const prepared = new WeakMap<Database, Statements>();

function statementsOf(connection: Database): Statements {
  const known = prepared.get(connection);
  if (known !== undefined) return known;
  const statements: Statements = {
    head: connection.prepare(
      `SELECT visitor_id, agent_id, status, visitor_ended_at, last_sequence, pending_since
       FROM ${TABLE.interactions} WHERE id = ?`,
    ),
    same: connection.prepare(
      `SELECT * FROM ${TABLE.messages} WHERE interaction_id = ? AND side = ? AND client_message_id = ?`,
    ),
    insert: connection.prepare(
      `INSERT INTO ${TABLE.messages}
         (interaction_id, sequence, side, client_message_id, agent_id, agent_name, body, sent_at)
       VALUES (@interaction_id, @sequence, @side, @client_message_id, @agent_id, @agent_name, @body, @sent_at)`,
    ),
    advance: connection.prepare(
      `UPDATE ${TABLE.interactions}
       SET last_sequence = ?, last_writer = ?, pending_since = ?, revision = revision + 1 WHERE id = ?`,
    ),
  };
  prepared.set(connection, statements);
  return statements;
}

/**
 * Stores messages in one transaction, in the order given, and answers their outcomes in that order. Life state and
 * duplicates, those inside the batch too, are looked at before a sequence is taken [C3]. A fault stores none of them.
 */
export function writeMessages(
  connection: Database,
  messages: readonly NewMessage[],
  now: number,
): Outcome<PostedMessage>[] {
  const statements = statementsOf(connection);
  return connection.transaction(() => messages.map((message) => write(statements, message, now))).immediate();
}

function write(statements: Statements, message: NewMessage, now: number): Outcome<PostedMessage> {
  const { author, body, clientMessageId, interactionId } = message;
  const head = statements.head.get(interactionId);
  if (head === undefined || !isAuthorOf(head, message)) return { ok: false, code: 'not_found' };
  const participants = {
    visitorId: head.visitor_id as VisitorId,
    agentId: head.agent_id as AgentId | null,
  };
  const stored = statements.same.get(interactionId, author.side, clientMessageId);
  if (stored !== undefined) {
    return stored.body === body
      ? { ok: true, data: { message: toMessage(stored), participants, isNew: false } }
      : { ok: false, code: 'conflict' };
  }
  const isOver = head.status === 'ended' || head.status === 'abandoned' || head.visitor_ended_at !== null;
  if (isOver) return { ok: false, code: 'conflict' };
  const row: MessageRow = {
    interaction_id: interactionId,
    sequence: head.last_sequence + 1,
    side: author.side,
    client_message_id: clientMessageId,
    agent_id: author.side === 'agent' ? author.agentId : null,
    agent_name: author.side === 'agent' ? author.agentName : '',
    body,
    line: null,
    sent_at: now,
  };
  statements.insert.run(row);
  const pendingSince = author.side === 'agent' ? null : (head.pending_since ?? now);
  statements.advance.run(row.sequence, author.side, pendingSince, interactionId);
  return { ok: true, data: { message: toMessage(row), participants, isNew: true } };
}

/** Every look-up is "this id and this person": another's interaction does not exist for them. */
function isAuthorOf(head: Head, { author }: NewMessage): boolean {
  return author.side === 'visitor' ? head.visitor_id === author.visitorId : head.agent_id === author.agentId;
}
