import type { searchCommands } from '../../../../protocol/search/search';
import type { InteractionSearch, OpenedBy } from '../../application/search/search';
import { toAnswer, type Handlers } from '../connection/answer';

/** Past interactions found again [A8]; `openedBy` is the agent who asks, and null for a supervisor. */
export function createSearchHandlers(
  search: InteractionSearch,
  openedBy: () => OpenedBy,
): Handlers<typeof searchCommands> {
  return {
    'interaction:search': async (query) => toAnswer(await search.search(query, openedBy()), (page) => page),
    'interaction:agents': async () => toAnswer(await search.holders(openedBy()), (agents) => ({ agents })),
  };
}
