import type { Call } from '../../../plugins/attendance/protocol/calls/calls';
import type { State } from './state';

/** Returns the live call of the current interaction, or null. */
export function liveCall({ interaction }: State): Call | null {
  return interaction && interaction.status !== 'ended' ? interaction.call : null;
}

/** Returns whether there is a call, or the visitor waits for one. */
export function hasCalls(state: State): boolean {
  const { interaction } = state;
  return liveCall(state) !== null || (interaction?.status === 'waiting' && interaction.channel !== 'chat');
}

/** Returns whether the agent has invited the visitor to a call and the visitor has not answered yet. */
export function isInvited(state: State): boolean {
  const call = liveCall(state);
  return call?.state === 'ringing' && call.by === 'agent';
}

/** Returns whether the visitor's own call rings: in the queue, or at the agent. */
export function isCalling(state: State): boolean {
  const call = liveCall(state);
  return call ? call.state === 'ringing' && call.by === 'visitor' : hasCalls(state);
}

/** Returns whether the visitor may raise the chat to a call, or ask for another one: only while nothing rings [M1, M5]. */
export function canAskCall({ connection, interaction, isConfirmingEnd }: State): boolean {
  return connection === 'live' && interaction?.status === 'assigned' && !interaction.call && !isConfirmingEnd;
}
