import type { Knex } from 'knex';

import { migrateClosingTags } from '../adapters/closing-tags';
import { createSqliteReader } from '../adapters/database/sqlite/sqlite-reader';
import { createNoteReader } from '../adapters/notes/note-reader';
import { createCannedResponseStore, createCustomFieldStore, createTagStore } from '../adapters/tool-stores';
import type { AuditSnapshots } from '../application/audit';
import type { Publisher } from '../application/publisher';
import { createAgentTools, type AgentTools, type ToolLists, type ToolPorts } from '../application/tools';
import type { Facts } from '../gateway/facts';
import { createToolPublisher } from '../gateway/publish-tools';
import type { Host } from './host';

export function openToolLists(knex: Knex): ToolLists {
  return {
    tags: createTagStore(knex),
    cannedResponses: createCannedResponseStore(knex),
    fields: createCustomFieldStore(knex),
  };
}

export interface ToolParts extends Pick<ToolPorts, 'database' | 'interactions' | 'lists'> {
  readonly facts: Facts;
  readonly publisher: Pick<Publisher, 'visitorChanged'>;
}

/** What agents have at hand; the reasons for ending of older installs are tags from the first start on. */
export async function openTools(
  { clock, knex }: Host,
  { facts, publisher, ...parts }: ToolParts,
): Promise<AgentTools> {
  await migrateClosingTags(knex);
  return createAgentTools({
    ...parts,
    clock,
    notes: createNoteReader(createSqliteReader(knex)),
    publisher: { ...createToolPublisher(facts), visitorChanged: publisher.visitorChanged },
  });
}

/** What the audit trail compares of them; of a field also where it stands. */
export function toolSnapshots({ cannedResponses, fields, tags }: ToolLists): AuditSnapshots {
  return {
    canned: async (id) => {
      const found = id === null ? null : await cannedResponses.find(id);
      return found === null ? null : { subject: `/${found.shortcut}`, values: found };
    },
    tag: async (id) => {
      const found = id === null ? null : await tags.find(id);
      return found === null ? null : { subject: found.name, values: found };
    },
    field: async (id) => {
      const order = (await fields.all()).map(nameOfField);
      if (id === null) return { subject: '', values: { order } };
      const found = await fields.find(id);
      return found === null ? null : { subject: nameOfField(found), values: { ...found, order } };
    },
  };
}

function nameOfField({ label }: { readonly label: Readonly<Record<string, string>> }): string {
  return Object.values(label).find((text) => text !== '') ?? '';
}
