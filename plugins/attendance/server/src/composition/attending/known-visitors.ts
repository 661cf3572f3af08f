import type { SqlReader } from '../../adapters/database/sql';
import { createKnownVisitorReader } from '../../adapters/visitors/known-visitor-reader';
import { tokenSource } from '../../adapters/visitors/token-source';
import { createVisitorReader } from '../../adapters/visitors/visitor-reader';
import type { Database } from '../../application/database/tx';
import {
  createKnownVisitors,
  type KnownVisitorPorts,
  type KnownVisitors,
} from '../../application/known-visitors/known-visitors';
import type { Publisher } from '../../application/interactions/publisher';
import type { VisitorStore } from '../../application/visitors/ports';
import { createKnownVisitorStore } from '../../application/known-visitors/known-visitor-store';
import { createVisitorStore } from '../../application/visitors/visitor-store';
import type { Facts } from '../../gateway/connection/facts';
import { createMergeNews } from '../../gateway/publish/publish-merges';
import type { VisitorSide } from '../../gateway/visitor/serve-visitors';

/** The visitors on whatever database this is. */
export function openVisitors(reader: SqlReader, database: Database): VisitorStore {
  return createVisitorStore(database, createVisitorReader(reader), tokenSource);
}

interface KnownVisitorNeeds extends Omit<KnownVisitorPorts, 'store' | 'publisher'> {
  readonly database: Database;
  readonly publisher: Pick<Publisher, 'visitorChanged' | 'queueChanged'>;
  readonly visitorSide: VisitorSide;
}

/** Finding visitors, and making one of two [A4]. */
export function openKnownVisitors(
  reader: SqlReader,
  facts: Pick<Facts, 'toAgent'>,
  { database, publisher, visitorSide, ...ports }: KnownVisitorNeeds,
): KnownVisitors {
  const tellOfMerge = createMergeNews(facts);
  return createKnownVisitors({
    ...ports,
    store: createKnownVisitorStore(database, createKnownVisitorReader(reader)),
    publisher: {
      visitors: visitorSide.merged,
      agent: (stored) => {
        publisher.visitorChanged(stored);
        tellOfMerge(stored);
      },
      queueChanged: publisher.queueChanged,
    },
  });
}
