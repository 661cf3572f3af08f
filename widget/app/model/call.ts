import type { Call } from '../../../plugins/attendance/protocol/calls/calls';
import type { State } from './state';

/** The call of the interaction that goes on, if any. */
export function liveCall({ interaction }: State): Call | null {
  return interaction && interaction.status !== 'ended' ? interaction.call : null;
}

/** Whether there is a call, or the visitor waits for one. */
export function hasCalls(state: State): boolean {
  const { interaction } = state;
  return liveCall(state) !== null || (interaction?.status === 'waiting' && interaction.channel !== 'chat');
}

/** The agent asks, and the visitor has not answered yet. */
export function isInvited(state: State): boolean {
  const call = liveCall(state);
  return call?.state === 'ringing' && call.by === 'agent';
}

/** Whether the visitor's asking rings at somebody: in the queue, or at the agent. */
export function isCalling(state: State): boolean {
  const call = liveCall(state);
  return call ? call.state === 'ringing' && call.by === 'visitor' : hasCalls(state);
}

/** A chat is raised, or a call asked for again, while nothing rings [M1, M5]. */
export function canAskCall({ connection, interaction, isConfirmingEnd }: State): boolean {
  return connection === 'live' && interaction?.status === 'assigned' && !interaction.call && !isConfirmingEnd;
}
