import { createRequire } from 'node:module';
import { parentPort, workerData } from 'node:worker_threads';
import type Database from 'better-sqlite3';

import { READINGS, type ReadingAnswer, type ReadingRequest, type WorkerStart } from './readings';

/** The thread in which long readings run, one after the other, on a connection of their own that cannot write. */
const { appFolder, filename } = workerData as WorkerStart;
const Sqlite = createRequire(`${appFolder}/`)('better-sqlite3') as typeof Database;
const connection = new Sqlite(filename, { readonly: true, fileMustExist: true });
// A schema that is changed under a reading is waited for.
connection.pragma('busy_timeout = 2000');

function answer({ id, name, query }: ReadingRequest): ReadingAnswer {
  try {
    return { id, ok: true, data: READINGS[name](connection, query as never) };
  } catch (fault) {
    return { id, ok: false, fault: fault instanceof Error ? (fault.stack ?? fault.message) : String(fault) };
  }
}

parentPort?.on('message', (request: ReadingRequest) => parentPort?.postMessage(answer(request)));
