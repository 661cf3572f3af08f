import type { blockCommands } from '../../../protocol/blocks';
import type { InteractionId } from '../../../protocol/ids';
import type { Blocks, StoredBlock } from '../application/blocks';
import type { InteractionStore, StoredAgent, StoredInteraction } from '../application/ports';
import type { Publisher } from '../application/publisher';
import { toBlock } from '../presenters/block';
import { refusal, type Handlers } from './answer';

export interface BlockCommandPorts {
  readonly blocks: Blocks;
  readonly interactions: Pick<InteractionStore, 'heldBy'>;
  readonly publisher: Pick<Publisher, 'visitorChanged'>;
}

export interface BlockingAgent {
  readonly held: (id: InteractionId) => Promise<StoredInteraction | null>;
  readonly self: () => Promise<StoredAgent>;
  readonly isSupervisor: () => boolean;
}

/** Blocking and lifting [A10]. */
export function createBlockHandlers(
  { blocks, interactions, publisher }: BlockCommandPorts,
  { held, isSupervisor, self }: BlockingAgent,
): Handlers<typeof blockCommands> {
  /** Whose own it is, whoever attends the visitor, or a supervisor; to anybody else it does not exist. */
  const mayLift = async ({ agentId, visitorId }: StoredBlock): Promise<boolean> => {
    const { id } = await self();
    if (isSupervisor() || agentId === id) return true;
    return (await interactions.heldBy(id)).some(({ visitor }) => visitor.id === visitorId);
  };
  return {
    'visitor:block': async ({ interactionId, ...request }) => {
      const stored = await held(interactionId);
      if (stored === null) return refusal('not_found');
      const block = await blocks.block(stored, await self(), request);
      return { ok: true, data: { block: toBlock(block) } };
    },
    'visitor:unblock': async ({ blockId }) => {
      const block = blocks.all().find(({ id }) => id === blockId);
      if (block === undefined) return { ok: true, data: {} };
      if (!(await mayLift(block))) return refusal('not_found');
      const agent = await self();
      await blocks.lift(blockId, agent);
      // Every tab of whoever looks at the visitor asks again.
      for (const stored of await interactions.heldBy(agent.id))
        if (stored.visitor.id === block.visitorId) publisher.visitorChanged(stored);
      return { ok: true, data: {} };
    },
    'block:list': async ({ interactionId }) => {
      if (interactionId === null) {
        const { id } = await self();
        const mine = blocks.all().filter(({ agentId }) => isSupervisor() || agentId === id);
        return { ok: true, data: { blocks: mine.map(toBlock) } };
      }
      const stored = await held(interactionId);
      if (stored === null) return refusal('not_found');
      const theirs = blocks.all().filter(({ visitorId }) => visitorId === stored.visitor.id);
      return { ok: true, data: { blocks: theirs.map(toBlock) } };
    },
  };
}
