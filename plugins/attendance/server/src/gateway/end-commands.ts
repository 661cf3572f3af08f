import type { endCommands } from '../../../protocol/end-events';
import type { InteractionId } from '../../../protocol/ids';
import type { StoredInteraction } from '../application/ports';
import type { Ratings } from '../application/ratings';
import type { RatingRules } from '../domain/rating';
import type { Transcripts } from '../application/transcripts';
import { refusal, tooOften, toAnswer, type Handlers } from './answer';

export interface EndPorts {
  readonly ratings: Ratings;
  readonly transcripts: Transcripts;
}

/** The visitor behind the commands. */
interface EndSession {
  /** Answers only what is theirs. */
  find(id: InteractionId): Promise<StoredInteraction | null>;
  /** What the site asks and offers by now. */
  site(): Promise<{
    readonly rating: RatingRules;
    readonly transcript: { readonly canDownload: boolean; readonly canEmail: boolean };
  }>;
  /** How long this address must wait before another letter. */
  letterDelay(): Promise<number>;
}

/** What a visitor does once it is over: rates it, takes it along [W4]. */
export function createEndHandlers(
  { ratings, transcripts }: EndPorts,
  { find, letterDelay, site }: EndSession,
): Handlers<typeof endCommands> {
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
      const written = await transcripts.write(stored, reader);
      return toAnswer(written, ({ fileName, html }) => ({ fileName, html }));
    },
    'transcript:send': async ({ email, interactionId, ...reader }) => {
      const stored = await find(interactionId);
      if (stored === null) return refusal('not_found');
      if (!(await site()).transcript.canEmail) return refusal('conflict');
      const delay = await letterDelay();
      if (delay > 0) return tooOften(delay);
      return toAnswer(await transcripts.send(stored, reader, email), () => ({}));
    },
  };
}
