import type { Core } from '@strapi/strapi';
import type { Knex } from 'knex';

import { createRatingStore } from '../adapters/rating-store';
import { createStrapiMailer } from '../adapters/strapi-mailer';
import { createTranscriptLetters } from '../adapters/transcript-letters';
import type { Mailer } from '../application/mailer';
import type { Clock, MessageStore } from '../application/ports';
import type { Publisher } from '../application/publisher';
import { createRatings } from '../application/ratings';
import { createTranscripts } from '../application/transcripts';
import type { EndPorts } from '../gateway/end-commands';
import { renderTranscript } from '../presenters/transcript';

export interface EndSide extends EndPorts {
  readonly mailer: Mailer;
}

interface EndNeeds {
  readonly clock: Clock;
  readonly messages: MessageStore;
  readonly publisher: Publisher;
}

/** What there is when an interaction is over [W4]. */
export function openEndSide(
  strapi: Core.Strapi,
  knex: Knex,
  { clock, messages, publisher }: EndNeeds,
): EndSide {
  const mailer = createStrapiMailer(strapi);
  return {
    mailer,
    ratings: createRatings({ store: createRatingStore(knex), publisher, clock }),
    transcripts: createTranscripts({
      messages,
      letters: createTranscriptLetters(knex),
      mailer,
      render: renderTranscript,
      // What a mail server says may quote the address: its name for the fault must do.
      onFault: (fault, interactionId) =>
        strapi.log.error('attendance: a transcript could not be mailed', {
          interactionId,
          fault: fault instanceof Error ? fault.name : typeof fault,
        }),
    }),
  };
}
