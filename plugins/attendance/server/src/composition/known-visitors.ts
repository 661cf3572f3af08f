import type { Knex } from 'knex';

import { createKnownVisitorStore } from '../adapters/known-visitor-store';
import {
  createKnownVisitors,
  type KnownVisitorPorts,
  type KnownVisitors,
} from '../application/known-visitors';
import type { Publisher } from '../application/publisher';
import type { Facts } from '../gateway/facts';
import { createMergeNews } from '../gateway/publish-merges';
import type { VisitorSide } from '../gateway/serve-visitors';

interface KnownVisitorNeeds extends Omit<KnownVisitorPorts, 'store' | 'publisher'> {
  readonly publisher: Pick<Publisher, 'visitorChanged' | 'queueChanged'>;
  readonly visitorSide: VisitorSide;
}

/** Finding visitors, and making one of two [A4]. */
export function openKnownVisitors(
  knex: Knex,
  facts: Pick<Facts, 'toAgent'>,
  { publisher, visitorSide, ...ports }: KnownVisitorNeeds,
): KnownVisitors {
  const tellOfMerge = createMergeNews(facts);
  return createKnownVisitors({
    ...ports,
    store: createKnownVisitorStore(knex),
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
