import { guardCapacity } from '../../adapters/database/sqlite/capacity-guards';
import { watchDatabaseFile, type DatabaseFile } from '../../adapters/database/sqlite/database-file';
import { onEachConnection } from '../../adapters/database/sqlite/each-connection';
import { keepOrigins } from '../../adapters/import/origins';
import { makeDurable } from '../../adapters/database/sqlite/sqlite-durability';
import type { Host } from '../host';
import { takeUpImport } from './import';

/** Makes the database ready, before anything reads it: what was imported is taken up, and what it promises is held. */
export async function openDatabase({ clock, knex, log, strapi }: Host): Promise<DatabaseFile> {
  await takeUpImport(strapi, clock);
  await onEachConnection(knex, (connection) => {
    makeDurable(connection);
    guardCapacity(connection);
    keepOrigins(connection);
  });
  return watchDatabaseFile(knex, {
    onLost: (filename) =>
      log.error(
        'attendance: the database file was deleted or replaced under the running server, and nothing is stored any more, ' +
          'by Strapi neither. Stop the server, put the file back (from a backup), and start again',
        { filename },
      ),
    onFault: (fault) =>
      log.error('attendance: the database file could not be looked at', { fault: String(fault) }),
  });
}
