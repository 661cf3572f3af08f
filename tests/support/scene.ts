import { randomUUID } from 'node:crypto';
import { expect } from 'vitest';

import type { InteractionId } from '../../plugins/attendance/protocol/schemas/ids';
import {
  connectAgent,
  connectVisitor,
  dataOf,
  nextFact,
  PAGE,
  SHOP,
  signInAgent,
  SITE_KEY,
  type AgentClient,
  type VisitorClient,
  type VisitorOverrides,
} from './wire/clients';
import { breachesIn } from './capacity-audit';
import { startStrapi, type StrapiOptions, type StrapiServer } from './strapi/strapi-server';

export type AgentName = 'ana' | 'bruno';

export interface Conversation {
  readonly ana: AgentClient;
  readonly carla: VisitorClient;
  readonly interactionId: InteractionId;
  readonly token: string;
}

/** A Strapi with a shop and two agents, and the people who connect in a test. */
export interface Scene {
  readonly server: StrapiServer;
  readonly tokens: Record<AgentName, string>;
  readonly knex: StrapiServer['strapi']['db']['connection'];
  visitor(overrides?: VisitorOverrides): Promise<VisitorClient>;
  agent(name?: AgentName): Promise<AgentClient>;
  /** Connects an agent who is Online. */
  online(name?: AgentName): Promise<AgentClient>;
  request(
    client: VisitorClient,
  ): Promise<{ interaction: { id: InteractionId; status: string }; token: string }>;
  /** Connects Ana, Online, and Carla, whose chat Ana has opened. */
  conversation(): Promise<Conversation>;
  /** Closes a client, or another connection, at the end of the test. */
  close(socket: { disconnect(): unknown }): void;
  /**
   * Resets the scene after each test: nobody waits, is held or Online. Fails where the tables break their rules by
   * then.
   */
  reset(): Promise<void>;
  stop(): Promise<void>;
}

export async function startScene(options: StrapiOptions = {}): Promise<Scene> {
  const server = await startStrapi(options);
  try {
    return await setScene(server);
  } catch (fault) {
    // Later test files find no Strapi of this one's in their process.
    await server.stop();
    throw fault;
  }
}

async function setScene(server: StrapiServer): Promise<Scene> {
  const service = server.strapi.plugin('attendance').service('attendance') as {
    ensureSite(site: { key: string; name: string; origins: string[] }): Promise<void>;
  };
  await service.ensureSite({ key: SITE_KEY, name: 'Loja de teste', origins: [SHOP] });
  const tokens = {
    ana: await signInAgent(server.strapi, 'Ana'),
    bruno: await signInAgent(server.strapi, 'Bruno'),
  };
  const knex = server.strapi.db.connection;
  const open: { disconnect(): unknown }[] = [];
  const visitor: Scene['visitor'] = async (overrides = {}) => {
    const client = await connectVisitor(server.url, overrides);
    open.push(client.socket);
    return client;
  };
  const agent: Scene['agent'] = async (name = 'ana') => {
    const client = await connectAgent(server.url, tokens[name]);
    open.push(client.socket);
    return client;
  };
  const online: Scene['online'] = async (name = 'ana') => {
    const client = await agent(name);
    dataOf(await client.socket.emitWithAck('presence:set', { presence: 'online' }));
    return client;
  };
  const request: Scene['request'] = async ({ socket }) => {
    const answer = await socket.emitWithAck('interaction:request', { channel: 'chat', page: PAGE });
    const { interaction, token } = dataOf(answer);
    return { interaction, token: token ?? '' };
  };
  return {
    server,
    tokens,
    knex,
    visitor,
    agent,
    online,
    request,
    conversation: async () => {
      const ana = await online();
      const carla = await visitor();
      const { interaction, token } = await request(carla);
      dataOf(await ana.socket.emitWithAck('interaction:open', { interactionId: interaction.id }));
      return { ana, carla, interactionId: interaction.id, token };
    },
    close: (socket) => void open.push(socket),
    reset: async () => {
      const breaches = await breachesIn(knex);
      for (const socket of open.splice(0)) socket.disconnect();
      await knex('attendance_messages').delete();
      await knex('attendance_attachments').delete();
      await knex('attendance_interactions').delete();
      await knex('attendance_slots').delete();
      for (const table of ['report_rows', 'report_assignments', 'report_tags', 'presence_periods'])
        await knex(`attendance_${table}`).delete();
      await knex('attendance_agents').update({ presence: 'offline', capacity: null });
      expect(breaches).toEqual([]);
    },
    stop: server.stop,
  };
}

/** Returns a message of the shape that message:post takes. */
export const post = (interactionId: InteractionId, body: string, clientMessageId: string = randomUUID()) => ({
  interactionId,
  body,
  clientMessageId,
});

/** Expects the chat to work after a hostile act: a message still goes from the visitor to the agent, and one back. */
export async function expectChatWorks({ ana, carla, interactionId }: Conversation): Promise<void> {
  const [question, answer] = [`pergunta ${randomUUID()}`, `resposta ${randomUUID()}`];
  const asked = nextFact(
    ana.socket,
    'message:posted',
    ({ message }) => message.side === 'visitor' && message.body === question,
  );
  dataOf(await carla.socket.emitWithAck('message:post', post(interactionId, question)));
  await asked;
  const answered = nextFact(
    carla.socket,
    'message:posted',
    ({ message }) => message.side === 'agent' && message.body === answer,
  );
  dataOf(await ana.socket.emitWithAck('message:post', post(interactionId, answer)));
  await answered;
}
