import type { Block } from '../../../plugins/attendance/protocol/visitors/blocks';
import type { ErrorCode } from '../../../plugins/attendance/protocol/shared/errors';
import type { AgentCommandPayload } from '../../../plugins/attendance/protocol/wire/events';
import type { BlockId, InteractionId } from '../../../plugins/attendance/protocol/schemas/ids';
import type { Wire } from './wire';

/** Commands that block visitors [A10]; refusals of the first two show as a notice. */
export interface BlockCommands {
  blockVisitor(request: AgentCommandPayload<'visitor:block'>): Promise<boolean>;
  liftBlock(id: BlockId): Promise<boolean>;
  /** Returns the blocks of an interaction's visitor, or all that this agent may lift; null when refused. */
  blocks(id: InteractionId | null): Promise<readonly Block[] | null>;
}

export function blockCommands(wire: Pick<Wire, 'command'>, notify: (code: ErrorCode) => void): BlockCommands {
  return {
    blockVisitor: async (request) => {
      const answer = await wire.command('visitor:block', request);
      if (!answer.ok) notify(answer.error.code);
      return answer.ok;
    },
    liftBlock: async (blockId) => {
      const answer = await wire.command('visitor:unblock', { blockId });
      if (!answer.ok) notify(answer.error.code);
      return answer.ok;
    },
    blocks: async (interactionId) => {
      const answer = await wire.command('block:list', { interactionId });
      return answer.ok ? answer.data.blocks : null;
    },
  };
}
