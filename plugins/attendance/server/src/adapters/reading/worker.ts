import { createRequire } from 'node:module';
import { parentPort, workerData } from 'node:worker_threads';
import type Database from 'better-sqlite3';

import { QUERIES, type QueryResponse, type QueryRequest, type WorkerStart } from './queries';

/** Thread in which long queries run, one after the other, on a read-only connection of their own. */
const { appFolder, filename } = workerData as WorkerStart;
const Sqlite = createRequire(`${appFolder}/`)('better-sqlite3') as typeof Database;
const connection = new Sqlite(filename, { readonly: true, fileMustExist: true });
// A schema that is changed under a query is waited for.
connection.pragma('busy_timeout = 2000');

function runQuery({ id, name, query }: QueryRequest): QueryResponse {
  try {
    return { id, ok: true, data: QUERIES[name](connection, query as never) };
  } catch (fault) {
    return { id, ok: false, fault: fault instanceof Error ? (fault.stack ?? fault.message) : String(fault) };
  }
}

parentPort?.on('message', (request: QueryRequest) => parentPort?.postMessage(runQuery(request)));
