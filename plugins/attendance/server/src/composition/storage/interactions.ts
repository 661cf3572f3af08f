import type { Knex } from 'knex';

import type { SqlReader } from '../../adapters/database/sql';
import { createSqlTx } from '../../adapters/sql-tx';
import { CHANGES, createSqliteDatabase, MESSAGES } from '../../adapters/database/sqlite/sqlite-database';
import { createSqliteReader } from '../../adapters/database/sqlite/sqlite-reader';
import { createInteractionReader } from '../../adapters/interactions/interaction-reader';
import { createMessageReader } from '../../adapters/messages/message-reader';
import type { Database } from '../../application/database/tx';
import { createInteractionStore } from '../../application/interactions/interaction-store';
import { createMessageStore } from '../../application/messages/message-store';
import type { Clock } from '../../application/clock';
import type { InteractionStore } from '../../application/interactions/ports';
import type { MessageStore } from '../../application/messages/ports';

export interface InteractionSide {
  /** Database for use cases that change interactions. */
  readonly database: Database;
  readonly interactions: InteractionStore;
  /** Store with a transaction group of its own: messages never wait for other changes. */
  readonly messages: MessageStore;
}

/** Databases that a driver provides. */
export interface InteractionDrivers {
  readonly changes: Database;
  readonly messages: Database;
  readonly reader: SqlReader;
}

/** Interactions and their messages on whatever database these drivers speak to. */
export function createInteractionSide(drivers: InteractionDrivers, clock: Clock): InteractionSide {
  const { changes, messages, reader } = drivers;
  return {
    database: changes,
    interactions: createInteractionStore(changes, createInteractionReader(reader)),
    messages: createMessageStore(messages, createMessageReader(reader), clock),
  };
}

/** Opens the stores of interactions on the SQLite database of this connection. */
export function openInteractions(knex: Knex, clock: Clock): InteractionSide {
  const drivers = {
    changes: createSqliteDatabase(knex, createSqlTx, CHANGES),
    messages: createSqliteDatabase(knex, createSqlTx, MESSAGES),
    reader: createSqliteReader(knex),
  };
  return createInteractionSide(drivers, clock);
}
