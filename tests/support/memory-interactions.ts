import type { Message, SystemLine } from '../../plugins/attendance/protocol/entities';
import type { AgentId, InteractionId } from '../../plugins/attendance/protocol/ids';
import type {
  InteractionStore,
  NewInteraction,
  Outcome,
  Transition,
} from '../../plugins/attendance/server/src/application/ports';
import { callOfRequest, takesWholeAgent, type Call } from '../../plugins/attendance/server/src/domain/call';
import { SLOT_COUNT, slotsFor } from '../../plugins/attendance/server/src/domain/capacity';
import {
  decide,
  hasRungOut,
  isLive,
  type Interaction,
  type InteractionCommand,
} from '../../plugins/attendance/server/src/domain/interaction';
import type { RoutingRequest } from '../../plugins/attendance/server/src/domain/routing';
import { countMissed } from './memory-agents';
import { capacityOf, nextId, toStored, type InteractionRecord, type MemoryDatabase } from './memory-database';
import { history } from './memory-history';
import { transfer } from './memory-transfer';

const NOT_FOUND = { ok: false, code: 'not_found' } as const;
const CONFLICT = { ok: false, code: 'conflict' } as const;
const UNRELEASED = { releasedBy: null, isSentOffline: false } as const;

/** The interaction store's promises kept in memory: the reference that the real one is held to. */
export function createMemoryInteractionStore(database: MemoryDatabase): InteractionStore {
  const { interactions } = database;
  const all = (isWanted: (interaction: Interaction) => boolean): InteractionRecord[] =>
    [...interactions.values()]
      .filter(({ interaction }) => isWanted(interaction))
      .sort((left, right) => left.interaction.waitingSince - right.interaction.waitingSince);
  const stored = (record: InteractionRecord) => toStored(database, record);

  return {
    find: async (id) => {
      const record = interactions.get(id);
      return record === undefined ? null : stored(record);
    },
    findLive: async (siteId, visitorId) => {
      const [record] = all((one) => isLive(one) && one.siteId === siteId && one.visitorId === visitorId);
      return record === undefined ? null : stored(record);
    },
    heldBy: async (agentId) => all((one) => one.status === 'assigned' && one.agentId === agentId).map(stored),
    openOf: async (visitorId) =>
      all(
        (one) => one.visitorId === visitorId && (one.status === 'waiting' || one.status === 'assigned'),
      ).map(stored),
    waiting: async () => all(({ status }) => status === 'waiting').map(stored),
    routingRequests: async () =>
      all(({ status }) => status === 'waiting').map(({ interaction }) => toRequest(database, interaction)),
    overdue: async (now) =>
      all((one) => isLive(one) && one.away !== null && one.away.until <= now).map(
        ({ interaction }) => interaction.id,
      ),
    unansweredCalls: async (now) =>
      all(({ call, status }) => status === 'assigned' && call?.state === 'ringing' && isOver(call, now)).map(
        ({ interaction }) => interaction.id,
      ),
    rungOut: async (now) =>
      all((one) => one.status === 'assigned' && hasRungOut(one, now)).flatMap(({ interaction }) =>
        interaction.status === 'assigned'
          ? [{ agentId: interaction.agentId, request: toRequest(database, interaction) }]
          : [],
      ),
    start: async (asked, now) => {
      const request = { ...asked, visitorId: database.merged.get(asked.visitorId) ?? asked.visitorId };
      const [live] = all(
        (one) => isLive(one) && one.siteId === request.siteId && one.visitorId === request.visitorId,
      );
      return live === undefined
        ? { stored: stored(insert(database, request, now)), isNew: true }
        : { stored: stored(live), isNew: false };
    },
    transition: async (id, command, now, closing) => {
      const outcome = transition(database, id, command, now);
      const record = interactions.get(id);
      if (record !== undefined && outcome.ok && outcome.data.hasChanged)
        record.closing = closing ?? record.closing;
      return outcome;
    },
    claim: async (id, agentId, now) => claim(database, id, agentId, now),
    transfer: async (id, request, now) =>
      transfer(database, id, request, now, (command) => transition(database, id, command, now)),
    advanceWatermark: async (id, side, mark, sequence) => {
      const record = interactions.get(id);
      if (record === undefined) return null;
      const reached = Math.min(sequence, record.messages.length);
      const { delivered, read } = record.receipts[side];
      const after = {
        delivered: Math.max(delivered, reached),
        read: mark === 'read' ? Math.max(read, reached) : read,
      };
      if (after.delivered === delivered && after.read === read) return null;
      record.receipts = { ...record.receipts, [side]: after };
      return record.receipts;
    },
    recordPage: async (id, { title, url }, now) => {
      const record = interactions.get(id);
      if (record === undefined) return NOT_FOUND;
      const { currentTitle, currentUrl } = record.captured;
      const isElsewhere = currentUrl !== url;
      if (!isLive(record.interaction) || (!isElsewhere && currentTitle === title))
        return unchanged(database, record);
      record.captured = { ...record.captured, currentUrl: url, currentTitle: title };
      return changed(database, record, isElsewhere ? [{ kind: 'page-changed', url, title }] : [], now);
    },
    wasOpenedBy: async (id, agentId) =>
      database.assignments.some(
        (one) => one.interactionId === id && one.agentId === agentId && one.openedAt !== null,
      ),
    history: async (visitorId, current, limit) => history(database, visitorId, current, limit),
    recentAssignments: async (since) =>
      [...interactions.values()]
        .flatMap(({ assignedAt }) => (assignedAt !== null && assignedAt >= since ? [assignedAt] : []))
        .sort((left, right) => left - right),
    markAllAway: async (persistenceMs, now) => {
      for (const record of all((one) => isLive(one) && one.away === null)) {
        const decision = decide(record.interaction, { kind: 'leave', persistenceMs }, now);
        if (decision.ok) record.interaction = decision.interaction;
        record.revision += 1;
      }
    },
  };
}

