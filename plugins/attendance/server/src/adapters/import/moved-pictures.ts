import path from 'node:path';
import type { Database } from 'better-sqlite3';

import type { Picture } from '../../../../protocol/settings/appearance';
import { fromJson } from '../database/columns';
import { execute, rowsIn } from '../database/sqlite/sqlite-connection';
import { TABLE } from '../database/tables';

interface JsonRow {
  id: number;
  value: string | null;
}

const FIND = `SELECT id, url FROM files WHERE url = ? OR hash = ? ORDER BY url = ? DESC LIMIT 1`;

/** Pictures out of the media library have other numbers here; one that did not come along is none. */
export function findPictures(connection: Database): void {
  const find = ({ url }: Picture): Picture | null => {
    const hash = path.posix.basename(url.split('?')[0] ?? '').replace(/\.[^.]*$/, '');
    const [file] = rowsIn<{ id: number; url: string }>(connection, FIND, url, hash, url);
    return file === undefined ? null : { fileId: file.id, url: file.url };
  };
  change(connection, { table: TABLE.agents, column: 'photo' }, (photo) => find(photo as Picture));
  change(connection, { table: TABLE.sites, column: 'appearance' }, (appearance) =>
    Object.fromEntries(
      Object.entries(appearance as object).map(([name, part]: [string, unknown]) => [
        name,
        isPicture(part) ? find(part) : part,
      ]),
    ),
  );
}

function isPicture(part: unknown): part is Picture {
  return typeof part === 'object' && part !== null && 'fileId' in part && 'url' in part;
}

function change(
  connection: Database,
  { column, table }: { readonly table: string; readonly column: string },
  to: (value: unknown) => object | null,
): void {
  const sql = `SELECT id, ${column} AS value FROM ${table} WHERE ${column} IS NOT NULL`;
  for (const { id, value } of rowsIn<JsonRow>(connection, sql)) {
    const parsed = fromJson<unknown>(value ?? 'null');
    const changed = parsed === null ? null : to(parsed);
    execute(
      connection,
      `UPDATE ${table} SET ${column} = ? WHERE id = ?`,
      changed === null ? null : JSON.stringify(changed),
      id,
    );
  }
}
