import { isStorageFault } from '../adapters/database/sqlite/storage-fault';
import { readDevice } from '../adapters/device';
import { createRequestInteraction } from '../application/interactions/request-interaction';
import { serveVisitors, type ServeVisitorsPorts, type VisitorSide } from '../gateway/serve-visitors';
import type { Edge } from './edge';
import type { Host } from './host';
import type { Stores } from './stores';

/** What a visitor's commands are served with, but for what is made here. */
type VisitorParts = Pick<Stores, 'departments' | 'visitors'> &
  Omit<
    ServeVisitorsPorts,
    | 'addressDelay'
    | 'addressOf'
    | 'connectionLimitFactor'
    | 'isUnavailable'
    | 'log'
    | 'now'
    | 'readingBudget'
    | 'requestInteraction'
  > & { readonly edge: Pick<Edge, 'addressLimits' | 'addressOf' | 'gateway' | 'readingBudget'> };

/** Serves /visitor. */
export function openVisitors(host: Host, parts: VisitorParts): VisitorSide {
  const { clock, connectionLimitFactor, log } = host;
  const { edge } = parts;
  return serveVisitors(edge.gateway, {
    ...parts,
    requestInteraction: createRequestInteraction({ ...parts, clock, readDevice }),
    addressOf: edge.addressOf,
    addressDelay: edge.addressLimits.take,
    readingBudget: edge.readingBudget,
    now: clock.now,
    connectionLimitFactor,
    log,
    isUnavailable: isStorageFault,
  });
}
