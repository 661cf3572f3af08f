import { z } from 'zod';

import { defineCommands } from '../schemas/commands';
import { agentIdSchema, interactionIdSchema, tagIdSchema } from '../schemas/ids';
import { pastInteractionSchema } from '../interactions/interactions';
import { LIMITS } from '../shared/limits';
import { visitorSchema } from '../interactions/people';
import { channelSchema, sideSchema, timeSchema } from '../schemas/scalars';
import { lineOf } from '../schemas/text';

/** Where the words of a search stand, cut to a line or two; whoever shows it marks them with `findWords`. */
export const excerptSchema = z.object({
  /** A field: an answer before the contact, or one of the company's own. */
  of: z.enum(['message', 'file-name', 'note', 'closing-note', 'field']),
  /** Who wrote it; notes and fields are the team's to see. */
  side: sideSchema,
  /** Empty for the visitor, and where it is not known. */
  agentName: z.string(),
  /** Of the message; null for what is none. */
  sequence: z.number().int().positive().nullable(),
  text: z.string(),
});
export type Excerpt = z.infer<typeof excerptSchema>;

/** A past interaction as it is found again. */
export const foundInteractionSchema = z.object({
  ...pastInteractionSchema.shape,
  visitor: visitorSchema,
  siteName: z.string(),
  /** Empty without one. */
  departmentName: z.string(),
  /** Null where no words were asked for, or where they stand in something else than what was written. */
  excerpt: excerptSchema.nullable(),
});
export type FoundInteraction = z.infer<typeof foundInteractionSchema>;

export const searchQuerySchema = z.object({
  /** Each word must begin one of the visitor's name, e-mail, phone or document, of what was written, of a note, or of a tag; or it is a protocol number. Empty: all. */
  text: lineOf(LIMITS.searchCodePoints).default(''),
  /** It bears all of these. */
  tagIds: z.array(tagIdSchema).max(LIMITS.searchTagsMax).default([]),
  /** Who held it last. */
  agentId: agentIdSchema.optional(),
  channel: channelSchema.optional(),
  /** Of the visitor's request: from this time on. */
  from: timeSchema.optional(),
  /** And before this one. */
  until: timeSchema.optional(),
  /** Only those that began before this one: the last that is there already. */
  before: interactionIdSchema.optional(),
});
export type SearchQuery = z.infer<typeof searchQuerySchema>;

/** Past interactions found again [A8, C9]. An agent finds those that they opened, a supervisor all. */
export const searchCommands = defineCommands({
  'interaction:search': {
    summary:
      'Ended and abandoned interactions by words, tags, agent, channel and period, newest first. An agent finds those that they opened, a supervisor all. `unavailable`: too many search at once.',
    rate: 'command',
    payload: searchQuerySchema,
    answer: z.object({
      interactions: z.array(foundInteractionSchema),
      hasMore: z.boolean(),
      /** Older ones are still being read for the first time: what was written in them is not all found yet. */
      isIncomplete: z.boolean(),
    }),
  },
  'interaction:agents': {
    summary: 'Those who held last what this agent may find, by name; 200 at most.',
    rate: 'command',
    payload: z.object({}),
    answer: z.object({ agents: z.array(z.object({ id: agentIdSchema, name: z.string() })) }),
  },
});
