import type { Knex } from 'knex';
import type { Database } from 'better-sqlite3';

import { LIMITS } from '../../../protocol/limits';
import type { CannedResponse, CustomField, CustomFieldDraft, Tag } from '../../../protocol/tools';
import type { CannedResponseStore, CustomFieldStore, TagStore } from '../application/tools';
import { createCollection } from './collection-store';
import { fromJson } from './interaction-rows';
import { execute, rowsIn, withSqlite } from './sqlite-connection';
import { TABLE } from './tables';

interface TagRow {
  id: number;
  version: number;
  name: string;
  colour: string;
  is_archived: number | boolean | null;
}

/** Two names that differ by capitals are the same tag. */
export function nameKeyOf(name: string): string {
  return name.normalize('NFC').toLowerCase();
}

export function createTagStore(knex: Knex): TagStore {
  return createCollection(knex, {
    table: TABLE.tags,
    most: LIMITS.tagsMax,
    orderBy: 'name_key',
    toEntity: (row: TagRow): Tag => ({
      id: row.id as Tag['id'],
      version: row.version,
      name: row.name,
      colour: row.colour,
      isArchived: Boolean(row.is_archived),
    }),
    toColumns: ({ colour, isArchived, name }) => ({
      name,
      name_key: nameKeyOf(name),
      colour: colour.toLowerCase(),
      is_archived: isArchived ? 1 : 0,
    }),
    isUsed: (connection, id) =>
      rowsIn(connection, `SELECT 1 FROM ${TABLE.interactionTags} WHERE tag_id = ? LIMIT 1`, id).length > 0,
  });
}

interface CannedResponseRow {
  id: number;
  version: number;
  shortcut: string;
  title: string;
  body: string;
  department_id: number | null;
}

export function createCannedResponseStore(knex: Knex): CannedResponseStore {
  return createCollection(knex, {
    table: TABLE.cannedResponses,
    most: LIMITS.cannedResponsesMax,
    orderBy: 'shortcut',
    toEntity: (row: CannedResponseRow): CannedResponse => ({
      id: row.id as CannedResponse['id'],
      version: row.version,
      shortcut: row.shortcut,
      title: row.title,
      body: row.body,
      departmentId: row.department_id as CannedResponse['departmentId'],
    }),
    toColumns: ({ body, departmentId, shortcut, title }) => ({
      shortcut,
      title,
      body,
      department_id: departmentId,
    }),
  });
}

interface CustomFieldRow {
  id: number;
  version: number;
  label: string | CustomField['label'];
  type: CustomField['type'];
  subject: CustomField['subject'];
  options: string | string[];
  is_archived: number | boolean | null;
}

export function createCustomFieldStore(knex: Knex): CustomFieldStore {
  const collection = createCollection(knex, {
    table: TABLE.customFields,
    most: LIMITS.customFieldsMax,
    orderBy: 'position',
    toEntity: (row: CustomFieldRow): CustomField => ({
      id: row.id as CustomField['id'],
      version: row.version,
      label: fromJson<CustomField['label']>(row.label),
      type: row.type,
      subject: row.subject,
      options: fromJson<string[]>(row.options),
      isArchived: Boolean(row.is_archived),
    }),
    toColumns: ({ isArchived, label, options, subject, type }: CustomFieldDraft) => ({
      label: JSON.stringify(label),
      type,
      subject,
      options: JSON.stringify(options),
      is_archived: isArchived ? 1 : 0,
    }),
    initial: (connection) => ({ position: nextPosition(connection) }),
    isUsed: isFieldUsed,
  });
  return {
    ...collection,
    order: (ids) =>
      withSqlite(knex, (connection) =>
        connection
          .transaction(() => {
            const known = rowsIn<{ id: number }>(
              connection,
              `SELECT id FROM ${TABLE.customFields} ORDER BY position, id`,
            ).map(({ id }) => id);
            const named = ids.filter((id) => known.includes(id));
            const rest = known.filter((id) => !(named as number[]).includes(id));
            [...new Set<number>([...named, ...rest])].forEach((id, position) =>
              execute(connection, `UPDATE ${TABLE.customFields} SET position = ? WHERE id = ?`, position, id),
            );
          })
          .immediate(),
      ),
  };
}

function nextPosition(connection: Database): number {
  const [last] = rowsIn<{ last: number | null }>(
    connection,
    `SELECT max(position) AS last FROM ${TABLE.customFields}`,
  );
  return (last?.last ?? -1) + 1;
}

/** Rarely asked, and by admins alone: these have no index. */
function isFieldUsed(connection: Database, id: number): boolean {
  const path = `$."${id}"`;
  return [
    `SELECT 1 FROM ${TABLE.visitors} WHERE json_extract(field_values, ?) IS NOT NULL LIMIT 1`,
    `SELECT 1 FROM ${TABLE.interactions} WHERE json_extract(field_values, ?) IS NOT NULL LIMIT 1`,
    `SELECT 1 FROM ${TABLE.interactions} WHERE json_extract(visitor_fields_at_end, ?) IS NOT NULL LIMIT 1`,
  ].some((sql) => rowsIn(connection, sql, path).length > 0);
}
