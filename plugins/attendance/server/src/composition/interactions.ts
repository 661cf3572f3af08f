import type { Knex } from 'knex';

import { createSqlTx } from '../adapters/database/sql-tx';
import { CHANGES, createSqliteDatabase, MESSAGES } from '../adapters/database/sqlite/sqlite-database';
import { createInteractionReader } from '../adapters/interactions/interaction-reader';
import { createMessageReader } from '../adapters/messages/message-reader';
import type { Database } from '../application/database';
import { createInteractionStore } from '../application/interactions/interaction-store';
import { createMessageStore } from '../application/messages/message-store';
import type { Clock, InteractionStore, MessageStore } from '../application/ports';

export interface InteractionSide {
  /** For whatever changes interactions. */
  readonly database: Database;
  readonly interactions: InteractionStore;
  /** Its transactions are grouped for messages alone: nobody's waits for a change. */
  readonly messages: MessageStore;
}

/** Interactions and their messages on the database of this connection. */
export function openInteractions(knex: Knex, clock: Clock): InteractionSide {
  const database = createSqliteDatabase(knex, createSqlTx, CHANGES);
  return {
    database,
    interactions: createInteractionStore(database, createInteractionReader(knex)),
    messages: createMessageStore(
      createSqliteDatabase(knex, createSqlTx, MESSAGES),
      createMessageReader(knex),
      clock,
    ),
  };
}
