import type { AgentId, InteractionId } from '../../../../protocol/schemas/ids';
import type { transferCommands } from '../../../../protocol/interactions/transfer';
import type { StoredAgent } from '../../application/agents/ports';
import type { StoredInteraction } from '../../application/interactions/stored-interaction';
import type { Transfers } from '../../application/attending/transfers';
import { refusal, toAnswer, type Handlers } from '../connection/answer';

/** Creates the handlers of a transfer [R15]; `held` returns only what the agent holds. */
export function createTransferHandlers(
  transfers: Transfers,
  held: (id: InteractionId) => Promise<StoredInteraction | null>,
  self: () => Promise<StoredAgent>,
): Handlers<typeof transferCommands> {
  const asker = async (): Promise<AgentId> => (await self()).id;
  return {
    'transfer:list': async ({ interactionId }) => {
      const stored = await held(interactionId);
      if (stored === null) return refusal('not_found');
      return { ok: true, data: await transfers.targets(stored, await asker()) };
    },
    'interaction:transfer': async ({ interactionId, note = '', to }) => {
      const { id: agentId, publicName: agentName } = await self();
      const outcome = await transfers.transfer(interactionId, { agentId, agentName, note, to });
      return toAnswer(outcome, () => ({}));
    },
  };
}
