import type { blockCommands } from '../../../../protocol/visitors/blocks';
import type { InteractionId } from '../../../../protocol/schemas/ids';
import type { Blocks } from '../../application/blocks/blocks';
import type { StoredAgent } from '../../application/agents/ports';
import type { StoredInteraction } from '../../application/interactions/stored-interaction';
import type { LiftBlock } from '../../application/blocks/lift-block';
import { toBlock } from '../../presenters/block';
import { refusal, toAnswer, type Handlers } from '../connection/answer';

export interface BlockCommandPorts {
  readonly blocks: Pick<Blocks, 'all' | 'block'>;
  readonly liftBlock: LiftBlock;
}

export interface BlockingAgent {
  readonly held: (id: InteractionId) => Promise<StoredInteraction | null>;
  readonly self: () => Promise<StoredAgent>;
  readonly isSupervisor: () => boolean;
}

/** Blocking and lifting [A10]. */
export function createBlockHandlers(
  { blocks, liftBlock }: BlockCommandPorts,
  { held, isSupervisor, self }: BlockingAgent,
): Handlers<typeof blockCommands> {
  return {
    'visitor:block': async ({ interactionId, ...request }) => {
      const stored = await held(interactionId);
      if (stored === null) return refusal('not_found');
      const block = await blocks.block(stored, await self(), request);
      return { ok: true, data: { block: toBlock(block) } };
    },
    'visitor:unblock': async ({ blockId }) =>
      toAnswer(await liftBlock.byAgent(blockId, await self(), isSupervisor()), () => ({})),
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
