import { LIMITS } from '../../../../protocol/shared/limits';
import type { TranscriptEmailCount } from '../../application/transcripts/transcripts';
import type { SqlDatabase } from '../database/sql';
import { TABLE } from '../database/tables';

/** Counted in the interaction's own row, so that neither a restart nor another connection begins anew. */
const TAKE = `
  UPDATE ${TABLE.interactions} SET transcript_letters = COALESCE(transcript_letters, 0) + 1
  WHERE id = ? AND COALESCE(transcript_letters, 0) < ${LIMITS.transcriptEmails}`;

export function createTranscriptEmails({ transact }: SqlDatabase): TranscriptEmailCount {
  return {
    countEmail: (id) =>
      transact(function* (sql) {
        return (yield* sql.run(TAKE, id)) > 0;
      }),
  };
}
