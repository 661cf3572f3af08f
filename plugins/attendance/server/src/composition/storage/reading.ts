import path from 'node:path';
import type { Core } from '@strapi/strapi';

import { createReadWorker, type ReadWorker } from '../../adapters/reading/read-worker';

/** Opens a worker that reads beside the chat [Z78]; the queries of one never wait for another's. Without a time limit of its own, that of a search. */
export function openReadWorker(strapi: Core.Strapi, timeoutMs?: number): ReadWorker {
  return createReadWorker({
    // Beside the built server: dist/server/index.js and dist/reader/worker.js.
    workerFile: path.resolve(__dirname, '../reader/worker.js'),
    ...(timeoutMs !== undefined && { timeoutMs }),
    filename: filenameOf(strapi),
    appFolder: strapi.dirs.app.root,
    onOverdue: (name) => strapi.log.warn('attendance: a reading took too long and was given up', { name }),
  });
}

function filenameOf(strapi: Core.Strapi): string {
  const filename = strapi.config.get<unknown>('database.connection.connection.filename');
  if (typeof filename !== 'string') throw new Error('attendance: SQLite keeps its database in no file');
  return filename;
}
