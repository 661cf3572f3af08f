import type { Message } from '../../../plugins/attendance/protocol/messages/messages';
import type { Answer } from '../../../plugins/attendance/protocol/shared/errors';
import type { AgentCommandData, AgentCommandPayload } from '../../../plugins/attendance/protocol/wire/events';
import type { InteractionId } from '../../../plugins/attendance/protocol/schemas/ids';
import type { Wire } from './wire';

export type SearchAnswer = AgentCommandData<'interaction:search'>;
export type SearchPayload = AgentCommandPayload<'interaction:search'>;
export type SearchedAgent = AgentCommandData<'interaction:agents'>['agents'][number];

/** Lines of a past transcript to read: the last ones, those before a sequence, or those after one. */
export type PastPage = 'last' | { readonly before: number } | { readonly after: number };

export interface PastLines {
  readonly messages: readonly Message[];
  /** Whether there are more lines in the direction that was asked for. */
  readonly hasMore: boolean;
}

/** Commands that find and read past interactions [A8]; the caller shows the refusals. */
export interface SearchCommands {
  searchInteractions(query: SearchPayload): Promise<Answer<SearchAnswer>>;
  /** Returns the agents to filter by; null when refused. */
  searchedAgents(): Promise<readonly SearchedAgent[] | null>;
  pastLines(id: InteractionId, page: PastPage): Promise<Answer<PastLines>>;
}

export function searchCommands(wire: Pick<Wire, 'command'>): SearchCommands {
  return {
    searchInteractions: (query) => wire.command('interaction:search', query),
    searchedAgents: async () => {
      const answer = await wire.command('interaction:agents', {});
      return answer.ok ? answer.data.agents : null;
    },
    pastLines: (interactionId, page) => wire.command('message:list', { interactionId, ...boundsOf(page) }),
  };
}

function boundsOf(page: PastPage): { beforeSequence?: number; afterSequence?: number } {
  if (page === 'last') return {};
  return 'before' in page ? { beforeSequence: page.before } : { afterSequence: page.after };
}
