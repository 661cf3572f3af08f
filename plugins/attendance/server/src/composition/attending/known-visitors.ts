import type { SqlReader } from '../../adapters/database/sql';
import { createKnownVisitorReader } from '../../adapters/visitors/known-visitor-reader';
import type { Database } from '../../application/database/tx';
import type { Publisher } from '../../application/interactions/publisher';
import { createKnownVisitorStore } from '../../application/known-visitors/known-visitor-store';
import type { KnownVisitorPorts, KnownVisitors } from '../../application/known-visitors/known-visitors';
import { createKnownVisitors } from '../../application/known-visitors/known-visitors';
import type { Facts } from '../../gateway/connection/facts';
import { createMergeNews } from '../../gateway/publish/publish-merges';
import type { VisitorSide } from '../../gateway/visitor/serve-visitors';

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