function toRequest({ visitors }: MemoryDatabase, interaction: Interaction): RoutingRequest {
  return {
    interactionId: interaction.id,
    visitorId: interaction.visitorId,
    channel: interaction.channel,
    departmentId: interaction.departmentId,
    waitingSince: interaction.waitingSince,
    isAway: interaction.away !== null,
    previousAgentId: visitors.get(interaction.visitorId)?.lastAgentId ?? null,
    missedBy: interaction.missedBy,
    transferredBy: interaction.transferredBy,
  };
}

function insert({ interactions }: MemoryDatabase, request: NewInteraction, now: number): InteractionRecord {
  const { answers = [], captured, consent = null, ...asked } = request;
  const id = nextId(interactions);
  const nothing = { delivered: 0, read: 0 };
  const record: InteractionRecord = {
    interaction: {
      ...asked,
      id,
      status: 'waiting',
      waitingSince: now,
      away: null,
      beganAs: request.channel,
      call: callOfRequest(request.channel, now),
      callCount: 0,
      lastWriter: null,
      missedBy: [],
      transferredBy: null,
    },
    revision: 1,
    pendingSince: null,
    receipts: { visitor: nothing, agent: nothing },
    captured,
    answers,
    consent,
    assignedAt: null,
    visitorEndedAt: null,
    closing: null,
    protocolNumber: `${new Date(now).getUTCFullYear()}-${String(id).padStart(6, '0')}`,
    messages: [],
  };
  interactions.set(id, record);
  return record;
}

function transition(
  database: MemoryDatabase,
  id: InteractionId,
  command: InteractionCommand,
  now: number,
): Outcome<Transition> {
  const record = database.interactions.get(id);
  if (record === undefined) return NOT_FOUND;
  const before = record.interaction;
  const decision = decide(before, command, now);
  if (!decision.ok) return decision;
  const after = decision.interaction;
  if (after === before) return unchanged(database, record);
  const mustEnd = takeWholeAgent(database, before, after);
  if (mustEnd > 0) return { ...CONFLICT, mustEnd };
  record.interaction = after;
  if (after.status === 'assigned') {
    record.assignedAt = after.assignedAt;
    record.visitorEndedAt = after.visitorEnd?.at ?? null;
  }
  if (after.status === 'waiting') record.assignedAt = null;
  if (before.status !== 'assigned') return changed(database, record, decision.lines, now);
  const held = database.assignments.findLast((one) => one.interactionId === id);
  const isHandedOn = after.status === 'assigned' && after.agentId !== before.agentId;
  if (after.status === 'assigned' && !isHandedOn) {
    if (held !== undefined) held.openedAt = after.openedAt;
    if (takesWholeAgent(before) && !takesWholeAgent(after)) freeExtraSlots(database, id);
    return changed(database, record, decision.lines, now);
  }
  database.slots = database.slots.filter(({ interactionId }) => interactionId !== id);
  if (held !== undefined) {
    held.releasedAt = now;
    held.outcome = outcomeOf(command);
  }
  const isMissed = command.kind === 'put-back' && command.reason === 'missed';
  const isSentOffline = isMissed && countMissed(database, before.agentId);
  return changed(database, record, decision.lines, now, { releasedBy: before.agentId, isSentOffline });
}

