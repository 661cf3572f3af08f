import type { AgentId, InteractionId, SiteId } from '../../../plugins/attendance/protocol/schemas/ids';
import type { StoredAgent } from '../../../plugins/attendance/server/src/application/agents/ports';
import type { StoredInteraction } from '../../../plugins/attendance/server/src/application/interactions/stored-interaction';
import type {
  VisitorFields,
  VisitorStore,
} from '../../../plugins/attendance/server/src/application/visitors/ports';
import { CAPTURED, START } from '../../contract/world';
import { addSite, createMemoryDatabase, type MemoryDatabase } from '../../support/fakes/memory-database';
import { defaultSettings } from '../../support/fakes/memory-settings';
import { createMemoryVisitorStore } from '../../support/fakes/memory-visitors';
import { createService, type Service } from '../life/service';

/** The real application on rows in memory, with one site; everybody who is Online is connected. */
export interface ServiceScene extends Service {
  readonly rows: MemoryDatabase;
  readonly visitors: VisitorStore;
  readonly siteId: SiteId;
  /** What was told since the last look: whom and what, as `visitor/1 message:posted`. */
  told(): string[];
  online(name: string): Promise<StoredAgent>;
  /** A chat of a new visitor, or of one who is known; it goes to whoever is Online. */
  chat(fields?: VisitorFields): Promise<StoredInteraction>;
  find(id: InteractionId): Promise<StoredInteraction>;
}

export function openServiceScene(clock = { now: () => START }): ServiceScene {
  const rows = createMemoryDatabase(defaultSettings());
  let facts: string[] = [];
  const note = (everybody: string) => (group: string | null, fact: string) =>
    void facts.push(`${group ?? everybody} ${fact}`);
  const service = createService({
    database: rows,
    clock,
    listeners: { tellVisitors: note('visitors'), tellAgents: note('agents') },
    watcher: {
      watchAgents: (agents) => agents,
      publisher: { transitioned: () => undefined, removed: () => undefined, messagePosted: () => undefined },
    },
    isAgentConnected: () => true,
  });
  const { agents, attend, interactions } = service;
  const visitors = createMemoryVisitorStore(rows);
  const siteId = addSite(rows, 'Loja');
  const agentOf = async (id: AgentId): Promise<StoredAgent> => {
    const agent = await agents.find(id);
    if (agent === null) throw new Error(`there is no agent ${id}`);
    return agent;
  };
  let users = 0;
  return {
    ...service,
    rows,
    visitors,
    siteId,
    told: () => {
      const before = facts;
      facts = [];
      return before;
    },
    online: async (name) => {
      users += 1;
      const { id } = await agents.ensure(users, name);
      await attend.setPresence(id, 'online');
      return agentOf(id);
    },
    chat: async (fields = {}) => {
      const { visitor } = await visitors.create(siteId, fields, null, clock.now());
      const request = { siteId, visitorId: visitor.id, departmentId: null, captured: CAPTURED };
      return attend.request({ ...request, channel: 'chat' });
    },
    find: async (id) => {
      const stored = await interactions.find(id);
      if (stored === null) throw new Error(`there is no interaction ${id}`);
      return stored;
    },
  };
}
