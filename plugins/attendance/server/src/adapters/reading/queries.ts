import type { Database } from 'better-sqlite3';

import { findHolders, findInteractions } from '../search/find-interactions';
import { readWords } from '../search/search-index';
import { REPORT_QUERIES } from './report-queries';
import { writeTranscript } from './write-transcript';

type Query = (connection: Database, query: never) => unknown;

/** Queries that run beside the chat: each gets a read-only connection, and returns what structured clone can copy. */
export const QUERIES = {
  'interactions:search': findInteractions,
  'interactions:holders': findHolders,
  'interactions:words': readWords,
  'transcript:write': writeTranscript,
  ...REPORT_QUERIES,
} satisfies Record<string, Query>;

export type Queries = typeof QUERIES;
export type QueryName = keyof Queries;

/** Message to the worker. */
export interface QueryRequest {
  readonly id: number;
  readonly name: QueryName;
  readonly query: unknown;
}

/** Message from the worker. */
export type QueryResponse =
  | { readonly id: number; readonly ok: true; readonly data: unknown }
  | { readonly id: number; readonly ok: false; readonly fault: string };

/** Data with which a worker is started. */
export interface WorkerStart {
  readonly filename: string;
  /** Folder of the application, whose better-sqlite3 is used: the one that Strapi uses. */
  readonly appFolder: string;
}
