import type { AgentId } from '../../../../protocol/schemas/ids';
import type { VisitorEndReason } from '../../../../protocol/schemas/statuses';
import type {
  Call,
  AssignedInteraction,
  BegunInteraction,
  Closer,
  Interaction,
  WaitingInteraction,
} from './interaction-state';
import type { CallCommand } from './call';
import { callOfRequest, decideCall, linesOfEnd } from './call';
import { isCall } from '../routing/capacity';
import type { Decision } from './decision';
import { accept, assertNever, refuse } from './decision';
import { isLive } from './interaction-state';
import type { TransferCommand } from './transfer';
import { decideTransfer, obstacleInVisitor } from './transfer';

export type InteractionCommand =
  | {
      readonly kind: 'assign';
      readonly agentId: AgentId;
      readonly agentName: string;
      /** 0 never passes it on. */
      readonly ringMs: number;
    }
  | {
      /** Back to the queue, with its place: not opened in time [R10], its agent is lost [R14], or a supervisor has it so [R17]. */
      readonly kind: 'put-back';
      readonly agentId: AgentId;
      readonly agentName: string;
      readonly reason: 'missed' | 'lost' | 'supervisor';
    }
  | { readonly kind: 'open'; readonly agentId: AgentId }
  | { readonly kind: 'cancel' }
  | { readonly kind: 'visitor-end' }
  | { readonly kind: 'agent-end'; readonly agentId: AgentId }
  /** A supervisor ends what an agent holds [R17]. */
  | { readonly kind: 'supervisor-end' }
  | { readonly kind: 'leave'; readonly persistenceMs: number }
  | { readonly kind: 'return' }
  | { readonly kind: 'expire' }
  /** Block of its visitor, which ends it [A10]. */
  | { readonly kind: 'block' }
  | TransferCommand
  | CallCommand;

/**
 * Decides a command on an interaction at `now`: returns the interaction after it, and the system lines to write. A command that has already had its
 * effect changes nothing and is accepted (K7: each transition happens once).
 */
export function decide(interaction: Interaction, command: InteractionCommand, now: number): Decision {
  switch (command.kind) {
    case 'assign':
      return assign(interaction, command, now);
    case 'put-back':
      return putBack(interaction, command, now);
    case 'open':
      return open(interaction, command.agentId, now);
    case 'cancel':
      return cancel(interaction, now);
    case 'visitor-end':
      return visitorEnd(interaction, now);
    case 'agent-end':
      return agentEnd(interaction, command.agentId, now);
    case 'supervisor-end':
      return supervisorEnd(interaction, now);
    case 'leave':
      return leave(interaction, command.persistenceMs, now);
    case 'return':
      return comeBack(interaction, now);
    case 'expire':
      return expire(interaction, now);
    case 'block':
      return block(interaction, now);
    case 'transfer':
      return decideTransfer(interaction, command, now);
    default:
      return decideCall(interaction, command, now);
  }
}

/** Begins an interaction that waits from `now` on; for a call it rings [M1]. */
export function begin(
  {
    channel,
    departmentId,
    siteId,
    visitorId,
  }: Pick<WaitingInteraction, 'channel' | 'departmentId' | 'siteId' | 'visitorId'>,
  now: number,
): BegunInteraction {
  return {
    ...{ siteId, visitorId, departmentId, channel },
    status: 'waiting',
    beganAs: channel,
    call: callOfRequest(channel, now),
    callCount: 0,
    waitingSince: now,
    away: null,
    lastWriter: null,
    missedBy: [],
    transferredBy: null,
  };
}

type Assign = Extract<InteractionCommand, { kind: 'assign' }>;

type PutBack = Extract<InteractionCommand, { kind: 'put-back' }>;

function assign(interaction: Interaction, { agentId, agentName, ringMs }: Assign, now: number): Decision {
  // [P5] a waiting visitor who is away keeps the place and is not assigned.
  if (interaction.status !== 'waiting' || interaction.away !== null) return refuse('conflict');
  const { status: _, ...base } = interaction;
  return accept(
    {
      ...base,
      status: 'assigned',
      agentId,
      assignedAt: now,
      openedAt: null,
      ring: ringMs > 0 ? { until: now + ringMs } : null,
      visitorEnd: null,
    },
    { kind: 'agent-joined', agentName },
  );
}

/** Puts an interaction back into the queue; one that the visitor ended stays with its agent, and an away visitor's returns when they do [R14]. */
function putBack(interaction: Interaction, command: PutBack, now: number): Decision {
  const { agentId, agentName, reason } = command;
  if (interaction.status !== 'assigned' || interaction.agentId !== agentId) return refuse('conflict');
  const obstacle = obstacleInVisitor(interaction);
  if (obstacle !== null) return { ok: false, code: 'conflict', obstacle };
  if (reason === 'missed' && !hasRungOut(interaction, now)) return refuse('conflict');
  const { assignedAt: _, openedAt: __, ring: ___, visitorEnd: ____, agentId: _____, ...base } = interaction;
  const missedBy = reason === 'missed' ? [...new Set([...base.missedBy, agentId])] : base.missedBy;
  return accept(
    // Who came for a call, or was in one, waits for the next agent to answer it.
    {
      ...base,
      status: 'waiting',
      missedBy,
      call: callWhileWaiting(interaction, now),
      // [R17] As what is transferred to a department, it does not return to where it was taken from while others are there.
      ...(reason === 'supervisor' && { transferredBy: agentId }),
    },
    ...linesOfEnd(interaction, 'nobody', now),
    { kind: 'agent-left', agentName, reason },
  );
}

