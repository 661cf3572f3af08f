import type { InteractionTx } from './rows';
import type { Transactions } from '../transactions';
import type { InteractionReader, InteractionStore } from './ports';
import { advanceWatermark } from './advance-watermark';
import { claim } from './claim';
import { markAllAway } from './mark-all-away';
import { recordPage } from './record-page';
import { start } from './start';
import { transfer } from './transfer';
import { transition } from './transition';

/** The interactions: what is read, and what changes them, each in one transaction. */
export function createInteractionStore(
  database: Transactions<InteractionTx>,
  reader: InteractionReader,
): InteractionStore {
  return {
    ...reader,
    start: (request, now) => database.transact((tx) => start(tx, request, now)),
    transition: (id, command, now, closing) =>
      database.transact((tx) => transition(tx, id, command, now, closing)),
    claim: (id, agentId, now) => database.transact((tx) => claim(tx, id, agentId, now)),
    transfer: (id, request, now) => database.transact((tx) => transfer(tx, id, request, now)),
    advanceWatermark: (id, side, mark, sequence) =>
      database.transact((tx) => advanceWatermark(tx, id, side, mark, sequence)),
    recordPage: (id, page, now) => database.transact((tx) => recordPage(tx, id, page, now)),
    markAllAway: (persistenceMs, now) => database.transact((tx) => markAllAway(tx, persistenceMs, now)),
  };
}
