import type { InteractionTx } from './rows';
import type { InteractionId } from '../../../../protocol/schemas/ids';
import { decide, type InteractionCommand } from '../../domain/interactions/interaction';
import {
  isHandedOn,
  isOver,
  type AssignedInteraction,
  type Interaction,
} from '../../domain/interactions/interaction-state';
import { endOnline } from '../agents/presence';
import { afterMissed } from '../../domain/agents/agent-presence';
import type { AssignmentOutcome } from '../../domain/reports/report-record';
import type { Steps } from '../steps';
import type { ClosingDetails, StoredInteraction, Transition } from './stored-interaction';
import type { Outcome } from '../outcome';
import { followCall } from './follow-call';
import { writeReport } from '../reports/write-report';
import { moveSlots, resizeSlots } from './slots';
import { writeLines } from './write-lines';

/**
 * Decides what a command makes of an interaction, and stores it with all that follows from it: slots, lines, the assignment, the
 * call attempt, and the missed one that counts against its agent [R10].
 */
export function* transition(
  tx: InteractionTx,
  id: InteractionId,
  command: InteractionCommand,
  now: number,
  closing?: ClosingDetails,
): Steps<Outcome<Transition>> {
  const stored = yield* tx.interactions.lock(id);
  if (stored === null) return { ok: false, code: 'not_found' };
  const before = stored.interaction;
  const decision = decide(before, command, now);
  if (!decision.ok) return decision;
  const after = decision.interaction;
  if (after === before) return { ok: true, data: unchanged(stored) };

  // Slots before the row itself: the database's guards let it stand only with them.
  if (after.status === 'assigned' && isHandedOn(before, after)) yield* moveSlots(tx, after);
  const mustEnd = yield* resizeSlots(tx, before, after);
  if (mustEnd > 0) return { ok: false, code: 'conflict', mustEnd };
  const lines = yield* writeLines(tx, stored, decision.lines, now);
  yield* tx.interactions.update(id, {
    interaction: after,
    lastSequence: stored.lastSequence + lines.length,
    revision: stored.revision + 1,
    ...(closing !== undefined && { closing }),
  });
  // [A4] Reports tell what was so at the end, whatever the visitor's next interaction changes.
  if (isOver(after)) yield* tx.interactions.keepVisitorFields(id);
  yield* followCall(tx, before, decision, now);
  const release =
    before.status === 'assigned' ? yield* followAssignment(tx, before, after, command, now) : UNRELEASED;
  const written = yield* tx.interactions.get(id);
  // [D1] Once its assignment and its call have their ends.
  yield* writeReport(tx, written);
  return { ok: true, data: { ...release, stored: written, lines, hasChanged: true } };
}

type Release = Pick<Transition, 'releasedBy' | 'isSentOffline'>;

const UNRELEASED: Release = { releasedBy: null, isSentOffline: false };

/** Returns the transition of a command that had its effect before. */
export function unchanged(stored: StoredInteraction): Transition {
  return { ...UNRELEASED, stored, lines: [], hasChanged: false };
}

/** Notes what became of an assignment, frees its slots when it is over, and counts it where it was missed. */
function* followAssignment(
  tx: InteractionTx,
  before: AssignedInteraction,
  after: Interaction,
  command: InteractionCommand,
  now: number,
): Steps<Release> {
  const { agentId, id } = before;
  if (after.status === 'assigned' && !isHandedOn(before, after)) {
    if (after.openedAt !== before.openedAt) yield* tx.assignments.setOpened(id, agentId, after.openedAt);
    return UNRELEASED;
  }
  const outcome = outcomeOf(command);
  yield* tx.assignments.end(id, agentId, outcome, now);
  if (after.status !== 'assigned') yield* tx.slots.free(id);
  return {
    releasedBy: agentId,
    isSentOffline: outcome === 'missed' && (yield* countMissed(tx, before, now)),
  };
}

function outcomeOf(command: InteractionCommand): AssignmentOutcome {
  if (command.kind === 'transfer') return 'transferred';
  if (command.kind !== 'put-back') return 'ended';
  return command.reason === 'missed' ? 'missed' : 'reassigned';
}

/** Returns whether it was one too many, with which its agent is Offline. */
function* countMissed(tx: InteractionTx, { agentId }: AssignedInteraction, now: number): Steps<boolean> {
  const agent = yield* tx.agents.lock(agentId);
  if (agent === null) return false;
  const change = afterMissed(agent);
  yield* tx.agents.update(agentId, change);
  if (!('presence' in change)) return false;
  yield* endOnline(tx, agentId, 'missed', now);
  return true;
}
