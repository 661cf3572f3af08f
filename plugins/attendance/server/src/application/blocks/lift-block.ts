import type { BlockId } from '../../../../protocol/schemas/ids';
import type { Blocks, StoredBlock } from './blocks';
import type { InteractionStore } from '../interactions/ports';
import type { Outcome } from '../outcome';
import type { StoredAgent } from '../agents/ports';
import type { Publisher } from '../interactions/publisher';

export interface LiftBlockPorts {
  readonly blocks: Pick<Blocks, 'all' | 'end' | 'lift'>;
  readonly interactions: Pick<InteractionStore, 'heldBy' | 'openOf'>;
  readonly publisher: Pick<Publisher, 'visitorChanged'>;
}

/** Lifts a visitor's block [A10]. The visitor's agent is notified; lifting twice is harmless. */
export interface LiftBlock {
  /** `not_found` unless it is the agent's own block, they attend the visitor, or they are a supervisor. */
  byAgent(id: BlockId, agent: StoredAgent, isSupervisor: boolean): Promise<Outcome<object>>;
  /** Lifts a block for an admin who may change the settings; the route writes the audit entry. */
  byAdmin(id: BlockId, byName: string): Promise<void>;
}

export function createLiftBlock({ blocks, interactions, publisher }: LiftBlockPorts): LiftBlock {
  const mayLift = async ({ agentId, visitorId }: StoredBlock, { id }: StoredAgent): Promise<boolean> =>
    agentId === id || (await interactions.heldBy(id)).some(({ visitor }) => visitor.id === visitorId);
  /** Notifies agents who have the visitor on screen, who then fetch the block again. */
  const tell = async ({ visitorId }: StoredBlock): Promise<void> =>
    (await interactions.openOf(visitorId)).forEach(publisher.visitorChanged);
  return {
    byAgent: async (id, agent, isSupervisor) => {
      const block = blocks.all().find((one) => one.id === id);
      if (block === undefined) return { ok: true, data: {} };
      if (!isSupervisor && !(await mayLift(block, agent))) return { ok: false, code: 'not_found' };
      const outcome = await blocks.lift(id, agent);
      await tell(block);
      return outcome;
    },
    byAdmin: async (id, byName) => {
      const block = await blocks.end(id, byName);
      if (block !== null) await tell(block);
    },
  };
}
