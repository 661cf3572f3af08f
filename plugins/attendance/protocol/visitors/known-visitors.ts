import { z } from 'zod';

import { defineCommands, defineFacts } from '../schemas/commands';
import { fieldValuesSchema, visitorSchema } from '../interactions/people';
import { interactionIdSchema, visitorIdSchema } from '../schemas/ids';
import { LIMITS } from '../shared/limits';
import { timeSchema } from '../schemas/scalars';
import { singleLineOf } from '../schemas/text';
import { SHARED_FIELDS } from '../shared/visitor-keys';

export const sharedFieldSchema = z.enum(SHARED_FIELDS);

/** A visitor as they are found again: who, and how much there was with them. */
export const knownVisitorSchema = z.object({
  ...visitorSchema.shape,
  /** Name of the site where they were first seen. */
  siteName: z.string(),
  interactionCount: z.number().int().nonnegative(),
  /** Start of the newest interaction; null while there is none. */
  lastContactAt: timeSchema.nullable(),
});
export type KnownVisitor = z.infer<typeof knownVisitorSchema>;

/** Another visitor who may be the same person, with the reasons. */
export const duplicateSchema = z.object({
  visitor: knownVisitorSchema,
  shares: z.array(sharedFieldSchema),
});
export type Duplicate = z.infer<typeof duplicateSchema>;

/** One of two visitors to be merged. */
export const comparedVisitorSchema = z.object({
  ...knownVisitorSchema.shape,
  fieldValues: fieldValuesSchema,
  /** A block of either holds for both afterwards [A10]. */
  isBlocked: z.boolean(),
});
export type ComparedVisitor = z.infer<typeof comparedVisitorSchema>;

const ofInteraction = { interactionId: interactionIdSchema };
const ofTwo = { ...ofInteraction, otherId: visitorIdSchema };
const nothing = z.object({});

/** Visitor whose value is kept, per field where the two differ. */
export const mergeChoicesSchema = z.object({
  name: visitorIdSchema.optional(),
  email: visitorIdSchema.optional(),
  phone: visitorIdSchema.optional(),
  document: visitorIdSchema.optional(),
  /** Chosen visitor by custom field's id. */
  fieldValues: z.record(z.string(), visitorIdSchema),
});
export type MergeChoices = z.infer<typeof mergeChoicesSchema>;

/** Finding visitors again, and making one of two [A4]. */
export const knownVisitorCommands = defineCommands({
  'visitor:find': {
    summary:
      'Visitors by beginnings of name, e-mail, phone and document, however they are written; newest contact first. An agent finds those whom they attended, a supervisor all.',
    rate: 'command',
    payload: z.object({
      text: singleLineOf(LIMITS.searchCodePoints),
      /** Offset: the number of results that the client has already. */
      from: z.number().int().min(0).max(LIMITS.foundMax).default(0),
    }),
    answer: z.object({
      visitors: z.array(knownVisitorSchema),
      hasMore: z.boolean(),
      /** True when there were too many matches to look at all. */
      isCut: z.boolean(),
    }),
  },
  'visitor:duplicates': {
    summary:
      'Others who have the e-mail, phone or document of the visitor of an interaction that this agent holds; 5 at most.',
    rate: 'command',
    payload: z.object(ofInteraction),
    answer: z.object({ duplicates: z.array(duplicateSchema) }),
  },
  'visitor:compare': {
    summary:
      'The visitor of an interaction that this agent holds beside another whom they may find, or who shares a value with them.',
    rate: 'command',
    payload: z.object(ofTwo),
    answer: z.object({
      visitor: comparedVisitorSchema,
      other: comparedVisitorSchema,
      /** True when both have a live interaction on one site: they cannot be merged until one is over [P3]. */
      areBothLive: z.boolean(),
    }),
  },
  'visitor:merge': {
    summary:
      'Makes one visitor of the two, with everything that was with either; it cannot be undone. `conflict`: both have something going on on one site, or differ where nothing was chosen.',
    rate: 'command',
    payload: z.object({ ...ofTwo, choices: mergeChoicesSchema }),
    answer: nothing,
  },
});

export const knownVisitorFacts = defineFacts({
  'visitor:merged': {
    summary: 'The visitor of an interaction that this agent holds is one with another now.',
    payload: z.object({ ...ofInteraction, visitor: visitorSchema }),
  },
});
