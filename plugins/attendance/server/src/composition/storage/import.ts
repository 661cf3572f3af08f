import type { Core } from '@strapi/strapi';

import { removeCapacityGuards } from '../../adapters/database/sqlite/capacity-guards';
import { finishImport } from '../../adapters/import/finish-import';
import { guardImport, removeImportGuards } from '../../adapters/import/import-guards';
import { dropOrigins, prepareForExport } from '../../adapters/import/origins';
import { withSqlite } from '../../adapters/database/sqlite/sqlite-connection';
import type { Clock } from '../../application/clock';

/**
 * Prepares the data for an export: in each process that loads the app, for a command of Strapi's may be about to export, and in a server that another
 * Strapi reads.
 */
export function readyToBeCarried(strapi: Core.Strapi): Promise<void> {
  return withSqlite(strapi.db.connection, prepareForExport);
}

/** Prepares a server that has stopped, into which another Strapi's data is put. */
export function readyToReceive(strapi: Core.Strapi): Promise<void> {
  return withSqlite(strapi.db.connection, (connection) => {
    removeCapacityGuards(connection);
    dropOrigins(connection);
    guardImport(connection);
  });
}

/** Finishes an import at a server's start, before it reads or guards anything. */
export async function takeUpImport(strapi: Core.Strapi, clock: Clock): Promise<void> {
  const finished = await withSqlite(strapi.db.connection, (connection) => {
    removeImportGuards(connection);
    const outcome = finishImport(connection, clock.now());
    prepareForExport(connection);
    return outcome;
  });
  if (finished !== null)
    strapi.log.info('attendance: imported data was taken up', { rowsOfNothing: finished.orphans });
}
