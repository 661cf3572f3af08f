import type { FieldValues } from '../../../../protocol/interactions/people';
import type { AgentId, CustomFieldId, InteractionId, TagId } from '../../../../protocol/schemas/ids';
import type {
  CannedResponse,
  CannedResponseDraft,
  CustomField,
  CustomFieldDraft,
  Note,
  Tag,
  TagDraft,
  Tools,
} from '../../../../protocol/tools/tools';
import type { Transactions } from '../transactions';
import type { LabelTx } from './label-rows';
import type { NoteTx } from './note-rows';
import { setField } from './set-field';
import { addTag, removeTag } from './tag';
import { writeNote } from './write-note';
import type { Clock } from '../clock';
import type { InteractionStore } from '../interactions/ports';
import type { Outcome } from '../outcome';
import type { ConnectionId, Publisher } from '../interactions/publisher';

/** Reads a list outside a transaction. */
export interface CollectionReader<Entity> {
  all(): Promise<Entity[]>;
  find(id: number): Promise<Entity | null>;
}

/** A list that admins keep, each entry with a version of its own. */
export interface Collection<
  Entity extends { readonly id: number; readonly version: number },
  Draft,
> extends CollectionReader<Entity> {
  /** `conflict`: its name is taken. `too_large`: there are as many as there may be. */
  create(draft: Draft): Promise<Outcome<Entity>>;
  /** `conflict`: its name is taken, or somebody else changed it since `version` was read. */
  update(id: number, update: Draft & { readonly version: number }): Promise<Outcome<Entity>>;
  /** Deletes an entry; resolves to it. `conflict`: it is in use. */
  remove(id: number): Promise<Outcome<Entity>>;
}

export type TagStore = Collection<Tag, TagDraft>;
export type CannedResponseStore = Collection<CannedResponse, CannedResponseDraft>;
export interface CustomFieldStore extends Collection<CustomField, CustomFieldDraft> {
  /** Orders the fields; those not named keep their order behind them. */
  order(ids: readonly CustomFieldId[]): Promise<void>;
}

/** Lists that admins keep for agents. */
export interface ToolLists {
  readonly tags: TagStore;
  readonly cannedResponses: CannedResponseStore;
  readonly fields: CustomFieldStore;
}

export interface NewNote {
  readonly interactionId: InteractionId;
  readonly clientNoteId: string;
  readonly agentId: AgentId;
  readonly agentName: string;
  readonly body: string;
}

/** Reads notes outside a transaction. */
export interface NoteReader {
  /** Lists an interaction's notes, by time. */
  of(interactionId: InteractionId): Promise<Note[]>;
}

export interface ToolPublisher {
  /** Notifies all agents of changed lists. */
  toolsChanged(tools: Tools): void;
  /** Notifies the tabs of the agent who wrote a note, except for the one that is acknowledged. */
  noteWritten(note: Note, from: ConnectionId): void;
}

export interface ToolPorts {
  readonly clock: Clock;
  readonly lists: ToolLists;
  readonly database: Transactions<LabelTx & NoteTx>;
  readonly notes: NoteReader;
  readonly interactions: Pick<InteractionStore, 'find'>;
  readonly publisher: Pick<Publisher, 'visitorChanged'> & ToolPublisher;
}

/** Canned responses, notes, tags and custom fields. Every change of a list is sent to all agents. */
export interface AgentTools extends ToolLists {
  all(): Promise<Tools>;
  writeNote(note: NewNote, from: ConnectionId): Promise<Outcome<Note>>;
  notesOf: NoteReader['of'];
  tag(id: InteractionId, agentId: AgentId, tagId: TagId): Promise<Outcome<TagId[]>>;
  untag(id: InteractionId, agentId: AgentId, tagId: TagId): Promise<Outcome<TagId[]>>;
  setField(
    id: InteractionId,
    agentId: AgentId,
    fieldId: CustomFieldId,
    value: string,
  ): Promise<Outcome<FieldValues>>;
}

export function createAgentTools(ports: ToolPorts): AgentTools {
  const { clock, database, interactions, notes, publisher } = ports;
  const { cannedResponses, fields, tags } = ports.lists;
  const all = async (): Promise<Tools> => ({
    cannedResponses: await cannedResponses.all(),
    tags: await tags.all(),
    fields: (await fields.all()).filter(({ isArchived }) => !isArchived),
  });
  const announce = async (): Promise<void> => publisher.toolsChanged(await all());
  /** The other tabs of its agent see the interaction as it is now. */
  const telling = async <Data>(id: InteractionId, outcome: Outcome<Data>): Promise<Outcome<Data>> => {
    const stored = outcome.ok ? await interactions.find(id) : null;
    if (stored !== null) publisher.visitorChanged(stored);
    return outcome;
  };
  return {
    all,
    writeNote: async (note, from) => {
      const outcome = await database.transact((tx) => writeNote(tx, note, clock.now()));
      if (!outcome.ok) return outcome;
      if (outcome.data.isNew) publisher.noteWritten(outcome.data.note, from);
      return { ok: true, data: outcome.data.note };
    },
    notesOf: notes.of,
    tag: async (id, agentId, tagId) =>
      telling(id, await database.transact((tx) => addTag(tx, id, agentId, tagId, clock.now()))),
    untag: async (id, agentId, tagId) =>
      telling(id, await database.transact((tx) => removeTag(tx, id, agentId, tagId))),
    setField: async (id, agentId, fieldId, value) =>
      telling(id, await database.transact((tx) => setField(tx, id, agentId, fieldId, value))),
    tags: announcing(tags, announce),
    cannedResponses: announcing(cannedResponses, announce),
    fields: {
      ...announcing(fields, announce),
      order: async (ids) => {
        await fields.order(ids);
        await announce();
      },
    },
  };
}

function announcing<Entity extends { readonly id: number; readonly version: number }, Draft>(
  collection: Collection<Entity, Draft>,
  announce: () => Promise<void>,
): Collection<Entity, Draft> {
  const told = async (outcome: Outcome<Entity>): Promise<Outcome<Entity>> => {
    if (outcome.ok) await announce();
    return outcome;
  };
  return {
    all: collection.all,
    find: collection.find,
    create: async (draft) => told(await collection.create(draft)),
    update: async (id, update) => told(await collection.update(id, update)),
    remove: async (id) => told(await collection.remove(id)),
  };
}
