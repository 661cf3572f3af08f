import type { Steps } from '../../application/steps';

import { nameKeyOf } from './tool-lists';
import type { Sql, SqlDatabase } from '../database/sql';
import { fromJson } from '../database/columns';
import { TABLE } from '../database/tables';

/** Given in turn to tags that had no colour; white or black on each is at least 4.5:1. */
const COLOURS = ['#15803d', '#b45309', '#6b7280', '#4945ff', '#be185d', '#0e7490', '#7c3aed', '#b91c1c'];

interface SettingsRow {
  id: number;
  closing_tags: string | string[] | null;
}

/**
 * Reasons for ending were lines of the settings once; they are tags now. Each becomes a tag, unless one has its name,
 * and is taken out of the settings in the same transaction: a second start finds nothing to do, and what an admin
 * deletes afterwards does not come back. What older interactions were ended with stays with them as text.
 */
export function migrateClosingTags({ transact }: SqlDatabase): Promise<void> {
  return transact(migrate);
}

const STORED = `SELECT id, closing_tags FROM ${TABLE.settings}`;
const ADD = `INSERT INTO ${TABLE.tags} (version, name, name_key, colour, is_archived) VALUES (0, ?, ?, ?, FALSE)
  ON CONFLICT (name_key) DO NOTHING`;

function* migrate(sql: Sql): Steps<void> {
  for (const { closing_tags: stored, id } of yield* sql.rows<SettingsRow>(STORED)) {
    const names = stored === null ? [] : fromJson<string[]>(stored);
    if (names.length === 0) continue;
    for (const [index, name] of names.entries())
      yield* sql.run(ADD, name, nameKeyOf(name), COLOURS[index % COLOURS.length] ?? '#6b7280');
    yield* sql.update(TABLE.settings, id, { closing_tags: '[]' });
  }
}
