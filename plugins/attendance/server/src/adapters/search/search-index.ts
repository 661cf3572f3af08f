import type { Database } from 'better-sqlite3';
import type { Knex } from 'knex';

import type { InteractionId } from '../../../../protocol/schemas/ids';
import { writtenWordsOf } from '../../../../protocol/shared/text/search-words';
import type { IndexedWords, SearchIndex } from '../../application/search/index-past';
import type { Steps } from '../../application/steps';
import type { Sql } from '../database/sql';
import { sqlOn } from '../database/sqlite/sql-on';
import { execute, rowsOf, withSqlite } from '../database/sqlite/sqlite-connection';
import { TABLE } from '../database/tables';
import { searchableTexts } from './searchable-text';

/** Full-text index of SQLite with the words of each past interaction, by its id: no texts and no positions, only which word occurs where. */
export const SEARCH_INDEX = 'attendance_search';

/** Raised with each change of what goes into the index: everything is then read anew. */
const SEARCH_VERSION = 2;
/** A longer one is no word, and would only cost room. */
export const WORD_LENGTH = 48;
/** Interactions per transaction: other writers wait no longer than for these. */
const AT_ONCE = 10;

// The words are folded before, and hold letters and digits alone: each is taken as it is.
const CREATE = `CREATE VIRTUAL TABLE IF NOT EXISTS ${SEARCH_INDEX} USING fts5(
  words, content='', contentless_delete=1, detail=none, tokenize="ascii")`;
const OUTDATED = `UPDATE ${TABLE.interactions} SET search_version = NULL WHERE search_version < ${SEARCH_VERSION}`;
const MISSING = `SELECT id FROM ${TABLE.interactions}
  WHERE search_version IS NULL AND ended_at IS NOT NULL ORDER BY ended_at DESC LIMIT ${AT_ONCE}`;
const MARK = `UPDATE ${TABLE.interactions} SET search_version = ${SEARCH_VERSION} WHERE id = ?`;

/**
 * Model of the index in Strapi's schema: a table without columns, which exists already when Strapi syncs its schema. So it counts as the plugin's,
 * and is dropped with its other tables where the plugin is not there any more [Z94].
 */
export const SEARCH_MODEL = {
  uid: 'plugin::attendance.search-index',
  singularName: 'search-index',
  modelName: 'search-index',
  tableName: SEARCH_INDEX,
  attributes: {},
};

/** Creates the index; call it before Strapi syncs its schema. */
export async function createSearchIndex(knex: Knex): Promise<void> {
  await withSqlite(knex, (connection) => void connection.exec(CREATE));
}

export async function openSearchIndex(knex: Knex): Promise<SearchIndex> {
  await createSearchIndex(knex);
  await withSqlite(knex, (connection) => void execute(connection, OUTDATED));
  return {
    missing: async () => (await rowsOf<{ id: InteractionId }>(knex, MISSING)).map(({ id }) => id),
    add: (interactions) =>
      sqlOn(knex).transact(function* (sql) {
        for (const one of interactions) yield* add(sql, one);
      }),
  };
}

function* add(sql: Sql, { id, words }: IndexedWords): Steps<void> {
  // Retention took it away while it was read.
  if ((yield* sql.run(MARK, id)) === 0) return;
  yield* unindex(sql, id);
  yield* sql.run(`INSERT INTO ${SEARCH_INDEX} (rowid, words) VALUES (?, ?)`, id, words.join(' '));
}

/** Deletes what the index holds of an interaction. */
export function* unindex(sql: Sql, id: number): Steps<void> {
  yield* sql.run(`DELETE FROM ${SEARCH_INDEX} WHERE rowid = ?`, id);
}

/** Returns the words to index for each of these interactions. */
export function readWords(connection: Database, ids: readonly InteractionId[]): IndexedWords[] {
  return ids.map((id) => {
    const words = new Set<string>();
    for (const { text } of searchableTexts(connection, id))
      for (const word of writtenWordsOf(text)) words.add(word.slice(0, WORD_LENGTH));
    return { id, words: [...words] };
  });
}
