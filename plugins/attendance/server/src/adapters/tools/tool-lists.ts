import type {
  CannedResponse,
  CannedResponseDraft,
  CustomField,
  CustomFieldDraft,
  Tag,
  TagDraft,
} from '../../../../protocol/tools/tools';
import type { OrderedRows } from '../../application/tools/collection-rows';
import type { Tx } from '../../application/database/tx';
import type { Steps } from '../../application/steps';
import type { Columns, Sql } from '../database/sql';
import { fromJson } from '../database/columns';
import { TABLE } from '../database/tables';
import { collectionTable, type CollectionTable } from './collection-table';

interface TagRow {
  readonly id: number;
  readonly version: number;
  readonly name: string;
  readonly colour: string;
  readonly is_archived: number | boolean | null;
}

/** Two names that differ by capitals are the same tag. */
export function nameKeyOf(name: string): string {
  return name.normalize('NFC').toLowerCase();
}

const TAGGED = `SELECT 1 FROM ${TABLE.interactionTags} WHERE tag_id = ? LIMIT 1`;

export const TAGS: CollectionTable<Tag, TagDraft, TagRow> = {
  table: TABLE.tags,
  name: 'name_key',
  orderBy: 'name_key',
  toEntity: (row) => ({
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
    is_archived: isArchived,
  }),
  *isUsed(sql, id) {
    return (yield* sql.rows(TAGGED, id)).length > 0;
  },
};

interface CannedResponseRow {
  readonly id: number;
  readonly version: number;
  readonly shortcut: string;
  readonly title: string;
  readonly body: string;
  readonly department_id: number | null;
}

export const CANNED_RESPONSES: CollectionTable<CannedResponse, CannedResponseDraft, CannedResponseRow> = {
  table: TABLE.cannedResponses,
  name: 'shortcut',
  orderBy: 'shortcut',
  toEntity: (row) => ({
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
};

interface CustomFieldRow {
  readonly id: number;
  readonly version: number;
  readonly label: string | CustomField['label'];
  readonly type: CustomField['type'];
  readonly subject: CustomField['subject'];
  readonly options: string | string[];
  readonly is_archived: number | boolean | null;
}

export const CUSTOM_FIELDS: CollectionTable<CustomField, CustomFieldDraft, CustomFieldRow> = {
  table: TABLE.customFields,
  orderBy: 'position',
  toEntity: (row) => ({
    id: row.id as CustomField['id'],
    version: row.version,
    label: fromJson<CustomField['label']>(row.label),
    type: row.type,
    subject: row.subject,
    options: fromJson<string[]>(row.options),
    isArchived: Boolean(row.is_archived),
  }),
  toColumns: ({ isArchived, label, options, subject, type }) => ({
    label: JSON.stringify(label),
    type,
    subject,
    options: JSON.stringify(options),
    is_archived: isArchived,
  }),
  initial: nextPosition,
  isUsed: isFieldUsed,
};

const LAST_POSITION = `SELECT max(position) AS last FROM ${TABLE.customFields}`;
const IN_ORDER = `SELECT id FROM ${TABLE.customFields} ORDER BY position, id`;

function* nextPosition(sql: Sql): Steps<Columns> {
  const [row] = yield* sql.rows<{ last: number | null }>(LAST_POSITION);
  return { position: (row?.last ?? -1) + 1 };
}

/** Rarely asked, and by admins alone: these have no index. */
const FIELD_USES = [
  `SELECT 1 FROM ${TABLE.visitors} WHERE field_values ->> ? IS NOT NULL LIMIT 1`,
  `SELECT 1 FROM ${TABLE.interactions} WHERE field_values ->> ? IS NOT NULL LIMIT 1`,
  `SELECT 1 FROM ${TABLE.interactions} WHERE visitor_fields_at_end ->> ? IS NOT NULL LIMIT 1`,
];

function* isFieldUsed(sql: Sql, id: number): Steps<boolean> {
  for (const text of FIELD_USES) if ((yield* sql.rows(text, String(id))).length > 0) return true;
  return false;
}

function orderedFields(sql: Sql): OrderedRows {
  return {
    *ids() {
      return (yield* sql.rows<{ id: number }>(IN_ORDER)).map(({ id }) => id);
    },
    setPosition: (id, position) => sql.update(TABLE.customFields, id, { position }),
  };
}

/** Returns the rows, within a transaction, of the lists that admins keep for agents. */
export function listTables(sql: Sql): Tx['lists'] {
  return {
    tags: collectionTable(sql, TAGS),
    cannedResponses: collectionTable(sql, CANNED_RESPONSES),
    fields: { ...collectionTable(sql, CUSTOM_FIELDS), ...orderedFields(sql) },
  };
}
