import type { SystemLine } from '../../../../protocol/messages/messages';
import type { AgentId, DepartmentId } from '../../../../protocol/schemas/ids';
import type { Channel } from '../../../../protocol/shared/choices';
import type { TransferObstacle } from '../../../../protocol/interactions/transfer';
import { linesOfEnd } from './call';
import { type Call } from './interaction-state';
import { isCall, slotsFor } from '../routing/capacity';
import { accept, refuse, type Decision } from './decision';
import type { AssignedInteraction, Interaction } from './interaction-state';

/** Target of a transfer, checked before in the same transaction. */
export type TransferTarget =
  | {
      readonly kind: 'agent';
      readonly agentId: AgentId;
      readonly name: string;
      /** The department that it is in from now on. */
      readonly departmentId: DepartmentId | null;
      /** 0 never passes it on. */
      readonly ringMs: number;
    }
  | { readonly kind: 'department'; readonly departmentId: DepartmentId; readonly name: string };

/** [R15] Its agent hands it on. */
export interface TransferCommand {
  readonly kind: 'transfer';
  readonly agentId: AgentId;
  readonly agentName: string;
  readonly to: TransferTarget;
  /** Note for the team only; empty for none. */
  readonly note: string;
}

/** The interaction goes on with somebody else, or in a queue in its old place; the call attempt ends with it. */
export function decideTransfer(interaction: Interaction, command: TransferCommand, now: number): Decision {
  const { agentId, agentName, note, to } = command;
  if (interaction.status !== 'assigned' || interaction.agentId !== agentId) return refuse('not_found');
  const obstacle = obstacleInVisitor(interaction);
  if (obstacle !== null) return { ok: false, code: 'conflict', obstacle };
  if (to.kind === 'agent' && to.agentId === agentId) return refuse('bad_request');
  const { assignedAt: _, openedAt: __, ring: ___, visitorEnd: ____, agentId: _____, ...base } = interaction;
  const lines: SystemLine[] = [
    ...linesOfTransferredCall(interaction, now),
    { kind: 'transferred', from: agentName, toKind: to.kind, to: to.name, note },
  ];
  // What others missed before counts no more: somebody has looked at it, and chosen.
  const standing = { ...base, missedBy: [], call: callAfterTransfer(interaction) };
  if (to.kind === 'department')
    return accept(
      { ...standing, status: 'waiting', departmentId: to.departmentId, transferredBy: agentId },
      ...lines,
    );
  return accept(
    {
      ...standing,
      status: 'assigned',
      departmentId: to.departmentId,
      transferredBy: null,
      agentId: to.agentId,
      assignedAt: now,
      openedAt: null,
      ring: to.ringMs > 0 ? { until: now + to.ringMs } : null,
      visitorEnd: null,
    },
    ...lines,
  );
}

/** Why nobody can be given it at all, if so: its visitor is not there to be attended. */
export function obstacleInVisitor({ away, visitorEnd }: AssignedInteraction): TransferObstacle | null {
  if (visitorEnd !== null) return 'ended';
  return away === null ? null : 'away';
}

/**
 * Returns the call after a transfer: a visitor who came for a call that was not answered still waits for it; any other is called anew, and may
 * decline.
 */
function callAfterTransfer({ call, openedAt }: AssignedInteraction): Call | null {
  return call?.state === 'ringing' && call.until === null && openedAt === null ? call : null;
}

function linesOfTransferredCall(interaction: AssignedInteraction, now: number): SystemLine[] {
  const { call } = interaction;
  if (call?.state !== 'ringing' || callAfterTransfer(interaction) !== null)
    return linesOfEnd(interaction, 'agent', now);
  const reason = call.by === 'agent' ? 'withdrawn' : 'declined';
  return [{ kind: 'call-unanswered', medium: call.medium, by: call.by, reason }];
}

/** Agent who may be a transfer's target, as far as the rules need them. */
export interface TransferCandidate {
  /** Online, and connected. */
  readonly isAttending: boolean;
  readonly channels: readonly Channel[];
  readonly capacity: number;
  readonly heldSlots: readonly number[];
  /** Kept for a call that waits [R8]. */
  readonly isReserved: boolean;
}

/** Why this agent cannot be given it now, or null when they can [R1, R2, R3, R4, R8, R15]. */
export function obstacleAtAgent(candidate: TransferCandidate, channel: Channel): TransferObstacle | null {
  if (!candidate.isAttending) return 'offline';
  if (!candidate.channels.includes(channel)) return 'channel';
  if (candidate.isReserved) return 'reserved';
  if (slotsFor(channel, candidate.heldSlots, candidate.capacity) !== null) return null;
  return isCall(channel) ? 'busy' : 'full';
}

/** Why nobody of a department could ever take it, or null when somebody might. */
export function obstacleAtDepartment(
  members: readonly Pick<TransferCandidate, 'isAttending' | 'channels'>[],
  channel: Channel,
): TransferObstacle | null {
  const attending = members.filter(({ isAttending }) => isAttending);
  if (attending.length === 0) return 'offline';
  return attending.some(({ channels }) => channels.includes(channel)) ? null : 'channel';
}

/** An agent attends what is of no department or of their own [R1]: given more, it is in theirs, or in none. */
export function departmentAfter(
  present: DepartmentId | null,
  theirs: readonly DepartmentId[],
): DepartmentId | null {
  if (present === null || theirs.includes(present)) return present;
  const [only, ...others] = theirs;
  return only !== undefined && others.length === 0 ? only : null;
}
