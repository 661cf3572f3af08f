import type { InteractionId } from '../../../../protocol/schemas/ids';
import type { knownVisitorCommands } from '../../../../protocol/visitors/known-visitors';
import type { KnownVisitors, Searcher } from '../../application/known-visitors/known-visitors';
import type { StoredAgent } from '../../application/agents/ports';
import type { StoredInteraction } from '../../application/interactions/stored-interaction';
import { refusal, toAnswer, type Handlers } from '../connection/answer';

export interface SearchingAgent {
  readonly held: (id: InteractionId) => Promise<StoredInteraction | null>;
  readonly self: () => Promise<StoredAgent>;
  readonly isSupervisor: () => boolean;
}

/** Creates the handlers for finding and merging visitors [A4]; `held` returns only what the agent holds. */
export function createKnownVisitorHandlers(
  known: KnownVisitors,
  { held, isSupervisor, self }: SearchingAgent,
): Handlers<typeof knownVisitorCommands> {
  const searcher = async (): Promise<Searcher> => ({ agent: await self(), isSupervisor: isSupervisor() });
  return {
    'visitor:find': async ({ from, text }) => ({
      ok: true,
      data: await known.find(text, from, await searcher()),
    }),
    'visitor:duplicates': async ({ interactionId }) => {
      const stored = await held(interactionId);
      if (stored === null) return refusal('not_found');
      return { ok: true, data: { duplicates: await known.duplicates(stored.visitor.id) } };
    },
    'visitor:compare': async ({ interactionId, otherId }) => {
      const stored = await held(interactionId);
      if (stored === null) return refusal('not_found');
      return toAnswer(await known.compare(stored.visitor.id, otherId, await searcher()), (data) => data);
    },
    'visitor:merge': async ({ choices, interactionId, otherId }) => {
      const stored = await held(interactionId);
      if (stored === null) return refusal('not_found');
      const { id } = stored.visitor;
      return toAnswer(await known.merge(id, otherId, choices, await searcher()), () => ({}));
    },
  };
}
