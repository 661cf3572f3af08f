import path from 'node:path';
import type { Core } from '@strapi/strapi';

import { createReader, type Reader } from '../../adapters/reading/reader';

/** A thread that reads beside the chat [Z78]; what one of them reads waits for nothing of another. */
export function openReader(strapi: Core.Strapi): Reader {
  return createReader({
    // Beside the built server: dist/server/index.js and dist/reader/worker.js.
    workerFile: path.resolve(__dirname, '../reader/worker.js'),
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