/** Returns the call of an interaction that goes back to wait: one transferred and not called since is still to be called, and waits for nothing. */
function callWhileWaiting({ call, channel, openedAt }: AssignedInteraction, now: number): Call | null {
  return openedAt === null && call === null ? null : callOfRequest(channel, now);
}

/** [R10] Returns whether its agent let the ring run out. */
export function hasRungOut({ ring }: AssignedInteraction, now: number): boolean {
  return ring !== null && 'until' in ring && ring.until <= now;
}

function open(interaction: Interaction, agentId: AgentId, now: number): Decision {
  if (interaction.status !== 'assigned' || interaction.agentId !== agentId) return refuse('not_found');
  // A call is opened by answering it alone; until then its row shows what is known, and rings on [S9].
  if (interaction.openedAt !== null || isCall(interaction.channel)) return accept(interaction);
  return accept({ ...interaction, openedAt: now, ring: null, transferredBy: null });
}

function cancel(interaction: Interaction, now: number, reason: VisitorEndReason = 'visitor-ended'): Decision {
  if (interaction.status === 'abandoned') return accept(interaction);
  if (interaction.status !== 'waiting') return refuse('conflict');
  return accept({ ...interaction, status: 'abandoned', away: null, call: null, endedAt: now, reason });
}

function visitorEnd(interaction: Interaction, now: number): Decision {
  switch (interaction.status) {
    case 'waiting':
      return cancel(interaction, now);
    case 'assigned':
      return interaction.visitorEnd === null
        ? endVisitorSide(interaction, 'visitor-ended', now)
        : accept(interaction);
    case 'ended':
    case 'abandoned':
      return accept(interaction);
    default:
      return assertNever(interaction);
  }
}

function block(interaction: Interaction, now: number): Decision {
  if (interaction.status === 'waiting') return cancel(interaction, now, 'visitor-blocked');
  if (!isLive(interaction)) return accept(interaction);
  return endVisitorSide(interaction, 'visitor-blocked', now);
}

const HUNG_UP_BY = {
  'visitor-ended': 'visitor',
  'visitor-gone': 'nobody',
  'visitor-blocked': 'agent',
} as const;

function endVisitorSide(interaction: AssignedInteraction, reason: VisitorEndReason, at: number): Decision {
  // Ending during a call hangs up [M5].
  return accept(
    { ...interaction, away: null, ring: null, call: null, visitorEnd: { at, reason } },
    ...linesOfEnd(interaction, HUNG_UP_BY[reason], at),
    { kind: 'visitor-ended', reason },
  );
}

function agentEnd(interaction: Interaction, agentId: AgentId, now: number): Decision {
  if (interaction.status === 'ended' && interaction.agentId === agentId) return accept(interaction);
  if (interaction.status !== 'assigned' || interaction.agentId !== agentId) return refuse('not_found');
  return close(interaction, 'agent', now);
}

function supervisorEnd(interaction: Interaction, now: number): Decision {
  if (interaction.status === 'waiting') return refuse('conflict');
  return interaction.status === 'assigned' ? close(interaction, 'supervisor', now) : accept(interaction);
}

function close(interaction: AssignedInteraction, closedBy: Closer, now: number): Decision {
  const { assignedAt: _, openedAt: __, ring: ___, ...base } = interaction;
  return accept(
    { ...base, status: 'ended', away: null, call: null, endedAt: now, closedBy },
    ...linesOfEnd(interaction, 'agent', now),
    { kind: 'agent-ended' },
  );
}

function leave(interaction: Interaction, persistenceMs: number, now: number): Decision {
  if (!isLive(interaction)) return refuse('conflict');
  if (interaction.away !== null) return accept(interaction);
  const away = { since: now, until: now + persistenceMs };
  if (interaction.status === 'waiting') return accept({ ...interaction, away });
  const { ring } = interaction;
  const isRinging = ring !== null && 'until' in ring;
  return accept({
    ...interaction,
    away,
    ring: isRinging ? { leftMs: Math.max(0, ring.until - now) } : ring,
  });
}

function comeBack(interaction: Interaction, now: number): Decision {
  if (!isLive(interaction)) return refuse('conflict');
  if (interaction.away === null) return accept(interaction);
  if (interaction.status === 'waiting') return accept({ ...interaction, away: null });
  const { ring } = interaction;
  const isResting = ring !== null && 'leftMs' in ring;
  return accept({ ...interaction, away: null, ring: isResting ? { until: now + ring.leftMs } : ring });
}

function expire(interaction: Interaction, now: number): Decision {
  if (!isLive(interaction) || interaction.away === null || interaction.away.until > now)
    return refuse('conflict');
  if (interaction.status === 'waiting') return cancel(interaction, now, 'visitor-gone');
  return endVisitorSide(interaction, 'visitor-gone', now);
}
