import { isStorageFault } from '../../adapters/database/sqlite/storage-fault';
import { readDevice } from '../../adapters/strapi/device';
import { createRequestInteraction } from '../../application/attending/request-interaction';
import { createVisitorPresence } from '../../application/attending/visitor-presence';
import {
  serveVisitors,
  type ServeVisitorsPorts,
  type VisitorSide,
} from '../../gateway/visitor/serve-visitors';
import type { Edge } from '../edge';
import type { Host } from '../host';
import type { Stores } from '../storage/stores';

/** Parts that serve a visitor's commands, but for what is made here. */
type VisitorParts = Pick<Edge, 'addressLimits' | 'addressOf' | 'gateway' | 'readingBudget'> &
  Pick<Stores, 'departments' | 'settings' | 'visitors'> &
  Omit<
    ServeVisitorsPorts,
    | 'addressDelay'
    | 'connectionLimitFactor'
    | 'isUnavailable'
    | 'log'
    | 'now'
    | 'requestInteraction'
    | 'visitorPresence'
  >;

/** Serves /visitor. */
export function openVisitorSide(host: Host, parts: VisitorParts): VisitorSide {
  const { clock, connectionLimitFactor, log } = host;
  return serveVisitors(parts.gateway, {
    ...parts,
    requestInteraction: createRequestInteraction({ ...parts, clock, readDevice }),
    visitorPresence: createVisitorPresence(parts),
    addressDelay: parts.addressLimits.take,
    now: clock.now,
    connectionLimitFactor,
    log,
    isUnavailable: isStorageFault,
  });
}
