import { areBothLive } from '../../domain/visitors/visitor-merge';
import type { Transactions } from '../transactions';
import type { KnownVisitorReader, KnownVisitorStore } from './known-visitors';
import { mergeVisitors, type MergeTx } from './merge-visitors';

/** Visitors as they are found again, and how two become one. */
export function createKnownVisitorStore(
  database: Transactions<MergeTx>,
  reader: KnownVisitorReader,
): KnownVisitorStore {
  return {
    ...reader,
    compare: async (one, other) => {
      const found = await reader.compare(one, other);
      return found && { visitors: found.visitors, areBothLive: areBothLive(...found.liveSites) };
    },
    merge: (request, now) => database.transact((tx) => mergeVisitors(tx, request, now)),
  };
}
