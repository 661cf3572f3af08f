import type { AgentId, VisitorId } from '../../../protocol/ids';

/** Names of Socket.IO's rooms, in this file only; "room" means a meeting everywhere else. */
export const visitorGroup = (id: VisitorId): string => `visitor/${id}`;
export const agentGroup = (id: AgentId): string => `agent/${id}`;
