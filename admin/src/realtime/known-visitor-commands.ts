import type { ErrorCode } from '../../../plugins/attendance/protocol/shared/errors';
import type { AgentCommandData } from '../../../plugins/attendance/protocol/wire/events';
import type { InteractionId, VisitorId } from '../../../plugins/attendance/protocol/schemas/ids';
import type { Duplicate, MergeChoices } from '../../../plugins/attendance/protocol/visitors/known-visitors';
import type { Wire } from './wire';

export type FoundVisitors = AgentCommandData<'visitor:find'>;
export type Comparison = AgentCommandData<'visitor:compare'>;

/**
 * Commands that find visitors, and merge two into one [A4]; the caller shows the refusals, which are null but for the
 * merge's.
 */
export interface KnownVisitorCommands {
  findVisitors(text: string, from: number): Promise<FoundVisitors | null>;
  duplicates(id: InteractionId): Promise<readonly Duplicate[] | null>;
  compareVisitors(id: InteractionId, otherId: VisitorId): Promise<Comparison | null>;
  /** Merges two visitors; returns null once they are one. */
  mergeVisitors(id: InteractionId, otherId: VisitorId, choices: MergeChoices): Promise<ErrorCode | null>;
}

export function knownVisitorCommands(wire: Pick<Wire, 'command'>): KnownVisitorCommands {
  return {
    findVisitors: async (text, from) => {
      const answer = await wire.command('visitor:find', { text, from });
      return answer.ok ? answer.data : null;
    },
    duplicates: async (interactionId) => {
      const answer = await wire.command('visitor:duplicates', { interactionId });
      return answer.ok ? answer.data.duplicates : null;
    },
    compareVisitors: async (interactionId, otherId) => {
      const answer = await wire.command('visitor:compare', { interactionId, otherId });
      return answer.ok ? answer.data : null;
    },
    mergeVisitors: async (interactionId, otherId, choices) => {
      const answer = await wire.command('visitor:merge', { interactionId, otherId, choices });
      return answer.ok ? null : answer.error.code;
    },
  };
}
