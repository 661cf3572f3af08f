import Database from 'better-sqlite3';

import type { Message } from '../../plugins/attendance/protocol/messages/messages';
import {
  connectAgent,
  connectVisitor,
  dataOf,
  type AgentSocket,
  type VisitorSocket,
} from '../support/wire/clients';
import type { Prepared } from '../support/strapi/prepared-database';

/** Messages of one writer that are under way at once. */
const WINDOW = 4;

/** One person of one interaction, who posts a burst as soon as they are connected. */
export interface Writer {
  /** `<side> <interaction>` */
  readonly name: string;
  readonly interactionId: number;
  /** Sequence of every message acknowledged, by its client's id. */
  readonly acknowledged: Map<string, number>;
  /** Resolves when everything is acknowledged, or the server is gone. */
  readonly finished: Promise<void>;
  onAcknowledged(listener: () => void): void;
  list(): Promise<Message[]>;
  disconnect(): void;
}

/** Connects the agent and all visitors; the same burst name gives the same messages with the same ids. */
export async function connectWriters(
  url: string,
  { agents, visitors }: Prepared,
  burst: string,
  messagesEach: number,
): Promise<Writer[]> {
  const agent = await connectAgent(url, agents[0]?.token ?? '');
  const connected = await Promise.all(visitors.map(({ token }) => connectVisitor(url, { token })));
  return visitors.flatMap(({ interactionId }, index) => {
    const visitor = connected[index];
    if (visitor === undefined) throw new Error('a visitor is missing');
    return [
      startWriting('visitor', visitor.socket, interactionId, burst, messagesEach),
      startWriting('agent', agent.socket, interactionId, burst, messagesEach),
    ];
  });
}

function startWriting(
  side: 'visitor' | 'agent',
  socket: VisitorSocket | AgentSocket,
  interactionId: number,
  burst: string,
  messagesEach: number,
): Writer {
  const acknowledged = new Map<string, number>();
  const listeners: (() => void)[] = [];
  let next = 0;
  const writeOn = async (): Promise<void> => {
    while (next < messagesEach) {
      const clientMessageId = `${burst}-${side}-${(next += 1)}`;
      const message = { interactionId, clientMessageId, body: `linha ${clientMessageId}` } as never;
      const answer = await (socket as VisitorSocket).emitWithAck('message:post', message).catch(() => null);
      // Nothing is claimed of a message whose connection was lost, or that a server on its way down refused.
      if (answer === null || (!answer.ok && answer.error.code === 'unavailable')) return;
      acknowledged.set(clientMessageId, dataOf(answer).sequence);
      for (const listener of listeners) listener();
    }
  };
  return {
    name: `${side} ${interactionId}`,
    interactionId,
    acknowledged,
    finished: Promise.all(Array.from({ length: WINDOW }, writeOn)).then(() => undefined),
    onAcknowledged: (listener) => void listeners.push(listener),
    list: () => listAll(socket, interactionId),
    disconnect: () => void socket.disconnect(),
  };
}

async function listAll(socket: VisitorSocket | AgentSocket, interactionId: number): Promise<Message[]> {
  const messages: Message[] = [];
  for (let hasMore = true; hasMore;) {
    const query = { interactionId, afterSequence: messages.at(-1)?.sequence ?? 0 } as never;
    const page = dataOf(await (socket as VisitorSocket).emitWithAck('message:list', query));
    messages.push(...page.messages);
    hasMore = page.hasMore;
  }
  return messages;
}

type Transcripts = Record<string, string[]>;

/** What each person sees of their interaction, by the name of the writer. */
export async function readTranscripts(writers: readonly Writer[]): Promise<Transcripts> {
  const entries: [string, string[]][] = [];
  for (const writer of writers) {
    const messages = await writer.list();
    entries.push([
      writer.name,
      messages.map(
        (message) => `${message.sequence} ${message.side === 'system' ? '' : message.clientMessageId}`,
      ),
    ]);
  }
  return Object.fromEntries(entries);
}

/** What the database holds, in the same form. */
export function storedTranscripts(filename: string, writers: readonly Writer[]): Transcripts {
  const database = new Database(filename, { timeout: 5_000 });
  const rows = database.prepare(
    'SELECT sequence, client_message_id AS id FROM attendance_messages WHERE interaction_id = ? ORDER BY sequence',
  );
  const transcripts = writers.map(({ interactionId, name }): [string, string[]] => [
    name,
    (rows.all(interactionId) as { sequence: number; id: string | null }[]).map(
      ({ id, sequence }) => `${sequence} ${id ?? ''}`,
    ),
  ]);
  database.close();
  return Object.fromEntries(transcripts);
}
