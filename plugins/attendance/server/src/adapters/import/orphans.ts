import type { Database } from 'better-sqlite3';

import { execute } from '../database/sqlite/sqlite-connection';
import { TABLE } from '../database/tables';

interface Reference {
  readonly table: string;
  readonly column: string;
  readonly to: string;
}

const INTERACTION = { column: 'interaction_id', to: TABLE.interactions } as const;
const VISITOR = { column: 'visitor_id', to: TABLE.visitors } as const;

/** References whose row is deleted when its target is missing, in an order in which each step sees the deletions before it. */
const BELONGS: readonly Reference[] = [
  { table: TABLE.visitors, column: 'site_id', to: TABLE.sites },
  { table: TABLE.interactions, column: 'site_id', to: TABLE.sites },
  { table: TABLE.interactions, ...VISITOR },
  { table: TABLE.sightings, column: 'site_id', to: TABLE.sites },
  { table: TABLE.visitorTokens, ...VISITOR },
  { table: TABLE.visitorTerms, ...VISITOR },
  { table: TABLE.blocks, ...VISITOR },
  { table: TABLE.messages, ...INTERACTION },
  { table: TABLE.assignments, ...INTERACTION },
  { table: TABLE.slots, ...INTERACTION },
  { table: TABLE.callAttempts, ...INTERACTION },
  // The row alone: the file is the other Strapi's, which has its interaction.
  { table: TABLE.attachments, ...INTERACTION },
  { table: TABLE.notes, ...INTERACTION },
  { table: TABLE.interactionTags, ...INTERACTION },
  { table: TABLE.interactionTags, column: 'tag_id', to: TABLE.tags },
  { table: TABLE.slots, column: 'agent_id', to: TABLE.agents },
];

/** References that are set to null when their target is missing: a row made later must not take the place of the one that was meant. */
const MENTIONS: readonly Reference[] = [
  { table: TABLE.sites, column: 'department_id', to: TABLE.departments },
  { table: TABLE.interactions, column: 'department_id', to: TABLE.departments },
  { table: TABLE.cannedResponses, column: 'department_id', to: TABLE.departments },
  { table: TABLE.visitors, column: 'merged_into', to: TABLE.visitors },
  { table: TABLE.agents, column: 'reserved_for', to: TABLE.interactions },
  ...[
    [TABLE.visitors, 'last_agent_id'],
    [TABLE.interactions, 'agent_id'],
    [TABLE.interactions, 'transferred_by'],
    [TABLE.messages, 'agent_id'],
    [TABLE.assignments, 'agent_id'],
    [TABLE.notes, 'agent_id'],
    [TABLE.interactionTags, 'agent_id'],
    [TABLE.blocks, 'agent_id'],
    [TABLE.offlineMessages, 'taken_by_id'],
  ].map(([table = '', column = '']) => ({ table, column, to: TABLE.agents })),
];

/**
 * Removes orphans. An export beside a running server carries tables that were read one after the other: rows of a conversation that began meanwhile,
 * without the conversation. Returns the number of removed rows.
 */
export function removeOrphans(connection: Database): number {
  const isLost = ({ column, table, to }: Reference): string =>
    `${column} IS NOT NULL AND NOT EXISTS (SELECT 1 FROM ${to} AS named WHERE named.id = ${table}.${column})`;
  let removed = 0;
  for (const each of BELONGS)
    removed += execute(connection, `DELETE FROM ${each.table} WHERE ${isLost(each)}`);
  for (const each of MENTIONS)
    execute(connection, `UPDATE ${each.table} SET ${each.column} = NULL WHERE ${isLost(each)}`);
  return removed;
}
