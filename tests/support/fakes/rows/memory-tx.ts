import type { AgentId, InteractionId, NoteId } from '../../../../plugins/attendance/protocol/schemas/ids';
import type { Database, Tx } from '../../../../plugins/attendance/server/src/application/database/tx';
import type {
  InteractionHead,
  InteractionRows,
} from '../../../../plugins/attendance/server/src/application/interactions/rows';
import type { MessageRows } from '../../../../plugins/attendance/server/src/application/messages/rows';
import type { StoredInteraction } from '../../../../plugins/attendance/server/src/application/interactions/stored-interaction';
import type { Steps } from '../../../../plugins/attendance/server/src/application/steps';
import { isLive } from '../../../../plugins/attendance/server/src/domain/interactions/interaction-state';
import { nextId, toStored, type InteractionRecord, type MemoryDatabase } from '../memory-database';
import { agentRows } from './memory-agent-rows';
import { attachmentRows } from './memory-attachment-rows';
import { deadlineRows } from './memory-deadline-rows';
import { departmentRows } from './memory-department-rows';
import { listRows } from './memory-lists';
import { offlineMessageRows } from './memory-offline-message-rows';
import { presenceRows } from './memory-presence-rows';
import { reportRows } from './memory-report-rows';
import { tokenRows } from './memory-token-rows';
import { blockRows, visitorRows } from './memory-visitor-rows';

/**
 * Returns transactions on rows in memory, each run at once. Rows written by a work that throws stay: no rule relies on
 * a rollback.
 */
export function memoryTransactions(database: MemoryDatabase): Database {
  const tx = createMemoryTx(database);
  return {
    transact: (work) => new Promise((resolve) => resolve(runInMemory(work(tx)))),
  };
}

/** Runs a script on rows in memory, and returns its result. */
export function runInMemory<Result>(steps: Steps<Result>): Result {
  const { done, value } = steps.next();
  if (done !== true) throw new Error('nothing waits in memory');
  return value;
}

/* oxlint-disable require-yield -- nothing waits in memory */

/** Returns the tables as the application's transactions see them, without a rule. */
function createMemoryTx(database: MemoryDatabase): Tx {
  const { assignments, callAttempts, fieldValues, lists, notes, tags } = database;
  return {
    interactions: interactionRows(database),
    messages: messageRows(database),
    slots: {
      *heldBy(agentId) {
        return database.slots.filter((slot) => slot.agentId === agentId);
      },
      *take(agentId, interactionId, slots) {
        database.slots.push(...slots.map((slot) => ({ agentId, slot, interactionId })));
      },
      *free(id, slots) {
        database.slots = database.slots.filter(
          ({ interactionId, slot }) => interactionId !== id || (slots !== undefined && !slots.includes(slot)),
        );
      },
    },
    assignments: {
      *begin(interactionId, agentId, assignedAt) {
        const open = { openedAt: null, releasedAt: null, outcome: 'held' };
        assignments.push({ interactionId, agentId, assignedAt, ...open });
      },
      *setOpened(id, agentId, openedAt) {
        const held = heldAssignment(database, id, agentId);
        if (held !== undefined) held.openedAt = openedAt;
      },
      *end(id, agentId, outcome, releasedAt) {
        const held = heldAssignment(database, id, agentId);
        if (held !== undefined) Object.assign(held, { outcome, releasedAt });
      },
    },
    callAttempts: {
      *begin({ interactionId, room, startedAt }) {
        callAttempts.push({ interactionId, room, startedAt, endedAt: null });
      },
      *end(room, _by, endedAt) {
        const attempt = callAttempts.find((one) => one.room === room);
        if (attempt !== undefined) attempt.endedAt = endedAt;
      },
    },
    reports: reportRows(database),
    attachments: attachmentRows(database),
    notes: {
      *find(id, agentId, clientNoteId) {
        return (
          notes.find(
            (one) => one.interactionId === id && one.agentId === agentId && one.clientNoteId === clientNoteId,
          ) ?? null
        );
      },
      *insert(note) {
        const id = (notes.length + 1) as NoteId;
        notes.push({ ...note, id });
        return id;
      },
    },
    tags: {
      *isArchived(id) {
        return database.archivedTags.get(id) ?? null;
      },
      *of(id) {
        return tags
          .filter(({ interactionId }) => interactionId === id)
          .map(({ tagId }) => tagId)
          .sort((one, other) => one - other);
      },
      *add(interactionId, tagId) {
        tags.push({ interactionId, tagId });
      },
      *remove(id, tagId) {
        const index = tags.findIndex((one) => one.interactionId === id && one.tagId === tagId);
        if (index >= 0) tags.splice(index, 1);
      },
    },
    fields: {
      *subjectOf(id) {
        return database.fieldSubjects.get(id) ?? null;
      },
      *ofInteraction(id) {
        return fieldValues.get(`interaction ${id}`) ?? {};
      },
      *ofVisitor(id) {
        return fieldValues.get(`visitor ${id}`) ?? {};
      },
      *setOfInteraction(id, values) {
        fieldValues.set(`interaction ${id}`, values);
      },
      *setOfVisitor(id, values) {
        fieldValues.set(`visitor ${id}`, values);
      },
    },
    agents: agentRows(database),
    presence: presenceRows(database),
    departments: departmentRows(database),
    visitors: visitorRows(database),
    terms: {
      *replace(id, terms) {
        database.terms.set(id, terms);
      },
    },
    tokens: tokenRows(database),
    blocks: blockRows(database),
    audit: {
      *insert(record, at) {
        database.audit.push({ record, at });
      },
    },
    deadlines: deadlineRows(database),
    offlineMessages: offlineMessageRows(database),
    lists: {
      tags: listRows(lists.tags, ({ name }) => name.toLowerCase()),
      cannedResponses: listRows(lists.cannedResponses, ({ shortcut }) => shortcut),
      fields: listRows(lists.fields, null),
    },
  };
}

