import { z } from 'zod';

import { defineCommands } from '../schemas/commands';
import { agentIdSchema, interactionIdSchema, tagIdSchema } from '../schemas/ids';
import { pastInteractionSchema } from '../interactions/interactions';
import { LIMITS } from '../shared/limits';
import { visitorSchema } from '../interactions/people';
import { channelSchema, sideSchema, timeSchema } from '../schemas/scalars';
import { singleLineOf } from '../schemas/text';

/** Excerpt around the words found by a search, cut to a line or two; the screen marks them with `findWords`. */
export const excerptSchema = z.object({
  /** Source of the excerpt. `field`: an answer before the contact, or a custom field. */
  of: z.enum(['message', 'file-name', 'note', 'closing-note', 'field']),
  /** Side that wrote it; notes and fields are for the team only. */
  side: sideSchema,
  /** Name of the agent who wrote it; empty for the visitor, and where it is not known. */
  agentName: z.string(),
  /** Sequence of the message; null where the source is not one. */
  sequence: z.number().int().positive().nullable(),
  text: z.string(),
});
export type Excerpt = z.infer<typeof excerptSchema>;

/** A past interaction as it is found again. */
export const foundInteractionSchema = z.object({
  ...pastInteractionSchema.shape,
  visitor: visitorSchema,
  siteName: z.string(),
  /** Name of the department; empty without one. */
  departmentName: z.string(),
  /** Excerpt; null where no words were searched, or where they are only in data of the visitor, tags or the number. */
  excerpt: excerptSchema.nullable(),
});
export type FoundInteraction = z.infer<typeof foundInteractionSchema>;

export const searchQuerySchema = z.object({
  /**
   * Search text. Each word must begin a word of the visitor's name, e-mail, phone or document, of a message, of a note, or of a tag; or the text is a
   * protocol number. Empty: all.
   */
  text: singleLineOf(LIMITS.searchCodePoints).default(''),
  /** Tags that an interaction must have, all of them. */
  tagIds: z.array(tagIdSchema).max(LIMITS.searchTagsMax).default([]),
  /** Last agent of the interaction. */
  agentId: agentIdSchema.optional(),
  channel: channelSchema.optional(),
  /** Start of the period in which the visitor asked, inclusive. */
  from: timeSchema.optional(),
  /** End of that period, exclusive. */
  until: timeSchema.optional(),
  /** Cursor for older results: the last interaction that the client has. */
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
