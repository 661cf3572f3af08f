import type { AgentServerEvents, VisitorServerEvents } from '../../../../protocol/wire/events';
import type { AgentId, InteractionId, SiteId, VisitorId } from '../../../../protocol/schemas/ids';
import type { ConnectionId } from '../../application/interactions/publisher';
import { agentGroup, boardGroup, followersGroup, siteGroup, visitorGroup } from './channel-groups';
import type { Snapshots } from './snapshots';

/** Facts that no snapshot contains: they hold for a moment, or for one tab. */
type PassingToVisitor = Extract<keyof VisitorServerEvents, 'typing:changed' | `call:${string}`>;
type PassingToAgent = Extract<
  keyof AgentServerEvents,
  'typing:changed' | 'note:written' | 'followers:changed' | `call:${string}`
>;
/** Facts for supervisors alone [R17, D3]. */
type ToFollowers = Extract<keyof AgentServerEvents, `supervision:${string}`>;
type ToWatchers = Extract<keyof AgentServerEvents, `board:${string}`>;
/** Facts that make a snapshot read before them stale. A new fact is one of these until it is named above. */
type LastingToVisitor = Exclude<keyof VisitorServerEvents, PassingToVisitor | 'snapshot'>;
type LastingToAgent = Exclude<
  keyof AgentServerEvents,
  PassingToAgent | ToFollowers | ToWatchers | 'snapshot'
>;

type VisitorFact<Name extends keyof VisitorServerEvents> = Parameters<VisitorServerEvents[Name]>[0];
type AgentFact<Name extends keyof AgentServerEvents> = Parameters<AgentServerEvents[Name]>[0];

/**
 * Sends facts, the only way for them to leave the server, but for a connection's first snapshot. With every fact, the snapshots that it makes stale
 * are read again before they are delivered. `except` is a connection that learns it otherwise.
 */
export interface Facts {
  /** Every tab of the visitor. */
  toVisitor<Name extends LastingToVisitor>(
    id: VisitorId,
    name: Name,
    fact: VisitorFact<Name>,
    except?: ConnectionId,
  ): void;
  /** Every tab of the agent. */
  toAgent<Name extends LastingToAgent>(
    id: AgentId,
    name: Name,
    fact: AgentFact<Name>,
    except?: ConnectionId,
  ): void;
  /** Every open widget of the site. */
  toSite<Name extends LastingToVisitor>(id: SiteId, name: Name, fact: VisitorFact<Name>): void;
  toAllVisitors<Name extends LastingToVisitor>(name: Name, fact: VisitorFact<Name>): void;
  toAllAgents<Name extends LastingToAgent>(name: Name, fact: AgentFact<Name>): void;
  /** Every connection that follows the interaction. */
  toFollowers<Name extends ToFollowers>(
    id: InteractionId,
    name: Name,
    fact: AgentFact<Name>,
    except?: ConnectionId,
  ): void;
  /** One of the connections that follow the interaction, or did until now. */
  toFollower<Name extends ToFollowers>(
    id: InteractionId,
    connectionId: ConnectionId,
    name: Name,
    fact: AgentFact<Name>,
  ): void;
  readonly passing: PassingFacts;
}

/** Sends facts that do not concern a snapshot, to people or to single tabs of theirs. */
export interface PassingFacts {
  toVisitor<Name extends PassingToVisitor>(id: VisitorId, name: Name, fact: VisitorFact<Name>): void;
  toAgent<Name extends PassingToAgent>(
    id: AgentId,
    name: Name,
    fact: AgentFact<Name>,
    except?: ConnectionId,
  ): void;
  toVisitorConnection<Name extends PassingToVisitor>(
    id: ConnectionId,
    name: Name,
    fact: VisitorFact<Name>,
  ): void;
  toAgentConnection<Name extends PassingToAgent>(id: ConnectionId, name: Name, fact: AgentFact<Name>): void;
  /** Every connection that watches the live board. */
  toWatchers<Name extends ToWatchers>(name: Name, fact: AgentFact<Name>): void;
}

/** A namespace of Socket.IO's, as far as facts need it; which fact goes where, the interfaces above hold. */
interface Emitter {
  emit(name: string, fact: object): unknown;
}
interface FactNamespace extends Emitter {
  readonly adapter: { readonly rooms: ReadonlyMap<string, ReadonlySet<string>> };
  to(group: string): Emitter & { except(id: ConnectionId): Emitter };
}

export interface FactNamespaces {
  readonly visitors: FactNamespace;
  readonly agents: FactNamespace;
}

export function createFacts(
  { agents, visitors }: FactNamespaces,
  snapshots: Pick<Snapshots, 'invalidate'>,
): Facts {
  return {
    toVisitor: (id, name, fact, except) => {
      snapshots.invalidate(visitorGroup(id));
      emit(visitors, visitorGroup(id), name, fact, except);
    },
    toAgent: (id, name, fact, except) => {
      snapshots.invalidate(agentGroup(id));
      emit(agents, agentGroup(id), name, fact, except);
    },
    // Of what concerns many, whose snapshot speaks is not looked up.
    toSite: (id, name, fact) => {
      snapshots.invalidate();
      emit(visitors, siteGroup(id), name, fact);
    },
    toAllVisitors: (name, fact) => {
      snapshots.invalidate();
      visitors.emit(name, fact);
    },
    toAllAgents: (name, fact) => {
      snapshots.invalidate();
      agents.emit(name, fact);
    },
    toFollowers: (id, name, fact, except) => {
      snapshots.invalidate(followersGroup(id));
      emit(agents, followersGroup(id), name, fact, except);
    },
    toFollower: (id, connectionId, name, fact) => {
      snapshots.invalidate(followersGroup(id));
      emit(agents, connectionId, name, fact);
    },
    passing: {
      toVisitor: (id, name, fact) => emit(visitors, visitorGroup(id), name, fact),
      toAgent: (id, name, fact, except) => emit(agents, agentGroup(id), name, fact, except),
      toVisitorConnection: (id, name, fact) => emit(visitors, id, name, fact),
      toAgentConnection: (id, name, fact) => emit(agents, id, name, fact),
      toWatchers: (name, fact) => emit(agents, boardGroup, name, fact),
    },
  };
}

function emit(
  namespace: FactNamespace,
  group: string,
  name: string,
  fact: object,
  except?: ConnectionId,
): void {
  if (!isHeard(namespace, group, except)) return;
  const everybody = namespace.to(group);
  (except === undefined ? everybody : everybody.except(except)).emit(name, fact);
}

/** Returns whether the group has a connection that would receive it. On one server, its own memory knows every connection. */
function isHeard({ adapter }: FactNamespace, group: string, except: ConnectionId | undefined): boolean {
  const members = adapter.rooms.get(group);
  if (members === undefined) return false;
  return except === undefined || members.size > 1 || !members.has(except);
}
