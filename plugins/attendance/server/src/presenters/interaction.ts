import type { Call as CallView } from '../../../protocol/calls/calls';
import type { Queue } from '../../../protocol/wire/agent-events';
import type {
  AgentInteraction,
  QueueEntry,
  QueuePlace,
  VisitorInteraction,
} from '../../../protocol/interactions/interactions';
import type { AgentId } from '../../../protocol/schemas/ids';
import type { SeenPresence } from '../application/attending/agent-absence';
import type { StoredInteraction } from '../application/interactions/stored-interaction';
import type { AssignedInteraction, Call, WaitingInteraction } from '../domain/interactions/interaction-state';
import type { SupervisedInteraction } from '../../../protocol/supervision/supervision-events';

/** Returns the interaction as its agent sees it; null while nobody holds it. The IP address needs a permission of its own [X1]. */
export function toAgentInteraction(stored: StoredInteraction, canSeeIp: boolean): AgentInteraction | null {
  const { interaction } = stored;
  if (interaction.status !== 'assigned') return null;
  return {
    ...toOpenView(stored, interaction, canSeeIp),
    ...toHeldView(interaction),
    agentId: interaction.agentId,
    assignedAt: interaction.assignedAt,
  };
}

const HELD_BY_NOBODY = {
  openedAt: null,
  ringUntil: null,
  ringLeftMs: null,
  visitorEndedAt: null,
  visitorEndReason: null,
};

/** Returns a live interaction as a supervisor reads it, one that waits too [R17]; null once it is over. */
export function toSupervisedInteraction(
  stored: StoredInteraction,
  canSeeIp: boolean,
): SupervisedInteraction | null {
  const { agentName, interaction } = stored;
  const { status } = interaction;
  if (status === 'ended' || status === 'abandoned') return null;
  const view = toOpenView(stored, interaction, canSeeIp);
  if (status === 'waiting')
    return { ...view, ...HELD_BY_NOBODY, status, agentId: null, agentName: '', assignedAt: null };
  const { agentId, assignedAt } = interaction;
  return { ...view, ...toHeldView(interaction), status, agentId, agentName, assignedAt };
}

function toHeldView({ openedAt, ring, visitorEnd }: AssignedInteraction) {
  return {
    openedAt,
    ringUntil: ring !== null && 'until' in ring ? ring.until : null,
    ringLeftMs: ring !== null && 'leftMs' in ring ? ring.leftMs : null,
    visitorEndedAt: visitorEnd?.at ?? null,
    visitorEndReason: visitorEnd?.reason ?? null,
  };
}

/** What is to be seen of an interaction whether or not somebody holds it. */
function toOpenView(
  stored: StoredInteraction,
  interaction: WaitingInteraction | AssignedInteraction,
  canSeeIp: boolean,
) {
  return {
    id: interaction.id,
    revision: stored.revision,
    protocolNumber: stored.protocolNumber,
    siteId: interaction.siteId,
    siteName: stored.siteName,
    channel: interaction.channel,
    beganAs: interaction.beganAs,
    call: toCallView(interaction.call),
    callCount: interaction.callCount,
    department: stored.department,
    visitor: stored.visitor,
    waitingSince: interaction.waitingSince,
    awaySince: interaction.away?.since ?? null,
    awayUntil: interaction.away?.until ?? null,
    lastWriter: interaction.lastWriter,
    lastSequence: stored.lastSequence,
    lastPreview: stored.lastPreview,
    pendingSince: stored.pendingSince,
    unreadCount: stored.unreadCount,
    receipts: stored.receipts,
    captured: canSeeIp ? stored.captured : { ...stored.captured, ip: '' },
    tagIds: [...stored.tagIds],
    fieldValues: { ...stored.fieldValues },
    answers: [...stored.answers],
    consent: stored.consent,
    rating: stored.rating,
  };
}

const ENDED_BY = {
  'visitor-ended': 'visitor',
  'visitor-gone': 'nobody',
  'visitor-blocked': 'agent',
} as const;

/** Returns the interaction as its visitor sees it: of the other side a public name and photo only. */
export function toVisitorInteraction(
  stored: StoredInteraction,
  place: QueuePlace | null,
  presenceOf: (id: AgentId) => SeenPresence,
): VisitorInteraction {
  const { interaction } = stored;
  const base = {
    id: interaction.id,
    revision: stored.revision,
    protocolNumber: stored.protocolNumber,
    channel: interaction.channel,
    call: toCallView(interaction.call),
    waitingSince: interaction.waitingSince,
    lastSequence: stored.lastSequence,
    receipts: stored.receipts,
  };
  switch (interaction.status) {
    case 'waiting':
      return { ...base, status: 'waiting', place };
    case 'assigned':
    case 'ended': {
      const photo = stored.agentPhoto === '' ? {} : { photo: stored.agentPhoto };
      const agent = { id: interaction.agentId, name: stored.agentName, ...photo };
      // Whichever end came first: what the agent finishes afterwards is not the visitor's concern.
      if (interaction.visitorEnd !== null) {
        const { at: endedAt, reason } = interaction.visitorEnd;
        const endedBy = ENDED_BY[reason];
        return { ...base, status: 'ended', endedAt, endedBy, agent };
      }
      return interaction.status === 'assigned'
        ? { ...base, status: 'assigned', agent: { ...agent, ...presenceOf(interaction.agentId) } }
        : { ...base, status: 'ended', endedAt: interaction.endedAt, endedBy: 'agent', agent };
    }
    case 'abandoned':
      return {
        ...base,
        status: 'ended',
        endedAt: interaction.endedAt,
        endedBy: ENDED_BY[interaction.reason],
        agent: null,
      };
  }
}

/** Room and provider are for who joins, in a ticket of their own. */
export function toCallView(call: Call | null): CallView | null {
  if (call === null) return null;
  const { medium } = call;
  return call.state === 'ringing'
    ? { state: 'ringing', by: call.by, medium, until: call.until }
    : { state: 'connected', attempt: call.attempt, medium, startedAt: call.since };
}

const QUEUE_ENTRIES_MAX = 50;

/** Returns the queue as all agents see it. */
export function toQueue(waiting: readonly StoredInteraction[]): Queue {
  return { count: waiting.length, entries: waiting.slice(0, QUEUE_ENTRIES_MAX).map(toQueueEntry) };
}

function toQueueEntry({ department, interaction, visitor }: StoredInteraction): QueueEntry {
  return {
    interactionId: interaction.id,
    channel: interaction.channel,
    visitorName: visitor.name,
    visitorId: visitor.id,
    department,
    waitingSince: interaction.waitingSince,
    isAway: interaction.away !== null,
  };
}
