import type { Database } from 'better-sqlite3';
import type { Knex } from 'knex';

import { wordsOf } from '../../../../protocol/search-words';
import { execute, rowsIn, withSqlite } from '../sqlite-connection';
import { TABLE } from '../tables';
import { writtenIn } from './written';

/**
 * The words of each past interaction by its id, in SQLite's own full-text index: no texts, and no places, only which word
 * occurs where. Strapi leaves a table alone that it never knew.
 */
export const SEARCH_INDEX = 'attendance_search';

/** Raised with each change of what goes into the index: everything is then read anew. */
const SEARCH_VERSION = 1;
/** A longer one is no word, and would only cost room. */
export const WORD_LENGTH = 48;
/** So many in a transaction: whoever writes meanwhile waits no longer than for these. */
const AT_ONCE = 10;

// The words are folded before, and hold letters and digits alone: each is taken as it is.
const CREATE = `CREATE VIRTUAL TABLE IF NOT EXISTS ${SEARCH_INDEX} USING fts5(
  words, content='', contentless_delete=1, detail=none, tokenize="ascii")`;

const OUTDATED = `UPDATE ${TABLE.interactions} SET search_version = NULL WHERE search_version < ${SEARCH_VERSION}`;

/** What is over is indexed, and never changes; the newest first, for these are asked for. */
const NOT_INDEXED = `SELECT id FROM ${TABLE.interactions}
  WHERE search_version IS NULL AND ended_at IS NOT NULL ORDER BY ended_at DESC LIMIT ${AT_ONCE}`;

export async function ensureSearchIndex(knex: Knex): Promise<void> {
  await withSqlite(knex, (connection) => {
    connection.exec(CREATE);
    execute(connection, OUTDATED);
  });
}

/** Puts some of what ended since into the index, in one short transaction; answers whether there may be more. */
export function indexSome(knex: Knex): Promise<boolean> {
  return withSqlite(knex, (connection) => {
    // Mostly there is nothing: no transaction for that.
    if (rowsIn(connection, NOT_INDEXED).length === 0) return false;
    return connection
      .transaction(() => {
        const rows = rowsIn<{ id: number }>(connection, NOT_INDEXED);
        for (const { id } of rows) indexOne(connection, id);
        return rows.length === AT_ONCE;
      })
      .immediate();
  });
}

function indexOne(connection: Database, id: number): void {
  const words = new Set<string>();
  for (const { text } of writtenIn(connection, id))
    for (const word of wordsOf(text)) words.add(word.slice(0, WORD_LENGTH));
  execute(connection, `DELETE FROM ${SEARCH_INDEX} WHERE rowid = ?`, id);
  execute(connection, `INSERT INTO ${SEARCH_INDEX} (rowid, words) VALUES (?, ?)`, id, [...words].join(' '));
  execute(connection, `UPDATE ${TABLE.interactions} SET search_version = ${SEARCH_VERSION} WHERE id = ?`, id);
}
