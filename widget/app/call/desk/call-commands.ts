import { claimCall } from '../../../../plugins/attendance/media/seat/claim-call';
import type { Panel } from '../../panel/panel';

/** The visitor's commands about a ringing or ongoing call. None of them rejects: a refusal becomes a notice in the store. */
export interface CallCommands {
  answer(): Promise<boolean>;
  /** Declines the agent's invitation, or cancels the visitor's own request. Resolves with whether the server accepted it. */
  decline(): Promise<boolean>;
  /** Ends the call on the server. Resolves with whether the server accepted it. */
  hangUp(): Promise<boolean>;
}

export function callCommands({ store, wire }: Panel): CallCommands {
  async function command(name: 'call:answer' | 'call:decline' | 'call:hang-up'): Promise<boolean> {
    const { interaction } = store.getState();
    if (!interaction) return false;
    const answer = await wire.command(name, { interactionId: interaction.id });
    if (!answer.ok) store.dispatch({ type: 'command:refused', code: answer.error.code });
    return answer.ok;
  }

  return {
    answer() {
      const { interaction } = store.getState();
      if (interaction) claimCall(interaction.id);
      return command('call:answer');
    },
    decline: () => command('call:decline'),
    hangUp: () => command('call:hang-up'),
  };
}
