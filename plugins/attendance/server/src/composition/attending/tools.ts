import { LIMITS } from '../../../../protocol/shared/limits';
import type { SqlReader } from '../../adapters/database/sql';
import { createCollectionReader } from '../../adapters/tools/collection-table';
import { migrateClosingTags } from '../../adapters/tools/migrate-closing-tags';
import { createNoteReader } from '../../adapters/tools/note-reader';
import { CANNED_RESPONSES, CUSTOM_FIELDS, TAGS } from '../../adapters/tools/tool-lists';
import type { Database } from '../../application/database/tx';
import type { Publisher } from '../../application/interactions/publisher';
import { createCollection, putInOrder } from '../../application/tools/collection';
import type { AgentTools, ToolLists, ToolPorts } from '../../application/tools/tools';
import { createAgentTools } from '../../application/tools/tools';
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

/** Assembles the tools of agents; older installs' reasons for ending become tags at the first start. */
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
