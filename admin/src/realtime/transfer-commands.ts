import type { ErrorCode } from '../../../plugins/attendance/protocol/shared/errors';
import type { AgentCommandData, AgentCommandPayload } from '../../../plugins/attendance/protocol/wire/events';
import type { InteractionId } from '../../../plugins/attendance/protocol/schemas/ids';
import type { TransferObstacle } from '../../../plugins/attendance/protocol/interactions/transfer';
import type { Store } from '../model/store';
import type { Wire } from './wire';

export type TransferTargets = AgentCommandData<'transfer:list'>;
export type TransferTo = AgentCommandPayload<'interaction:transfer'>['to'];

/** Commands that transfer an interaction [R15]; the caller shows the refusals. */
export interface TransferCommands {
  /** Returns the agents and departments to transfer to; null when refused. */
  transferTargets(id: InteractionId): Promise<TransferTargets | null>;
  /** Transfers the interaction; returns null once it is handed on. */
  transfer(id: InteractionId, to: TransferTo, note: string): Promise<TransferObstacle | ErrorCode | null>;
}

export function transferCommands(wire: Pick<Wire, 'command'>, store: Store): TransferCommands {
  return {
    transferTargets: async (interactionId) => {
      const answer = await wire.command('transfer:list', { interactionId });
      return answer.ok ? answer.data : null;
    },
    transfer: async (interactionId, to, note) => {
      const answer = await wire.command('interaction:transfer', { interactionId, to, note });
      if (!answer.ok) return answer.error.obstacle ?? answer.error.code;
      store.dispatch({ type: 'interaction:gone', interactionId });
      return null;
    },
  };
}
