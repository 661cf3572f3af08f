import type { CallMedium } from '../../../plugins/attendance/protocol/calls/calls';
import type { ErrorCode } from '../../../plugins/attendance/protocol/shared/errors';
import type { InteractionId } from '../../../plugins/attendance/protocol/schemas/ids';
import { claimCall, dropClaim } from '../../../plugins/attendance/media/seat/claim-call';
import type { Wire } from './wire';

/**
 * Releases the devices at once; `send` sends the hang-up to the server, and resolves with whether it was acknowledged.
 */
export type HangUp = (send: () => Promise<boolean>) => Promise<void>;

/** The screens' commands on calls; refusals show as a notice. */
export interface CallCommands {
  /** Raises a chat, or calls again after a hang-up [M1, M5]. */
  askCall(id: InteractionId, medium: CallMedium): Promise<void>;
  answerCall(id: InteractionId): Promise<void>;
  /** Refuses the visitor's request for a call, or withdraws the agent's own. */
  declineCall(id: InteractionId): Promise<void>;
  hangUp(id: InteractionId): Promise<void>;
}

export function callCommands(
  wire: Pick<Wire, 'command'>,
  hangUp: HangUp,
  notify: (code: ErrorCode, mustEnd?: number) => void,
): CallCommands {
  const send = async (name: CallCommandName, id: InteractionId): Promise<boolean> => {
    const answer = await wire.command(name, { interactionId: id });
    if (!answer.ok) notify(answer.error.code, answer.error.mustEnd);
    return answer.ok;
  };
  return {
    askCall: async (interactionId, medium) => {
      // The claim precedes the command: the fact that the call was taken may overtake the acknowledgement.
      claimCall(interactionId);
      const answer = await wire.command('call:ask', { interactionId, medium });
      if (answer.ok) return;
      dropClaim();
      notify(answer.error.code, answer.error.mustEnd);
    },
    answerCall: async (id) => {
      claimCall(id);
      if (!(await send('call:answer', id))) dropClaim();
    },
    declineCall: async (id) => {
      if (await send('call:decline', id)) dropClaim();
    },
    hangUp: (id) => hangUp(() => send('call:hang-up', id)),
  };
}

type CallCommandName = 'call:answer' | 'call:decline' | 'call:hang-up';
