import type { Core } from '@strapi/strapi';

import { createAdminSessions } from './adapters/admin-session';
import { createAgentStore } from './adapters/agent-store';
import { installCapacityGuards } from './adapters/capacity-guards';
import { createInteractionStore } from './adapters/interaction-store';
import { createMessageStore } from './adapters/message-store';
import { createSiteStore, type SiteStore } from './adapters/site-store';
import { systemClock } from './adapters/system-clock';
import { createVisitorStore } from './adapters/visitor-store';
import { createAttend } from './application/attend';
import { createGateway, createPublisher } from './gateway/gateway';
import { toQueueEntry } from './presenters/interaction';
import { serveAgents } from './gateway/serve-agents';
import { serveVisitors } from './gateway/serve-visitors';

const SWEEP_MS = 1_000;
const RECHECK_MS = 60_000;

export interface Attendance {
  readonly sites: SiteStore;
  stop(): Promise<void>;
}

/** The composition root: the only file that sees all. Whatever it starts, the answered `stop` stops. */
export async function startAttendance(strapi: Core.Strapi): Promise<Attendance> {
  const client = strapi.config.get('database.connection.client');
  if (client !== 'better-sqlite3' && client !== 'sqlite') {
    throw new Error(`attendance: the database ${String(client)} is not supported; use better-sqlite3`);
  }
  const knex = strapi.db.connection;
  const clock = systemClock;
  const log = {
    error: (message: string, fields: Readonly<Record<string, unknown>>) => strapi.log.error(message, fields),
  };
  const sites = createSiteStore(knex);
  await sites.ensureSettings();
  await installCapacityGuards(knex);
  const interactions = createInteractionStore(knex);
  const agents = createAgentStore(knex);
  await interactions.markAllAway((await sites.settings()).persistenceMs, clock.now());

  const gateway = createGateway(strapi.server.httpServer, async (origin) =>
    (await sites.all()).some((site) => site.origins.includes(origin)),
  );
  let isQueueStale = false;
  const publisher = createPublisher(gateway, () => {
    isQueueStale = true;
  });
  const isAgentConnected = gateway.connectedAgents.has;
  const messages = createMessageStore(knex, clock);
  const attend = createAttend({ clock, interactions, messages, agents, publisher, isAgentConnected });
  const shared = {
    attend,
    interactions,
    messages,
    visitors: createVisitorStore(knex),
    publisher,
    sites,
    now: clock.now,
    log,
  };
  serveVisitors(gateway, {
    ...shared,
    trustedProxies: process.env['TRUSTED_PROXIES'] ?? '',
    isAvailable: async () =>
      (await agents.routingAgents(isAgentConnected)).some((agent) => agent.isConnected),
  });
  const agentSide = serveAgents(gateway, {
    ...shared,
    agents,
    sessions: createAdminSessions(strapi),
    selfChanged: (self) => gateway.agents.to(`agent/${self.id}`).emit('self:changed', { self }),
  });

  const announceQueue = async (): Promise<void> => {
    if (!isQueueStale) return;
    isQueueStale = false;
    const waiting = await interactions.waiting();
    gateway.agents.emit('queue:changed', {
      queue: { count: waiting.length, entries: waiting.slice(0, 50).map(toQueueEntry) },
    });
  };
  const stopSweep = every(
    SWEEP_MS,
    async () => {
      await attend.sweep();
      await announceQueue();
    },
    log.error,
  );
  const stopRecheck = every(RECHECK_MS, agentSide.recheck, log.error);
  // Signing out, and changes of users and roles, are looked at at once.
  const unsubscribe = ['admin.logout', 'user.update', 'user.delete', 'role.update', 'role.delete'].map(
    (event) =>
      strapi.eventHub.on(event, async () => {
        // The event comes before the session is gone: look again once Strapi has finished with it.
        await new Promise((resume) => setTimeout(resume, 200));
        await agentSide.recheck();
      }),
  );

  return {
    sites,
    stop: async () => {
      unsubscribe.forEach((off) => off());
      await Promise.all([stopSweep(), stopRecheck()]);
      await gateway.stop();
    },
  };
}

/** Runs a task again and again, never two at once; the answered function stops it and waits for the one under way. */
function every(
  intervalMs: number,
  task: () => Promise<void>,
  onFault: (message: string, fields: Readonly<Record<string, unknown>>) => void,
): () => Promise<void> {
  let isStopped = false;
  let running: Promise<void> = Promise.resolve();
  let timer: NodeJS.Timeout;
  const plan = (): void => {
    if (isStopped) return;
    timer = setTimeout(() => {
      running = task()
        .catch((fault: unknown) => onFault('attendance: a sweep failed', { fault: String(fault) }))
        .finally(plan);
    }, intervalMs);
  };
  plan();
  return async () => {
    isStopped = true;
    clearTimeout(timer);
    await running;
  };
}
