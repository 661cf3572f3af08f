import type { endCommands } from '../../../../protocol/interactions/end-events';
import type { Answer } from '../../../../protocol/shared/errors';
import type { InteractionId } from '../../../../protocol/schemas/ids';
import type { StoredInteraction } from '../../application/interactions/stored-interaction';
import type { Ratings } from '../../application/ratings/ratings';
import type { RatingRules } from '../../domain/interactions/rating';
import type { Transcripts } from '../../application/transcripts/transcripts';
import { refusal, tooOften, toAnswer, type Handlers } from '../connection/answer';
import type { Reader, ReadingBudget } from '../limits/reading-budget';

export interface EndPorts {
  readonly ratings: Ratings;
  readonly transcripts: Transcripts;
  readonly readingBudget: ReadingBudget;
}

/** Time in ms to wait for one's own transcript, which is being written. */
const WRITING_MS = 2_000;

/** The visitor behind the commands. */
interface EndSession {
  /** Finds one of the visitor's own interactions; null for any other. */
  find(id: InteractionId): Promise<StoredInteraction | null>;
  /** Resolves to the site's present rating and transcript settings. */
  site(): Promise<{
    readonly rating: RatingRules;
    readonly transcript: { readonly canDownload: boolean; readonly canEmail: boolean };
  }>;
  /** Returns the reader; null for a visitor who is not known yet. */
  reader(): Reader | null;
  /** Resolves to the milliseconds that this address must wait before another e-mail. */
  emailDelay(): Promise<number>;
}

/** Creates the handlers of a visitor whose side is over: rating and transcript [W4]. */
export function createEndHandlers(
  { ratings, readingBudget, transcripts }: EndPorts,
  { find, emailDelay, reader: readerOf, site }: EndSession,
): Handlers<typeof endCommands> {
  /** Runs one reading and rendering of a whole conversation at a time per visitor, within their budget. */
  async function alone<View>(
    read: (pay: (bytes: number) => void) => Promise<Answer<View>>,
  ): Promise<Answer<View>> {
    const visitor = readerOf();
    if (visitor === null) return refusal('not_found');
    const waitMs = readingBudget.take(visitor);
    if (waitMs > 0) return tooOften(waitMs);
    if (!readingBudget.begin(visitor.visitorId)) return tooOften(WRITING_MS);
    try {
      return await read((bytes) => readingBudget.charge(visitor, bytes, true));
    } finally {
      readingBudget.end(visitor.visitorId);
    }
  }

  return {
    'rating:give': async ({ interactionId, rating }) => {
      if ((await find(interactionId)) === null) return refusal('not_found');
      const given = await ratings.give(interactionId, rating, (await site()).rating);
      return toAnswer(given, (stored) => ({ rating: stored }));
    },
    'transcript:write': async ({ interactionId, ...reader }) => {
      const stored = await find(interactionId);
      if (stored === null) return refusal('not_found');
      if (!(await site()).transcript.canDownload) return refusal('conflict');
      return alone(async (pay) => {
        const written = await transcripts.write(stored, reader);
        if (written.ok) pay(Buffer.byteLength(written.data.html));
        return toAnswer(written, ({ fileName, html }) => ({ fileName, html }));
      });
    },
    'transcript:send': async ({ email, interactionId, ...reader }) => {
      const stored = await find(interactionId);
      if (stored === null) return refusal('not_found');
      if (!(await site()).transcript.canEmail) return refusal('conflict');
      const delay = await emailDelay();
      if (delay > 0) return tooOften(delay);
      return alone(async () => toAnswer(await transcripts.send(stored, reader, email), () => ({})));
    },
  };
}
