import type { FactAction } from '../../../plugins/attendance/chat/fact';
import type { ProtocolError, Answer } from '../../../plugins/attendance/protocol/shared/errors';
import type { AgentId, InteractionId } from '../../../plugins/attendance/protocol/schemas/ids';
import type {
  AgentCommandData,
  AgentCommandPayload,
  AgentFactName,
  AgentFactPayload,
} from '../../../plugins/attendance/protocol/wire/events';
import type { Wire } from './wire';

type SupervisionFactName = Extract<AgentFactName, `board:${string}` | `supervision:${string}`>;

/** A fact for supervisors; the desks of the board and of supervision take it, and not the store of one's own interactions. */
export type SupervisionFact = FactAction<{
  readonly [Name in SupervisionFactName]: AgentFactPayload<Name>;
}>;

export function isSupervisionFact(type: string): boolean {
  return type.startsWith('board:') || type.startsWith('supervision:');
}

export type Followed = AgentCommandData<'supervision:follow'>;
export type LiveFound = AgentCommandData<'supervision:search'>;

/** What was refused, or null. */
export type Refused = ProtocolError | null;

/** Commands of supervisors [R17, D3]; the caller shows the refusals. */
export interface SupervisionCommands {
  watchBoard(): Promise<Answer<AgentCommandData<'board:watch'>>>;
  unwatchBoard(): void;
  searchLive(text: string): Promise<Answer<LiveFound>>;
  follow(id: InteractionId): Promise<Answer<Followed>>;
  unfollow(id: InteractionId): void;
  listMessages(query: AgentCommandPayload<'message:list'>): Promise<Answer<AgentCommandData<'message:list'>>>;
  whisper(
    whisper: AgentCommandPayload<'supervision:whisper'>,
  ): Promise<Answer<AgentCommandData<'supervision:whisper'>>>;
  takeOver(id: InteractionId): Promise<Answer<AgentCommandData<'supervision:take-over'>>>;
  putBack(id: InteractionId): Promise<Refused>;
  endFollowed(id: InteractionId, closingNote: string): Promise<Refused>;
  setOffline(agentId: AgentId, reason: string): Promise<Refused>;
}

export function supervisionCommands(wire: Pick<Wire, 'command' | 'hint'>): SupervisionCommands {
  return {
    watchBoard: () => wire.command('board:watch', {}),
    unwatchBoard: () => wire.hint('board:unwatch', {}),
    searchLive: (text) => wire.command('supervision:search', { text }),
    follow: (interactionId) => wire.command('supervision:follow', { interactionId }),
    unfollow: (interactionId) => wire.hint('supervision:unfollow', { interactionId }),
    listMessages: (query) => wire.command('message:list', query),
    whisper: (whisper) => wire.command('supervision:whisper', whisper),
    takeOver: (interactionId) => wire.command('supervision:take-over', { interactionId }),
    putBack: async (interactionId) =>
      refusedOf(await wire.command('supervision:put-back', { interactionId })),
    endFollowed: async (interactionId, closingNote) =>
      refusedOf(await wire.command('supervision:end', { interactionId, closingNote })),
    setOffline: async (agentId, reason) =>
      refusedOf(await wire.command('supervision:set-offline', { agentId, reason })),
  };
}

function refusedOf(answer: Answer<unknown>): Refused {
  return answer.ok ? null : answer.error;
}