function outcomeOf(command: InteractionCommand): string {
  if (command.kind === 'transfer') return 'transferred';
  if (command.kind !== 'put-back') return 'ended';
  return command.reason === 'missed' ? 'missed' : 'reassigned';
}

function isOver(call: Call, now: number): boolean {
  return call.state === 'ringing' && call.until !== null && call.until <= now;
}

/** Takes the rest of its agent's slots; answers how many other interactions are in the way. */
function takeWholeAgent(database: MemoryDatabase, before: Interaction, after: Interaction): number {
  if (before.status !== 'assigned' || after.status !== 'assigned' || after.agentId !== before.agentId)
    return 0;
  if (takesWholeAgent(before) || !takesWholeAgent(after)) return 0;
  const { agentId, id } = after;
  const held = database.slots.filter((slot) => slot.agentId === agentId);
  const others = new Set(held.map(({ interactionId }) => interactionId));
  others.delete(id);
  if (others.size > 0) return others.size;
  const kept = database.slots.filter(({ interactionId }) => interactionId !== id);
  const all = Array.from({ length: SLOT_COUNT }, (_, slot) => ({ agentId, slot, interactionId: id }));
  database.slots = [...kept, ...all];
  return 0;
}

function freeExtraSlots(database: MemoryDatabase, id: InteractionId): void {
  database.slots = database.slots.filter(({ interactionId, slot }) => interactionId !== id || slot === 0);
}

function claim(
  database: MemoryDatabase,
  id: InteractionId,
  agentId: AgentId,
  now: number,
): Outcome<Transition> {
  const { agents, assignments, interactions, settings, visitors } = database;
  const agent = agents.get(agentId);
  const record = interactions.get(id);
  if (agent?.presence !== 'online' || record === undefined) return CONFLICT;
  if (agent.reservedFor !== null && agent.reservedFor !== id) return CONFLICT;
  const { channel, visitorId } = record.interaction;
  const held = database.slots.filter((slot) => slot.agentId === agentId).map(({ slot }) => slot);
  const slots = slotsFor(channel, held, capacityOf(database, agent));
  if (slots === null) return CONFLICT;
  const command = { kind: 'assign' as const, agentId, agentName: agent.publicName, ringMs: settings.ringMs };
  const outcome = transition(database, id, command, now);
  if (!outcome.ok) return CONFLICT;
  database.slots.push(...slots.map((slot) => ({ agentId, slot, interactionId: id })));
  assignments.push({
    interactionId: id,
    agentId,
    assignedAt: now,
    openedAt: null,
    releasedAt: null,
    outcome: 'held',
  });
  agent.lastAssignedAt = now;
  if (agent.reservedFor === id) agent.reservedFor = null;
  const visitor = visitors.get(visitorId);
  if (visitor !== undefined) visitor.lastAgentId = agentId;
  return outcome;
}

function unchanged(database: MemoryDatabase, record: InteractionRecord): Outcome<Transition> {
  return {
    ok: true,
    data: { ...UNRELEASED, stored: toStored(database, record), lines: [], hasChanged: false },
  };
}

function changed(
  database: MemoryDatabase,
  record: InteractionRecord,
  written: readonly SystemLine[],
  now: number,
  release: Pick<Transition, 'releasedBy' | 'isSentOffline'> = UNRELEASED,
): Outcome<Transition> {
  const first = record.messages.length + 1;
  const lines: Message[] = written.map((line, index) => ({
    side: 'system',
    sequence: first + index,
    sentAt: now,
    line,
  }));
  record.messages.push(...lines);
  record.revision += 1;
  return {
    ok: true,
    data: { ...release, stored: toStored(database, record), lines, hasChanged: true },
  };
}
