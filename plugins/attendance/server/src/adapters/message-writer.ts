import type { Database, Statement } from 'better-sqlite3';

import type { AgentId, VisitorId } from '../../../protocol/ids';
import type { NewMessage, Outcome, Participants, PostedMessage } from '../application/ports';
import { findCarried, isSameList, markCarried } from './attachments/carry';
import { toAttachments, toMessage, toTime, type InteractionRow, type MessageRow } from './interaction-rows';
import { TABLE } from './tables';

/** What a message needs to know of its interaction. */
type Head = Pick<
  InteractionRow,
  'visitor_id' | 'agent_id' | 'status' | 'visitor_ended_at' | 'last_sequence' | 'pending_since'
>;

type InsertParameters = [
  interactionId: number,
  sequence: number,
  side: string,
  clientMessageId: string,
  agentId: number | null,
  agentName: string,
  body: string,
  attachments: string | null,
  sentAt: number,
];

interface Statements {
  readonly head: Statement<[number], Head>;
  readonly same: Statement<[number, string, string], MessageRow>;
  readonly insert: Statement<InsertParameters>;
  readonly advance: Statement<[number, string, number | null, number]>;
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
    // Nothing is inserted where the same message is there already: its unique index is the look-up.
    insert: connection.prepare(
      `INSERT INTO ${TABLE.messages}
         (interaction_id, sequence, side, client_message_id, agent_id, agent_name, body, attachments, sent_at)
       VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?) ON CONFLICT (interaction_id, side, client_message_id) DO NOTHING`,
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
  return connection.transaction(() => messages.map((message) => write(connection, message, now))).immediate();
}

function write(connection: Database, message: NewMessage, now: number): Outcome<PostedMessage> {
  const statements = statementsOf(connection);
  const { author, body, clientMessageId, interactionId } = message;
  const head = statements.head.get(interactionId);
  if (head === undefined || !isAuthorOf(head, message)) return { ok: false, code: 'not_found' };
  const isOver = head.status === 'ended' || head.status === 'abandoned' || head.visitor_ended_at !== null;
  if (isOver) return stored(statements, message, head);
  const hasFiles = message.attachmentIds !== undefined && message.attachmentIds.length > 0;
  // Whether it is a retry tells the insert; with files it must be known before they are taken.
  if (hasFiles && statements.same.get(interactionId, author.side, clientMessageId) !== undefined)
    return stored(statements, message, head);
  const attachments = hasFiles ? findCarried(connection, message) : [];
  if (attachments === null) return { ok: false, code: 'not_found' };
  const sequence = head.last_sequence + 1;
  const agent = author.side === 'agent' ? { id: author.agentId, name: author.agentName } : null;
  const { changes } = statements.insert.run(
    interactionId,
    sequence,
    author.side,
    clientMessageId,
    agent?.id ?? null,
    agent?.name ?? '',
    body,
    hasFiles ? JSON.stringify(attachments) : null,
    now,
  );
  if (changes === 0) return stored(statements, message, head);
  if (hasFiles) markCarried(connection, attachments, sequence);
  const pendingSince = author.side === 'agent' ? null : toTime(head.pending_since ?? now);
  statements.advance.run(sequence, author.side, pendingSince, interactionId);
  const written = { sequence, sentAt: now, clientMessageId, body, ...(hasFiles && { attachments }) };
  return {
    ok: true,
    data: {
      message:
        author.side === 'agent'
          ? { ...written, side: 'agent', agentId: author.agentId, agentName: author.agentName }
          : { ...written, side: 'visitor' },
      participants: participantsOf(head),
      isNew: true,
    },
  };
}

/** The answer to a message that is not written: the stored one where it is the same, after the end too. */
function stored(statements: Statements, message: NewMessage, head: Head): Outcome<PostedMessage> {
  const { author, body, clientMessageId, interactionId } = message;
  const row = statements.same.get(interactionId, author.side, clientMessageId);
  const isSame =
    row?.body === body && isSameList(message.attachmentIds, toAttachments(row.attachments ?? null));
  if (!isSame) return { ok: false, code: 'conflict' };
  return {
    ok: true,
    data: { message: toMessage(row), participants: participantsOf(head), isNew: false },
  };
}

function participantsOf(head: Head): Participants {
  return { visitorId: head.visitor_id as VisitorId, agentId: head.agent_id as AgentId | null };
}

/** Every look-up is "this id and this person": another's interaction does not exist for them. */
function isAuthorOf(head: Head, { author }: NewMessage): boolean {
  return author.side === 'visitor' ? head.visitor_id === author.visitorId : head.agent_id === author.agentId;
}
