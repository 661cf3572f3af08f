import type { Database } from 'better-sqlite3';

import { LIMITS } from '../../../../protocol/shared/limits';
import type { FoundInteraction } from '../../../../protocol/search/search';
import type { FoundPage, Holder, OpenedBy, PastSearch } from '../../application/search/search';
import { excerptOf, type SearchedPiece } from '../../domain/search/search';
import { toPast, type PastRow } from '../interactions/interaction-history';
import { TAG_IDS } from '../interactions/interaction-select';
import { rowsIn } from '../database/sqlite/sqlite-connection';
import { TABLE } from '../database/tables';
import { toVisitor, type VisitorColumns } from '../visitors/visitor-row';
import { SEARCH_INDEX, WORD_LENGTH } from './search-index';
import { searchableTexts } from './searchable-text';

const HOLDERS_MAX = 200;

type Parameter = string | number | null;

/** SQL fragment with its parameters. */
interface Clause {
  readonly sql: string;
  readonly parameters: readonly Parameter[];
}

interface FoundRow extends PastRow, Pick<VisitorColumns, 'name' | 'email' | 'phone' | 'document'> {
  visitor_id: number;
  site_name: string | null;
  department_name: string | null;
}

const OPENED_BY = `i.id IN (SELECT a.interaction_id FROM ${TABLE.assignments} a
  WHERE a.agent_id = ? AND a.opened_at IS NOT NULL)`;
// Not by its index: nearly all are over, and they are wanted by their id.
const OVER = `+i.status IN ('ended', 'abandoned')`;

const SELECT = `
  SELECT i.id, i.protocol_number, i.channel, i.waiting_since, i.visitor_ended_at, i.ended_at, i.closing_tag, i.closing_note,
    i.rating_scale, i.rating_score, i.rating_comment, i.rated_at, i.visitor_id,
    h.public_name AS agent_name, v.name, v.email, v.phone, v.document, s.name AS site_name, d.name AS department_name,
    ${TAG_IDS}
  FROM ${TABLE.interactions} i
  LEFT JOIN ${TABLE.visitors} v ON v.id = i.visitor_id
  LEFT JOIN ${TABLE.sites} s ON s.id = i.site_id
  LEFT JOIN ${TABLE.agents} h ON h.id = i.agent_id
  LEFT JOIN ${TABLE.departments} d ON d.id = i.department_id`;

const INCOMPLETE = `SELECT 1 FROM ${TABLE.interactions} WHERE search_version IS NULL AND ended_at < ? LIMIT 1`;

/** A page of past interactions, newest first. */
export function findInteractions(connection: Database, search: PastSearch): FoundPage {
  const clauses = [{ sql: OVER, parameters: [] }, ...clausesOf(search)];
  const sql = `${SELECT} WHERE ${clauses.map((clause) => clause.sql).join(' AND ')} ORDER BY i.id DESC LIMIT ${LIMITS.searchPage + 1}`;
  const rows = rowsIn<FoundRow>(connection, sql, ...clauses.flatMap((clause) => [...clause.parameters]));
  return {
    interactions: rows.slice(0, LIMITS.searchPage).map((row) => toFound(connection, row, search.words)),
    hasMore: rows.length > LIMITS.searchPage,
    isIncomplete: search.words.length > 0 && rowsIn(connection, INCOMPLETE, search.indexedUntil).length > 0,
  };
}

/** Returns the last agents of the interactions that may be found, by name. */
export function findHolders(connection: Database, openedBy: OpenedBy): Holder[] {
  const sql = `SELECT h.id, h.public_name AS name FROM ${TABLE.agents} h WHERE EXISTS (
      SELECT 1 FROM ${TABLE.interactions} i WHERE i.agent_id = h.id AND i.status = 'ended'
        ${openedBy === null ? '' : `AND ${OPENED_BY}`})
    ORDER BY h.public_name, h.id LIMIT ${HOLDERS_MAX}`;
  return rowsIn<Holder>(connection, sql, ...(openedBy === null ? [] : [openedBy]));
}

function clausesOf(search: PastSearch): Clause[] {
  const { agentId, before, channel, from, openedBy, pieces, tagIds, until } = search;
  const compare = (sql: string, value: Parameter | undefined): Clause[] =>
    value === undefined || value === null ? [] : [{ sql, parameters: [value] }];
  return [
    ...compare('i.id < ?', before),
    ...compare('i.waiting_since >= ?', from),
    ...compare('i.waiting_since < ?', until),
    ...compare('i.agent_id = ?', agentId),
    ...compare('i.channel = ?', channel),
    ...compare(OPENED_BY, openedBy),
    ...tagIds.map((id) => ({
      sql: `i.id IN (SELECT interaction_id FROM ${TABLE.interactionTags} WHERE tag_id = ?)`,
      parameters: [id],
    })),
    ...pieces.map(toClause),
  ];
}

/** Found in any of its ways. */
function toClause({ beginnings, number, numbered, tagIds, words }: SearchedPiece): Clause {
  const ways: Clause[] = [
    {
      sql: `SELECT rowid FROM ${SEARCH_INDEX} WHERE ${SEARCH_INDEX} MATCH ?`,
      parameters: [number === null ? allOf(words) : `(${allOf(words)}) OR ${allOf([number])}`],
    },
    {
      sql: `SELECT id FROM ${TABLE.interactions} WHERE visitor_id IN (${beginnings.map(() => BEGUN).join(' INTERSECT ')})`,
      parameters: beginnings.map((group) => JSON.stringify(group)),
    },
    {
      sql: `SELECT interaction_id FROM ${TABLE.interactionTags} WHERE tag_id IN (SELECT value FROM json_each(?))`,
      parameters: [JSON.stringify(tagIds)],
    },
    // The number ends in the id, whose index serves: no other is needed.
    {
      sql: `SELECT id FROM ${TABLE.interactions} WHERE id = ? AND protocol_number = ?`,
      parameters: [numbered?.id ?? null, numbered?.protocolNumber ?? null],
    },
  ];
  return {
    sql: `i.id IN (${ways.map(({ sql }) => sql).join(' UNION ')})`,
    parameters: ways.flatMap(({ parameters }) => [...parameters]),
  };
}

/** Builds a full-text query for all prefixes; they are letters and digits alone, and need no escaping. */
function allOf(words: readonly string[]): string {
  return words.map((word) => `"${word.slice(0, WORD_LENGTH)}"*`).join(' AND ');
}

/** Visitors of whom a term begins with one of these; the last character of Unicode ends the range. */
const BEGUN = `SELECT t.visitor_id FROM json_each(?) p
  CROSS JOIN ${TABLE.visitorTerms} t ON t.term >= p.value AND t.term < p.value || char(1114111)`;

function toFound(connection: Database, row: FoundRow, words: readonly string[]): FoundInteraction {
  return {
    ...toPast(row),
    visitor: toVisitor({ ...row, id: row.visitor_id }),
    siteName: row.site_name ?? '',
    departmentName: row.department_name ?? '',
    excerpt: words.length === 0 ? null : excerptOf(searchableTexts(connection, row.id), words),
  };
}