function heldAssignment({ assignments }: MemoryDatabase, id: InteractionId, agentId: AgentId) {
  return assignments.find(
    (one) => one.interactionId === id && one.agentId === agentId && one.outcome === 'held',
  );
}

function interactionRows(database: MemoryDatabase): InteractionRows {
  const { interactions } = database;
  const find = (id: InteractionId): InteractionRecord => {
    const record = interactions.get(id);
    if (record === undefined) throw new Error(`there is no interaction ${id}`);
    return record;
  };
  function* read(id: InteractionId): Steps<StoredInteraction | null> {
    const record = interactions.get(id);
    return record === undefined ? null : toStored(database, record);
  }
  return {
    lock: read,
    *lockHead(id) {
      const record = interactions.get(id);
      return record === undefined ? null : toHead(record);
    },
    *get(id) {
      return toStored(database, find(id));
    },
    *findLive(siteId, visitorId) {
      const record = [...interactions.values()].find(
        ({ interaction: one }) => isLive(one) && one.siteId === siteId && one.visitorId === visitorId,
      );
      return record === undefined ? null : toStored(database, record);
    },
    *lockLiveAndHere() {
      return [...interactions.values()].filter(
        ({ interaction }) => isLive(interaction) && interaction.away === null,
      );
    },
    *insert(begun, { answers = [], captured, consent = null }) {
      const id = nextId(interactions);
      const nothing = { delivered: 0, read: 0 };
      interactions.set(id, {
        interaction: { ...begun, id },
        revision: 1,
        pendingSince: null,
        receipts: { visitor: nothing, agent: nothing },
        captured,
        answers,
        consent,
        assignedAt: null,
        visitorEndedAt: null,
        closing: null,
        protocolNumber: '',
        messages: [],
      });
      return id;
    },
    *setProtocolNumber(id, protocolNumber) {
      find(id).protocolNumber = protocolNumber;
    },
    *update(id, { captured, closing, interaction, receipts, revision }) {
      const record = find(id);
      record.revision = revision ?? record.revision;
      record.captured = captured ?? record.captured;
      record.closing = closing ?? record.closing;
      record.receipts = receipts ?? record.receipts;
      if (interaction === undefined) return;
      record.interaction = interaction;
      if (interaction.status === 'waiting') record.assignedAt = null;
      if (interaction.status !== 'assigned') return;
      record.assignedAt = interaction.assignedAt;
      record.visitorEndedAt = interaction.visitorEnd?.at ?? null;
    },
    *setAway(id, interaction, revision) {
      Object.assign(find(id), { interaction, revision });
    },
    *advance(id, { lastWriter, pendingSince }) {
      const record = find(id);
      record.interaction = { ...record.interaction, lastWriter };
      record.pendingSince = pendingSince;
      record.revision += 1;
    },
    // Only the guards of a real database need these.
    *vacate() {},
    *setTakesWholeAgent() {},
    // Fields are kept as they are: nobody reads those at the end in memory.
    *keepVisitorFields() {},
  };
}

function toHead({ interaction, messages, pendingSince }: InteractionRecord): InteractionHead {
  return {
    visitorId: interaction.visitorId,
    agentId: 'agentId' in interaction ? interaction.agentId : null,
    status: interaction.status,
    hasVisitorEnded: 'visitorEnd' in interaction && interaction.visitorEnd !== null,
    lastSequence: messages.length,
    pendingSince,
  };
}

function messageRows({ interactions }: MemoryDatabase): MessageRows {
  const messagesOf = (id: InteractionId) => interactions.get(id)?.messages ?? [];
  const find: MessageRows['find'] = function* (id, side, clientMessageId) {
    const same = messagesOf(id).find((one) => one.side === side && one.clientMessageId === clientMessageId);
    return same === undefined || same.side === 'system' ? null : same;
  };
  return {
    find,
    *insert(id, message) {
      if ((yield* find(id, message.side, message.clientMessageId)) !== null) return false;
      messagesOf(id).push(message);
      return true;
    },
    *insertLines(id, lines) {
      messagesOf(id).push(...lines);
    },
  };
}
