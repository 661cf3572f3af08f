import type { AgentInteraction } from '../../../../plugins/attendance/protocol/interactions/interactions';
import type { AgentSelf } from '../../../../plugins/attendance/protocol/interactions/people';
import type { Call, CallMedium } from '../../../../plugins/attendance/protocol/calls/calls';
import type { State } from '../state';

type Connected = AgentInteraction & { readonly call: Extract<Call, { state: 'connected' }> };

/** Returns the interaction with a call in progress; an agent has one at most [R4]. */
export function connectedCall({ interactions }: Pick<State, 'interactions'>): Connected | null {
  for (const interaction of interactions.values())
    if (interaction.call?.state === 'connected' && interaction.visitorEndedAt === null)
      return interaction as Connected;
  return null;
}

/**
 * State of the call slot above the conversation. `invited`: the visitor waits for "Atender chamada"; the call may be
 * refused only where a chat goes on without it. `asking`: this agent waits for the visitor. `over`: hung up, and no
 * other call comes until the interaction is ended [M5].
 */
export type CallStage =
  | { readonly kind: 'none' }
  | {
      readonly kind: 'invited';
      readonly medium: CallMedium;
      readonly until: number | null;
      readonly mayDecline: boolean;
    }
  | { readonly kind: 'asking'; readonly medium: CallMedium; readonly until: number | null }
  | { readonly kind: 'connected'; readonly medium: CallMedium; readonly startedAt: number }
  | { readonly kind: 'over'; readonly medium: CallMedium };

const NONE: CallStage = { kind: 'none' };

export function callStageOf({ call, channel, openedAt, visitorEndedAt }: AgentInteraction): CallStage {
  if (visitorEndedAt !== null) return NONE;
  if (call?.state === 'connected')
    return { kind: 'connected', medium: call.medium, startedAt: call.startedAt };
  if (call?.state === 'ringing') {
    const { by, medium, until } = call;
    if (by === 'agent') return { kind: 'asking', medium, until };
    return { kind: 'invited', medium, until, mayDecline: until !== null && openedAt !== null };
  }
  if (channel === 'chat') return NONE;
  // The interaction was transferred, or came back from a colleague: its present agent calls the visitor anew.
  if (openedAt === null) return { kind: 'invited', medium: channel, until: null, mayDecline: false };
  return { kind: 'over', medium: channel };
}

/** Returns the call media to which this agent may raise a chat [M1]. */
export function raisableTo(
  { awayUntil, call, channel, openedAt, visitorEndedAt }: AgentInteraction,
  self: AgentSelf | null,
): readonly CallMedium[] {
  const isPossible =
    channel === 'chat' && openedAt !== null && call === null && visitorEndedAt === null && awayUntil === null;
  if (!isPossible || self === null) return [];
  return self.channels.filter((each) => each !== 'chat');
}
