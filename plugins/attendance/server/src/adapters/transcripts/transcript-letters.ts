import type { Knex } from 'knex';

import { LIMITS } from '../../../../protocol/shared/limits';
import type { TranscriptMailCount } from '../../application/transcripts/transcripts';
import { execute, withSqlite } from '../database/sqlite/sqlite-connection';
import { TABLE } from '../database/tables';

/** Counted in the interaction's own row, so that neither a restart nor another connection begins anew. */
const TAKE = `
  UPDATE ${TABLE.interactions} SET transcript_letters = COALESCE(transcript_letters, 0) + 1
  WHERE id = ? AND COALESCE(transcript_letters, 0) < ${LIMITS.transcriptLetters}`;

export function createTranscriptLetters(knex: Knex): TranscriptMailCount {
  return { takeLetter: (id) => withSqlite(knex, (connection) => execute(connection, TAKE, id) > 0) };
}
