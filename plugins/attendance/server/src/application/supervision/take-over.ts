import type { AgentId, InteractionId } from '../../../../protocol/schemas/ids';
import type { TransferObstacle } from '../../../../protocol/interactions/transfer';
import type { AssignedInteraction, WaitingInteraction } from '../../domain/interactions/interaction-state';
import { obstacleAtAgent, obstacleInVisitor } from '../../domain/interactions/transfer';
import { slotsFor } from '../../domain/routing/capacity';
import type { AgentRow } from '../agents/rows';
import { receive } from '../interactions/claim';
import type { InteractionTx } from '../interactions/rows';
import type { StoredInteraction, Transition } from '../interactions/stored-interaction';
import { transition, unchanged } from '../interactions/transition';
import type { Outcome } from '../outcome';
import type { Steps } from '../steps';

/** A supervisor who takes over, with what they hold. */
interface Receiver extends AgentRow {
  readonly heldSlots: readonly number[];
}

/**
 * Gives a live interaction to a supervisor [R17], from its agent or from the queue, in one transaction and by the rules of a transfer: they are an agent like
 * others [R16], Online and with room [R1, R2, R3]. Its department stays. Refused, nothing has changed.
 */
export function* takeOver(
  tx: InteractionTx,
  id: InteractionId,
  supervisorId: AgentId,
  now: number,
): Steps<Outcome<Transition>> {
  // An interaction before its agent, as everywhere: whoever locks in another order may wait for us, and we for them.
  const stored = yield* tx.interactions.lock(id);
  if (stored === null) return { ok: false, code: 'not_found' };
  const { interaction } = stored;
  if (interaction.status === 'ended' || interaction.status === 'abandoned') return blocked('ended');
  if (interaction.status === 'assigned' && interaction.agentId === supervisorId)
    return { ok: true, data: unchanged(stored) };
  const obstacle = obstacleIn(interaction);
  if (obstacle !== null) return blocked(obstacle);
  const agent = yield* tx.agents.lock(supervisorId);
  if (agent === null) return { ok: false, code: 'not_found' };
  const heldSlots = (yield* tx.slots.heldBy(supervisorId)).map(({ slot }) => slot);
  const receiver = { ...agent, heldSlots };
  const shortage = shortageOf(receiver, interaction);
  if (shortage !== null) return blocked(shortage);
  const outcome =
    interaction.status === 'waiting'
      ? yield* takeFromQueue(tx, interaction, receiver, now)
      : yield* takeFromAgent(tx, { ...stored, interaction }, receiver, now);
  if (!outcome.ok) return outcome;
  yield* receive(tx, outcome.data, supervisorId, now);
  if (agent.reservedFor === id) yield* tx.agents.update(supervisorId, { reservedFor: null });
  return outcome;
}

function blocked(obstacle: TransferObstacle): Outcome<never> {
  return { ok: false, code: 'conflict', obstacle };
}

function obstacleIn(interaction: WaitingInteraction | AssignedInteraction): TransferObstacle | null {
  if (interaction.status === 'assigned') return obstacleInVisitor(interaction);
  return interaction.away === null ? null : 'away';
}

/** Why the supervisor cannot be given it now, or null when they can. A call that waits and is kept for them is theirs to take [R8]. */
function shortageOf(
  { capacity, channels, heldSlots, lostAt, presence, reservedFor }: Receiver,
  { channel, id }: WaitingInteraction | AssignedInteraction,
): TransferObstacle | null {
  const isAttending = presence === 'online' && lostAt === null;
  const isReserved = reservedFor !== null && reservedFor !== id;
  return obstacleAtAgent({ isAttending, channels, capacity, heldSlots, isReserved }, channel);
}

function* takeFromQueue(
  tx: InteractionTx,
  { channel, id }: WaitingInteraction,
  { capacity, heldSlots, id: agentId, publicName: agentName, ringMs }: Receiver,
  now: number,
): Steps<Outcome<Transition>> {
  const slots = slotsFor(channel, heldSlots, capacity);
  if (slots === null) throw new Error(`agent ${agentId} has no room for what was decided`);
  yield* tx.slots.take(agentId, id, slots);
  const outcome = yield* transition(tx, id, { kind: 'assign', agentId, agentName, ringMs }, now);
  if (!outcome.ok) throw new Error(`interaction ${id} waits and was not assigned: ${outcome.code}`);
  return outcome;
}

function* takeFromAgent(
  tx: InteractionTx,
  { agentName, interaction }: Omit<StoredInteraction, 'interaction'> & { interaction: AssignedInteraction },
  { id: agentId, publicName: name, ringMs }: Receiver,
  now: number,
): Steps<Outcome<Transition>> {
  const { agentId: holder, departmentId, id } = interaction;
  const to = { kind: 'agent' as const, agentId, name, departmentId, ringMs };
  return yield* transition(tx, id, { kind: 'transfer', agentId: holder, agentName, note: '', to }, now);
}
