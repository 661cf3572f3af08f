import type { Knex } from 'knex';

import { createSqlTx } from '../../plugins/attendance/server/src/adapters/database/sql-tx';
import {
  CHANGES,
  createSqliteDatabase,
  MESSAGES,
} from '../../plugins/attendance/server/src/adapters/database/sqlite/sqlite-database';
import { createInteractionReader } from '../../plugins/attendance/server/src/adapters/interactions/interaction-reader';
import { createMessageReader } from '../../plugins/attendance/server/src/adapters/messages/message-reader';
import { createInteractionStore } from '../../plugins/attendance/server/src/application/interactions/interaction-store';
import { createMessageStore } from '../../plugins/attendance/server/src/application/messages/message-store';
import type {
  Clock,
  InteractionStore,
  MessageStore,
} from '../../plugins/attendance/server/src/application/ports';

/** The interactions of a SQLite database, put together as the composition root does. */
export function openInteractions(knex: Knex): InteractionStore {
  return createInteractionStore(
    createSqliteDatabase(knex, createSqlTx, CHANGES),
    createInteractionReader(knex),
  );
}

/** The messages of a SQLite database, put together as the composition root does. */
export function openMessages(knex: Knex, clock: Clock): MessageStore {
  return createMessageStore(
    createSqliteDatabase(knex, createSqlTx, MESSAGES),
    createMessageReader(knex),
    clock,
  );
}
