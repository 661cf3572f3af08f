import { LIMITS } from '../../../../protocol/shared/limits';
import { migrateClosingTags } from '../../adapters/tools/migrate-closing-tags';
import { createNoteReader } from '../../adapters/tools/note-reader';
import { createCollectionReader } from '../../adapters/tools/collection-table';
import { CANNED_RESPONSES, CUSTOM_FIELDS, TAGS } from '../../adapters/tools/tool-lists';
import type { SqlReader } from '../../adapters/database/sql';
import type { AuditSnapshots } from '../../application/audit/audit';
import { createCollection, putInOrder } from '../../application/tools/collection';
import type { Database } from '../../application/database/tx';
import type { Publisher } from '../../application/interactions/publisher';
import {
  createAgentTools,
  type AgentTools,
  type ToolLists,
  type ToolPorts,
} from '../../application/tools/tools';
import type { Facts } from '../../gateway/connection/facts';
import { createToolPublisher } from '../../gateway/publish/publish-tools';
import type { Host } from '../host';

export function openToolLists(reader: SqlReader, database: Database): ToolLists {
  const { cannedResponsesMax, customFieldsMax, tagsMax } = LIMITS;
  return {
    tags: createCollection(database, createCollectionReader(reader, TAGS), (tx) => tx.lists.tags, tagsMax),
    cannedResponses: createCollection(
      database,
      createCollectionReader(reader, CANNED_RESPONSES),
      (tx) => tx.lists.cannedResponses,
      cannedResponsesMax,
    ),
    fields: {
      ...createCollection(
        database,
        createCollectionReader(reader, CUSTOM_FIELDS),
        (tx) => tx.lists.fields,
        customFieldsMax,
      ),
      order: (ids) => database.transact((tx) => putInOrder(tx.lists.fields, ids)),
    },
  };
}

export interface ToolParts extends Pick<ToolPorts, 'database' | 'interactions' | 'lists'> {
  readonly facts: Facts;
  readonly publisher: Pick<Publisher, 'visitorChanged'>;
}

/** What agents have at hand; the reasons for ending of older installs are tags from the first start on. */
export async function openTools(
  { clock, sql }: Host,
  { facts, publisher, ...parts }: ToolParts,
): Promise<AgentTools> {
  await migrateClosingTags(sql);
  return createAgentTools({
    ...parts,
    clock,
    notes: createNoteReader(sql),
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
