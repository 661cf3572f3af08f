import type { Core } from '@strapi/strapi';

/**
 * Runs `begin`, which is the server's alone, between the load of the app and the first connection. Strapi loads its plugins for each of its commands
 * as well (`console`, `export`, `ts:generate-types`), beside a server that runs, and has no life-cycle hook of its own that distinguishes the two: a
 * server is what listens. It listens once this is done; where this fails, Strapi stops.
 */
export function beforeListening(strapi: Core.Strapi, begin: () => Promise<void>): void {
  const { server } = strapi;
  const listen = server.listen.bind(server) as (...parameters: unknown[]) => typeof server.httpServer;
  const listenAfterwards: typeof listen = (...parameters) => {
    begin()
      .then(() => void listen(...parameters))
      .catch((fault: unknown) => strapi.stopWithError(fault));
    return server.httpServer;
  };
  server.listen = listenAfterwards as typeof server.listen;
}
