import type { AgentId, VisitorId } from '../../../../protocol/ids';
import type { Steps } from '../steps';

export interface VisitorRows {
  /** The visitor into whom this one was merged, or this one. */
  current(id: VisitorId): Steps<VisitorId>;
  setLastAgent(id: VisitorId, agentId: AgentId): Steps<void>;
}
