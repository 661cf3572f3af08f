import Database from 'better-sqlite3';

import type { AgentId, InteractionId, VisitorId } from '../../plugins/attendance/protocol/schemas/ids';
import { openInteractions } from '../../plugins/attendance/server/src/composition/storage/interactions';
import { systemClock } from '../../plugins/attendance/server/src/adapters/strapi/system-clock';
import type { NewMessage } from '../../plugins/attendance/server/src/application/messages/ports';
import { openStore } from '../support/strapi/open-store';

/** Messages of one sender that are under way at once. */
const WINDOW = 5;

/**
 * A burst on the real message store, to be killed at any instant: both people of every interaction in the file write so
 * many messages each. Every acknowledgement leaves as a line in the moment in which it is given.
 */
const [filename = '', messagesEach = '0'] = process.argv.slice(2);
const interactions = readInteractions(filename);
const { close, knex } = await openStore(filename);
const store = openInteractions(knex, systemClock).messages;

interface Held {
  readonly id: InteractionId;
  readonly visitor_id: VisitorId;
  readonly agent_id: AgentId;
}

function readInteractions(file: string): Held[] {
  const database = new Database(file);
  const rows = database.prepare('SELECT id, visitor_id, agent_id FROM attendance_interactions').all();
  database.close();
  return rows as Held[];
}

async function write(interactionId: InteractionId, author: NewMessage['author']): Promise<void> {
  let next = 0;
  const writeOn = async (): Promise<void> => {
    while (next < Number(messagesEach)) {
      const clientMessageId = `${author.side}-${String((next += 1)).padStart(4, '0')}`;
      const outcome = await store.post({
        interactionId,
        clientMessageId,
        author,
        body: bodyOf(clientMessageId),
      });
      if (!outcome.ok) throw new Error(`refused: ${outcome.code}`);
      process.stdout.write(`${interactionId} ${clientMessageId} ${outcome.data.message.sequence}\n`);
    }
  };
  await Promise.all(Array.from({ length: WINDOW }, writeOn));
}

function bodyOf(clientMessageId: string): string {
  return `${clientMessageId}: ${'olá '.repeat(20)}`;
}

await Promise.all(
  interactions.flatMap(({ agent_id: agentId, id, visitor_id: visitorId }) => [
    write(id, { side: 'visitor', visitorId }),
    write(id, { side: 'agent', agentId, agentName: 'Ana' }),
  ]),
);
await close();
