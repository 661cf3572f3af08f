import type { Database } from 'better-sqlite3';

import { findHolders, findInteractions } from '../search/find-interactions';
import { readWords } from '../search/search-index';
import { writeTranscript } from './write-transcript';

type Reading = (connection: Database, query: never) => unknown;

/** What is read beside the chat: each gets a connection that cannot write, and something that can be copied. */
export const READINGS = {
  'interactions:search': findInteractions,
  'interactions:holders': findHolders,
  'interactions:words': readWords,
  'transcript:write': writeTranscript,
} satisfies Record<string, Reading>;

export type Readings = typeof READINGS;
export type ReadingName = keyof Readings;

/** To the worker. */
export interface ReadingRequest {
  readonly id: number;
  readonly name: ReadingName;
  readonly query: unknown;
}

/** And back. */
export type ReadingAnswer =
  | { readonly id: number; readonly ok: true; readonly data: unknown }
  | { readonly id: number; readonly ok: false; readonly fault: string };

/** What a worker is started with. */
export interface WorkerStart {
  readonly filename: string;
  /** Whose driver is used: the one that Strapi uses. */
  readonly appFolder: string;
}
