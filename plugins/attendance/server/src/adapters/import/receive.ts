import type { Core } from '@strapi/strapi';

import { readCommand, uidOf } from '../../domain/routing/receiving';
import { RefusedStart } from '../database/refused-start';
import { lockSqliteFile, type ServerLock } from '../database/sqlite/single-server';
import { rowsIn, withSqlite } from '../database/sqlite/sqlite-connection';
import { TABLE } from '../database/tables';
import { guardImport } from './import-guards';

/**
 * Looks at a command that is about to write another Strapi's data here, before it has touched anything: Strapi moves the folder of
 * uploads away and deletes rows before it inserts the first one, and puts the folder back for nobody. Answers the lock that
 * keeps servers away meanwhile; null where the command is no such one.
 * @throws where what is left would not be whole, or a server is running
 */
export async function beforeReceiving(
  strapi: Core.Strapi,
  { contentTypes, filename }: { readonly contentTypes: readonly string[]; readonly filename: string | null },
): Promise<ServerLock | null> {
  const receiving = readCommand(process.argv.slice(2), contentTypes.map(uidOf));
  if (receiving === null || (receiving.contentTypes === 'none' && !receiving.files)) return null;
  if (receiving.contentTypes === 'some')
    throw new RefusedStart(
      `attendance: the plugin’s content types belong together (${uidOf('*')}): import or transfer all of them, or none. ` +
        'Nothing was changed.',
    );
  if (receiving.contentTypes === 'none' && (await hasFiles(strapi)))
    throw new RefusedStart(
      'attendance: Strapi would put the folder of uploads in the place of the one that is here, and what visitors and agents ' +
        'sent one another lies there: leave the files out (--exclude files), or the plugin’s content types in. Nothing was changed.',
    );
  const lock = filename === null ? null : lockOf(strapi, filename);
  await withSqlite(strapi.db.connection, guardImport);
  return lock;
}

function lockOf(strapi: Core.Strapi, filename: string): ServerLock {
  try {
    return lockSqliteFile(filename, strapi.dirs.app.root);
  } catch (cause) {
    throw new RefusedStart(
      `attendance: a server is running on ${filename}. Stop it before you import, or transfer into the running server ` +
        '(strapi transfer --to). Nothing was changed.',
      { cause },
    );
  }
}

async function hasFiles(strapi: Core.Strapi): Promise<boolean> {
  const { provider } = strapi.config.get<{ readonly provider?: unknown }>('plugin::upload');
  if (provider !== 'local') return false;
  return withSqlite(
    strapi.db.connection,
    (connection) => rowsIn(connection, `SELECT 1 FROM ${TABLE.attachments} LIMIT 1`).length > 0,
  );
}
