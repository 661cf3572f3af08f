import type { IncomingMessage } from 'node:http';
import type { Core } from '@strapi/strapi';

import { createAddressReader, networkOf } from '../adapters/strapi/client-address';
import type { SiteStore } from '../application/settings/sites';
import { createAddressLimits, type AddressAct, type AddressLimits } from '../gateway/limits/address-limits';
import { boundRequests } from '../gateway/limits/bound-requests';
import { createGateway, type Gateway } from '../gateway/connection/gateway';
import { createReadingBudget, type ReadingBudget } from '../gateway/limits/reading-budget';
import type { WidgetCorsPorts } from '../middlewares/widget-cors';

/** Entry points of strangers: their address, its limits, allowed origins, and the sockets. */
export interface Edge {
  readonly addressOf: (request: IncomingMessage) => string;
  readonly addressLimits: AddressLimits;
  /** Returns a function for the milliseconds that the address behind a request must wait before the act is served; 0 serves it. */
  readonly delay: (act: AddressAct) => (request: IncomingMessage) => Promise<number>;
  /** Budget of the transcripts sent to visitors. */
  readonly readingBudget: ReadingBudget;
  readonly cors: WidgetCorsPorts;
  readonly gateway: Gateway;
  stop(): Promise<void>;
}

export function openEdge(strapi: Core.Strapi, sites: Pick<SiteStore, 'all'>): Edge {
  const addressOf = createAddressReader(process.env['TRUSTED_PROXIES'] ?? '');
  const factor = strapi.config.get<number>('plugin::attendance.addressLimitFactor', 1);
  const addressLimits = createAddressLimits(factor, networkOf);
  const delay: Edge['delay'] = (act) => (request) => addressLimits.take(act, addressOf(request));
  const { httpServer } = strapi.server;
  const stopBounding = boundRequests(httpServer);
  const isOriginAllowed = async (origin: string): Promise<boolean> =>
    (await sites.all()).some(({ origins }) => origins.includes(origin));
  const gateway = createGateway(httpServer, { isOriginAllowed, connectionDelay: delay('connection') });
  return {
    addressOf,
    addressLimits,
    delay,
    readingBudget: createReadingBudget({
      now: () => performance.now(),
      networkOf,
      visitorFactor: strapi.config.get<number>('plugin::attendance.connectionLimitFactor', 1),
      addressFactor: factor,
    }),
    cors: { isOriginAllowed, delay: delay('http') },
    gateway,
    stop: async () => {
      stopBounding();
      await gateway.stop();
    },
  };
}
