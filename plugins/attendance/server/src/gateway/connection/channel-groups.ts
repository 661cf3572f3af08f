import type { AgentId, InteractionId, SiteId, VisitorId } from '../../../../protocol/schemas/ids';

/** Names of Socket.IO's rooms, in this file only; "room" means a meeting everywhere else. */
export const visitorGroup = (id: VisitorId): string => `visitor/${id}`;
/** Every open widget of a site. */
export const siteGroup = (id: SiteId): string => `site/${id}`;
export const agentGroup = (id: AgentId): string => `agent/${id}`;
/** Connections of supervisors that follow an interaction [R17]; no visitor's is ever in it. */
export const followersGroup = (id: InteractionId): string => `followers/${id}`;
/** Connections of supervisors that watch the live board [D3]. */
export const boardGroup = 'board';
