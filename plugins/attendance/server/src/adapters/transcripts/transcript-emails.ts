import type { Knex } from 'knex';

import { LIMITS } from '../../../../protocol/shared/limits';
import type { TranscriptEmailCount } from '../../application/transcripts/transcripts';
import { execute, withSqlite } from '../database/sqlite/sqlite-connection';
import { TABLE } from '../database/tables';

/** Counted in the interaction's own row, so that neither a restart nor another connection begins anew. */
const TAKE = `
  UPDATE ${TABLE.interactions} SET transcript_letters = COALESCE(transcript_letters, 0) + 1
  WHERE id = ? AND COALESCE(transcript_letters, 0) < ${LIMITS.transcriptEmails}`;

export function createTranscriptEmails(knex: Knex): TranscriptEmailCount {
  return { countEmail: (id) => withSqlite(knex, (connection) => execute(connection, TAKE, id) > 0) };
}
