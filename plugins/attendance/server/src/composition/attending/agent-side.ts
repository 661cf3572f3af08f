import { createAdminSessions } from '../../adapters/strapi/admin-session';
import { isStorageFault } from '../../adapters/database/sqlite/storage-fault';
import { createTransfers } from '../../application/attending/transfers';
import { createEditVisitor } from '../../application/known-visitors/edit-visitor';
import type { Gateway } from '../../gateway/connection/gateway';
import { serveAgents, type AgentSide, type ServeAgentsPorts } from '../../gateway/agent/serve-agents';
import type { VisitorSide } from '../../gateway/visitor/serve-visitors';
import type { Attending } from './attending';
import type { BlockSide } from './blocks';
import type { Host } from '../host';
import { openKnownVisitors } from './known-visitors';
import type { Stores } from '../storage/stores';

/** Parts that serve an agent's commands, but for what is made here. */
type AgentParts = BlockSide &
  Pick<Attending, 'isAgentConnected' | 'publisher'> &
  Pick<Stores, 'database' | 'departments' | 'offlineMessageStore' | 'visitors'> &
  Omit<
    ServeAgentsPorts,
    | 'connectionLimitFactor'
    | 'isUnavailable'
    | 'knownVisitors'
    | 'log'
    | 'now'
    | 'readSnapshot'
    | 'sessions'
    | 'transfers'
    | 'unansweredMessages'
    | 'editVisitor'
  > & { readonly gateway: Gateway; readonly visitorSide: VisitorSide };

/** Serves /agent. */
export function openAgentSide(host: Host, parts: AgentParts): AgentSide {
  const { clock, connectionLimitFactor, log, sql, strapi } = host;
  const { blocks, database, gateway, interactions, offlineMessageStore, publisher, visitorSide } = parts;
  return serveAgents(gateway, {
    ...parts,
    knownVisitors: openKnownVisitors(sql, gateway.facts, {
      database,
      clock,
      interactions,
      blocks,
      publisher,
      visitorSide,
    }),
    editVisitor: createEditVisitor(parts),
    transfers: createTransfers(parts),
    unansweredMessages: offlineMessageStore.unanswered,
    sessions: createAdminSessions(strapi),
    now: clock.now,
    readSnapshot: gateway.snapshots.send,
    connectionLimitFactor,
    log,
    isUnavailable: isStorageFault,
  });
}
