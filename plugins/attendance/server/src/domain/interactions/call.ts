import type { CallMedium, MediaProvider } from '../../../../protocol/calls/calls';
import type { Channel } from '../../../../protocol/shared/choices';
import type { AgentId } from '../../../../protocol/schemas/ids';
import { LIMITS } from '../../../../protocol/shared/limits';
import type { SystemLine } from '../../../../protocol/messages/messages';
import type { Side } from '../../../../protocol/schemas/scalars';
import { isCall } from '../routing/capacity';
import type { Decision } from './decision';
import { accept, assertNever, refuse } from './decision';
import type { AssignedInteraction, Interaction, RingingCall } from './interaction-state';

/** Side that acts: an agent acts only on interactions of their own. */
export type Caller = { readonly side: 'visitor' } | { readonly side: 'agent'; readonly agentId: AgentId };

export type CallCommand =
  | { readonly kind: 'call-ask'; readonly by: Caller; readonly medium: CallMedium }
  | {
      readonly kind: 'call-answer';
      readonly by: Caller;
      readonly room: string;
      readonly provider: MediaProvider;
    }
  | { readonly kind: 'call-decline'; readonly by: Caller }
  | { readonly kind: 'call-hang-up'; readonly by: Caller }
  /** The service hangs up: what carries the call is not to be trusted with it. */
  | { readonly kind: 'call-cut' }
  /** Lapse of a call that the other side did not answer in time [M1]. */
  | { readonly kind: 'call-lapse' };

/** The call for which a visitor comes: it rings from the request on, and again when it goes back to the queue. */
export function callOfRequest(channel: Channel, now: number): RingingCall | null {
  return channel === 'chat'
    ? null
    : { state: 'ringing', by: 'visitor', medium: channel, since: now, until: null };
}

/**
 * Returns whether the interaction takes its agent whole [R4]: a call does until it is ended, hung up or not; so does a chat for as long as its agent
 * asks for a call [M1].
 */
export function takesWholeAgent({ call, channel }: Pick<Interaction, 'call' | 'channel'>): boolean {
  return isCall(channel) || (call?.state === 'ringing' && call.by === 'agent');
}

/** Decides a command on the call of an interaction. One that has already had its effect changes nothing. */
export function decideCall(interaction: Interaction, command: CallCommand, now: number): Decision {
  if (command.kind === 'call-lapse') return lapse(interaction, now);
  if (command.kind === 'call-cut') return cut(interaction, now);
  if (!isOf(interaction, command.by)) return refuse('not_found');
  if (interaction.status !== 'assigned') return refuse('conflict');
  switch (command.kind) {
    case 'call-ask':
      return ask(interaction, command.by.side, command.medium, now);
    case 'call-answer':
      return answer(interaction, command, now);
    case 'call-decline':
      return decline(interaction, command.by.side);
    case 'call-hang-up':
      return hangUp(interaction, command.by.side, now);
    default:
      return assertNever(command);
  }
}

/** Returns whether the caller is of this interaction; a visitor's caller was authorised before. */
function isOf(interaction: Interaction, by: Caller): boolean {
  if (by.side === 'visitor') return true;
  return interaction.status === 'assigned' && interaction.agentId === by.agentId;
}

function ask(interaction: AssignedInteraction, side: Side, medium: CallMedium, now: number): Decision {
  const { call } = interaction;
  if (call?.state === 'ringing' && call.by === side && call.medium === medium) return accept(interaction);
  // Nobody is there to answer whoever is away, and an agent looks at an interaction before they call.
  if (call !== null || interaction.visitorEnd !== null || interaction.away !== null)
    return refuse('conflict');
  if (side === 'agent' && interaction.openedAt === null) return refuse('conflict');
  const until = now + LIMITS.callAskMs;
  return accept({ ...interaction, call: { state: 'ringing', by: side, medium, since: now, until } });
}

function answer(
  interaction: AssignedInteraction,
  { by, provider, room }: Extract<CallCommand, { kind: 'call-answer' }>,
  now: number,
): Decision {
  const { call, callCount, openedAt } = interaction;
  if (call?.state === 'connected') return accept(interaction);
  if (call === null && by.side === 'agent') return callAnew(interaction, now);
  if (call === null || call.by === by.side) return refuse('conflict');
  if (interaction.away !== null || (call.until !== null && call.until <= now)) return refuse('conflict');
  const { medium } = call;
  const attempt = callCount + 1;
  return accept(
    {
      ...interaction,
      // Once accepted it is a call until it is ended [M1].
      channel: medium,
      openedAt: by.side === 'agent' ? (openedAt ?? now) : openedAt,
      ring: by.side === 'agent' ? null : interaction.ring,
      transferredBy: by.side === 'agent' ? null : interaction.transferredBy,
      callCount: attempt,
      call: { state: 'connected', attempt, medium, room, provider, since: now },
    },
    { kind: 'call-started', medium },
  );
}

/** [R15] A call that was transferred: its new agent opens it by calling the visitor, who may decline. */
function callAnew(interaction: AssignedInteraction, now: number): Decision {
  const { channel, openedAt } = interaction;
  if (channel === 'chat' || openedAt !== null) return refuse('conflict');
  return ask({ ...interaction, openedAt: now, ring: null, transferredBy: null }, 'agent', channel, now);
}

function decline(interaction: AssignedInteraction, side: Side): Decision {
  const { call } = interaction;
  if (call === null) return accept(interaction);
  // Whoever came for a call ends the interaction instead; an agent lets it pass on.
  if (call.state === 'connected' || call.until === null) return refuse('conflict');
  return stopRinging(interaction, call, side === call.by ? 'withdrawn' : 'declined');
}

function hangUp(interaction: AssignedInteraction, side: Side, now: number): Decision {
  const { call } = interaction;
  if (call === null) return accept(interaction);
  if (call.state === 'ringing') return decline(interaction, side);
  return accept({ ...interaction, call: null }, ...linesOfEnd(interaction, side, now));
}

/** Cuts a connected call; one that rings is refused, for it has no connection to lose. */
function cut(interaction: Interaction, now: number): Decision {
  if (interaction.status !== 'assigned' || interaction.call?.state !== 'connected') return refuse('conflict');
  return accept({ ...interaction, call: null }, ...linesOfEnd(interaction, 'nobody', now));
}

function lapse(interaction: Interaction, now: number): Decision {
  const { call } = interaction;
  if (interaction.status !== 'assigned' || call?.state !== 'ringing') return refuse('conflict');
  if (call.until === null || call.until > now) return refuse('conflict');
  return stopRinging(interaction, call, 'lapsed');
}

function stopRinging(
  interaction: AssignedInteraction,
  { by, medium }: RingingCall,
  reason: 'declined' | 'withdrawn' | 'lapsed',
): Decision {
  return accept({ ...interaction, call: null }, { kind: 'call-unanswered', medium, by, reason });
}

/** Returns the system lines of a call that ends by `by`'s act, or nobody's; none where no call is connected. */
export function linesOfEnd({ call }: Interaction, by: Side | 'nobody', now: number): SystemLine[] {
  if (call?.state !== 'connected') return [];
  const durationMs = Math.max(0, now - call.since);
  return [{ kind: 'call-ended', medium: call.medium, by, durationMs }];
}
