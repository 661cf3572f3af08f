import { z } from 'zod';

import { defineCommands } from '../schemas/commands';
import { emailSchema } from '../settings/form-answers';
import { interactionIdSchema } from '../schemas/ids';
import { LIMITS } from '../shared/limits';
import { givenRatingSchema, ratingSchema } from './ratings';
import { localeSchema } from '../schemas/scalars';

const ofInteraction = { interactionId: interactionIdSchema };

/** Locale and time zone in which a transcript is written. */
const readerShape = {
  locale: localeSchema,
  /** IANA name, such as `America/Sao_Paulo`; UTC where it is unknown. */
  timeZone: z.string().max(LIMITS.timeZoneLength),
};

/** Commands of a visitor whose side of an interaction is over [W4]; before that, and where the site has the feature off: `conflict`. */
export const endCommands = defineCommands({
  'rating:give': {
    summary:
      'Rates the interaction, or changes the rating within a day. The scale must be the one that the site asks for.',
    rate: 'command',
    payload: z.object({ ...ofInteraction, rating: givenRatingSchema }),
    answer: z.object({ rating: ratingSchema }),
  },
  'transcript:write': {
    summary: 'The conversation as a page to keep: nothing in it runs or is fetched.',
    rate: 'request',
    payload: z.object({ ...ofInteraction, ...readerShape }),
    answer: z.object({
      fileName: z.string(),
      /** A whole HTML document. */
      html: z.string(),
    }),
  },
  'transcript:send': {
    summary:
      'The same by e-mail, a few times for an interaction. Taken on is all that the answer says: not whether it arrives.',
    rate: 'request',
    payload: z.object({ ...ofInteraction, ...readerShape, email: emailSchema }),
    answer: z.object({}),
  },
});
