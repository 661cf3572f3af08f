import type { AgentId, InteractionId, SiteId, VisitorId, DepartmentId } from '../../../protocol/ids';
import type { Channel, Side, SystemLine, VisitorEndReason } from '../../../protocol/entities';
import type { ErrorCode } from '../../../protocol/errors';

interface InteractionBase {
  readonly id: InteractionId;
  readonly siteId: SiteId;
  readonly visitorId: VisitorId;
  readonly departmentId: DepartmentId | null;
  readonly channel: Channel;
  /** The visitor's request; set once, survives return and transfer [R7]. */
  readonly waitingSince: number;
  /** The visitor has no connection since then, and until then may come back [P1]. */
  readonly away: { readonly since: number; readonly until: number } | null;
  readonly lastWriter: Side | null;
}

export interface WaitingInteraction extends InteractionBase {
  readonly status: 'waiting';
}

export interface AssignedInteraction extends InteractionBase {
  readonly status: 'assigned';
  readonly agentId: AgentId;
  readonly assignedAt: number;
  /** When this assignment was opened [S2, S9]. */
  readonly openedAt: number | null;
  /** That the visitor ended it is a fact on an assigned interaction, not a state. */
  readonly visitorEnd: { readonly at: number; readonly reason: VisitorEndReason } | null;
}

export interface EndedInteraction extends InteractionBase {
  readonly status: 'ended';
  readonly agentId: AgentId;
  readonly endedAt: number;
}

export interface AbandonedInteraction extends InteractionBase {
  readonly status: 'abandoned';
  readonly endedAt: number;
}

/** One contact of a visitor, from request to end. Each status carries only its own fields. */
export type Interaction = WaitingInteraction | AssignedInteraction | EndedInteraction | AbandonedInteraction;

export type InteractionCommand =
  | { readonly kind: 'assign'; readonly agentId: AgentId; readonly agentName: string }
  | { readonly kind: 'open'; readonly agentId: AgentId }
  | { readonly kind: 'cancel' }
  | { readonly kind: 'visitor-end' }
  | { readonly kind: 'agent-end'; readonly agentId: AgentId }
  | { readonly kind: 'leave'; readonly persistenceMs: number }
  | { readonly kind: 'return' }
  | { readonly kind: 'expire' };

export type Decision =
  | { readonly ok: true; readonly interaction: Interaction; readonly lines: readonly SystemLine[] }
  | { readonly ok: false; readonly code: ErrorCode };

/**
 * What a command makes of an interaction at `now`: the interaction after it, and the system lines to write.
 * A command that has already had its effect changes nothing and is accepted (K7: each transition happens once).
 */
export function decide(interaction: Interaction, command: InteractionCommand, now: number): Decision {
  switch (command.kind) {
    case 'assign':
      return assign(interaction, command.agentId, command.agentName, now);
    case 'open':
      return open(interaction, command.agentId, now);
    case 'cancel':
      return cancel(interaction, now);
    case 'visitor-end':
      return visitorEnd(interaction, now);
    case 'agent-end':
      return agentEnd(interaction, command.agentId, now);
    case 'leave':
      return leave(interaction, command.persistenceMs, now);
    case 'return':
      return comeBack(interaction);
    case 'expire':
      return expire(interaction, now);
    default:
      return assertNever(command);
  }
}

/** Whether the visitor's side goes on: they may write, be away and come back. */
export function isLive(interaction: Interaction): interaction is WaitingInteraction | AssignedInteraction {
  if (interaction.status === 'waiting') return true;
  return interaction.status === 'assigned' && interaction.visitorEnd === null;
}

function assign(interaction: Interaction, agentId: AgentId, agentName: string, now: number): Decision {
  // [P5] a waiting visitor who is away keeps the place and is not assigned.
  if (interaction.status !== 'waiting' || interaction.away !== null) return refuse('conflict');
  const { status: _, ...base } = interaction;
  return accept(
    { ...base, status: 'assigned', agentId, assignedAt: now, openedAt: null, visitorEnd: null },
    { kind: 'agent-joined', agentName },
  );
}

function open(interaction: Interaction, agentId: AgentId, now: number): Decision {
  if (interaction.status !== 'assigned' || interaction.agentId !== agentId) return refuse('not_found');
  if (interaction.openedAt !== null) return accept(interaction);
  return accept({ ...interaction, openedAt: now });
}

function cancel(interaction: Interaction, now: number): Decision {
  if (interaction.status === 'abandoned') return accept(interaction);
  if (interaction.status !== 'waiting') return refuse('conflict');
  return accept({ ...interaction, status: 'abandoned', away: null, endedAt: now });
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

function endVisitorSide(interaction: AssignedInteraction, reason: VisitorEndReason, at: number): Decision {
  return accept(
    { ...interaction, away: null, visitorEnd: { at, reason } },
    { kind: 'visitor-ended', reason },
  );
}

function agentEnd(interaction: Interaction, agentId: AgentId, now: number): Decision {
  if (interaction.status === 'ended' && interaction.agentId === agentId) return accept(interaction);
  if (interaction.status !== 'assigned' || interaction.agentId !== agentId) return refuse('not_found');
  const { assignedAt: _, openedAt: __, visitorEnd: ___, ...base } = interaction;
  return accept({ ...base, status: 'ended', away: null, endedAt: now }, { kind: 'agent-ended' });
}

function leave(interaction: Interaction, persistenceMs: number, now: number): Decision {
  if (!isLive(interaction)) return refuse('conflict');
  if (interaction.away !== null) return accept(interaction);
  return accept({ ...interaction, away: { since: now, until: now + persistenceMs } });
}

function comeBack(interaction: Interaction): Decision {
  if (!isLive(interaction)) return refuse('conflict');
  return accept({ ...interaction, away: null });
}

function expire(interaction: Interaction, now: number): Decision {
  if (!isLive(interaction) || interaction.away === null || interaction.away.until > now)
    return refuse('conflict');
  if (interaction.status === 'waiting') return cancel(interaction, now);
  return endVisitorSide(interaction, 'visitor-gone', now);
}

function accept(interaction: Interaction, ...lines: SystemLine[]): Decision {
  return { ok: true, interaction, lines };
}

function refuse(code: ErrorCode): Decision {
  return { ok: false, code };
}

/** Makes a forgotten case a compile error. */
export function assertNever(value: never): never {
  throw new Error(`unexpected case: ${JSON.stringify(value)}`);
}
