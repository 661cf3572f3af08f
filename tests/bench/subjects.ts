import { spawn } from 'node:child_process';
import { once } from 'node:events';
import path from 'node:path';

import { NAMESPACE, PROTOCOL_VERSION, SOCKET_PATH } from '../../plugins/attendance/protocol/shared/version';
import { endWithUs } from '../support/end-with-us';
import { freePort } from '../support/free-port';
import { SHOP, SITE_KEY, type Prepared, type PreparedVisitor } from '../support/strapi/prepared-database';
import { collectOutput, startProductServer, type ProductServerOptions } from '../support/product-server';
import { WireClient } from '../support/wire/wire-client';
import { debuggerUrl, Inspector } from './inspector';
import type { Subject } from './load';

/** A server under measurement, and how people connect to it. */
export interface BenchServer {
  readonly name: string;
  readonly pid: number;
  readonly url: string;
  readonly inspector: Inspector;
  visitorClient(visitor: PreparedVisitor): WireClient;
  agentClient(index: number): WireClient;
  post(visitor: PreparedVisitor, clientMessageId: string): object;
  end(signal: 'SIGTERM' | 'SIGKILL'): Promise<unknown>;
}

/** Nobody limits a load test, and the debugger collects garbage before memory is read. */
const UNLIMITED = { ATTENDANCE_ADDRESS_LIMIT_FACTOR: '0', ATTENDANCE_CONNECTION_LIMIT_FACTOR: '0' };
const INSPECT = '--inspect=127.0.0.1:0';
const BODY = 'Bom dia! O pedido 4711 ainda não chegou, e o rastreio não anda desde ontem.';

export async function startReal(options: ProductServerOptions, prepared: Prepared): Promise<BenchServer> {
  const server = await startProductServer({ ...options, env: UNLIMITED, nodeOptions: [INSPECT] });
  const inspector = await Inspector.open(debuggerUrl(server.output()));
  const target = { url: server.url, path: SOCKET_PATH };
  const greeting = { protocol: PROTOCOL_VERSION, locale: 'pt-BR' };
  return {
    name: 'real',
    pid: server.pid,
    url: server.url,
    inspector,
    visitorClient: ({ interactionId, token }) =>
      new WireClient({
        ...target,
        namespace: NAMESPACE.visitor,
        origin: SHOP,
        auth: {
          ...greeting,
          siteKey: SITE_KEY,
          token,
          interactionId,
          page: { url: `${SHOP}/produtos/camisa`, title: 'Camisa azul', referrer: '' },
        },
      }),
    agentClient: (index) =>
      new WireClient({
        ...target,
        namespace: NAMESPACE.agent,
        origin: server.url,
        auth: { ...greeting, token: prepared.agents[index]?.token ?? '' },
      }),
    post: ({ interactionId }, clientMessageId) => ({ interactionId, clientMessageId, body: BODY }),
    end: (signal) => {
      // A process waits for its debugger to leave before it ends.
      inspector.close();
      return server.end(signal);
    },
  };
}

export async function startBare(folder: string): Promise<BenchServer> {
  const port = await freePort();
  const child = endWithUs(
    spawn(process.execPath, [INSPECT, path.join(folder, 'bare-server.mjs'), String(port)], {
      stdio: ['ignore', 'pipe', 'pipe'],
    }),
  );
  const output = collectOutput(child);
  while (!/^listening$/m.test(output())) {
    if (child.exitCode !== null) throw new Error(`the bare server ended\n${output()}`);
    await new Promise((resume) => setTimeout(resume, 10));
  }
  const url = `http://127.0.0.1:${port}`;
  const target = { url, path: '/socket.io', namespace: '', origin: url };
  return {
    name: 'bare',
    pid: child.pid ?? 0,
    url,
    inspector: await Inspector.open(debuggerUrl(output())),
    visitorClient: ({ token }) => new WireClient({ ...target, auth: { role: 'visitor', token } }),
    agentClient: (agentIndex) => new WireClient({ ...target, auth: { role: 'agent', agentIndex } }),
    post: ({ agentIndex }, clientMessageId) => ({ to: agentIndex, clientMessageId, body: BODY }),
    end: async (signal) => {
      if (child.exitCode !== null || child.signalCode !== null) return;
      const exited = once(child, 'exit');
      child.kill(signal);
      await exited;
    },
  };
}

/** Connects everybody, agents first. */
export async function populate(server: BenchServer, { agents, visitors }: Prepared): Promise<Subject> {
  const agentClients = agents.map((_, index) => server.agentClient(index));
  await connectAll(agentClients);
  const clients = visitors.map((visitor) => ({
    client: server.visitorClient(visitor),
    interactionId: visitor.interactionId,
    post: (clientMessageId: string) => server.post(visitor, clientMessageId),
  }));
  await connectAll(clients.map(({ client }) => client));
  return { name: server.name, pid: server.pid, agents: agentClients, visitors: clients, acknowledged: [] };
}

const AT_ONCE = 100;

/** So many at a time, each as soon as another is through. */
export async function connectAll(clients: readonly WireClient[]): Promise<void> {
  const queue = [...clients];
  const next = async (): Promise<void> => {
    for (let client = queue.shift(); client !== undefined; client = queue.shift()) await client.connect();
  };
  await Promise.all(Array.from({ length: AT_ONCE }, next));
}
