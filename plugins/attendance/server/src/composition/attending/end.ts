import { createStrapiMailer } from '../../adapters/strapi/strapi-mailer';
import { createTranscriptEmails } from '../../adapters/transcripts/transcript-emails';
import type { Database } from '../../application/database/tx';
import type { Mailer } from '../../application/transcripts/mailer';
import type { Publisher } from '../../application/interactions/publisher';
import { createRatings } from '../../application/ratings/ratings';
import { createTranscripts } from '../../application/transcripts/transcripts';
import type { EndPorts } from '../../gateway/visitor/end-commands';
import type { Host } from '../host';
import { openReadWorker } from '../storage/reading';

export interface EndSide extends Pick<EndPorts, 'ratings' | 'transcripts'> {
  readonly mailer: Mailer;
  stop(): Promise<void>;
}

interface EndNeeds {
  readonly database: Database;
  readonly publisher: Publisher;
}

/** Assembles what a visitor has after an interaction: rating and transcript [W4]. */
export function openEndSide({ clock, sql, strapi }: Host, { database, publisher }: EndNeeds): EndSide {
  const mailer = createStrapiMailer(strapi);
  // Its own thread: the longest conversations take seconds, which no search waits for.
  const readWorker = openReadWorker(strapi);
  return {
    stop: readWorker.stop,
    mailer,
    ratings: createRatings({ database, publisher, clock }),
    transcripts: createTranscripts({
      write: (ordered) => readWorker.read('transcript:write', ordered),
      emails: createTranscriptEmails(sql),
      mailer,
      // What a mail server says may quote the address: its name for the fault must do.
      onFault: (fault, interactionId) =>
        strapi.log.error('attendance: a transcript could not be mailed', {
          interactionId,
          fault: fault instanceof Error ? fault.name : typeof fault,
        }),
    }),
  };
}
