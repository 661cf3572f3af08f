import type { Knex } from 'knex';

import { LIMITS } from '../../../protocol/limits';
import { sqlOn } from '../adapters/database/sqlite/sql-on';
import { migrateClosingTags } from '../adapters/closing-tags';
import { createNoteReader } from '../adapters/notes/note-reader';
import { createCollectionReader } from '../adapters/collections/collection-table';
import { CANNED_RESPONSES, CUSTOM_FIELDS, TAGS } from '../adapters/collections/tool-lists';
import type { AuditSnapshots } from '../application/audit';
import { createCollection, putInOrder } from '../application/collections/collection';
import type { Database } from '../application/database';
import { createAgentTools, type AgentTools, type ToolLists, type ToolPorts } from '../application/tools';

export function openToolLists(knex: Knex, database: Database): ToolLists {
  const { cannedResponsesMax, customFieldsMax, tagsMax } = LIMITS;
  return {
    tags: createCollection(
      database,
      createCollectionReader(sqlOn(knex), TAGS),
      (tx) => tx.lists.tags,
      tagsMax,
    ),
    cannedResponses: createCollection(
      database,
      createCollectionReader(sqlOn(knex), CANNED_RESPONSES),
      (tx) => tx.lists.cannedResponses,
      cannedResponsesMax,
    ),
    fields: {
      ...createCollection(
        database,
        createCollectionReader(sqlOn(knex), CUSTOM_FIELDS),
        (tx) => tx.lists.fields,
        customFieldsMax,
      ),
      order: (ids) => database.transact((tx) => putInOrder(tx.lists.fields, ids)),
    },
  };
}

/** What agents have at hand; the reasons for ending of older installs are tags from the first start on. */
export async function openTools(
  knex: Knex,
  ports: Pick<ToolPorts, 'clock' | 'database' | 'interactions' | 'lists' | 'publisher'>,
): Promise<AgentTools> {
  await migrateClosingTags(sqlOn(knex));
  return createAgentTools({ ...ports, notes: createNoteReader(sqlOn(knex)) });
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
