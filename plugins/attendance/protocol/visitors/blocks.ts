import { z } from 'zod';

import { defineCommands, defineFacts } from '../schemas/commands';
import { blockIdSchema, interactionIdSchema, visitorIdSchema } from '../schemas/ids';
import { LIMITS } from '../shared/limits';
import { timeSchema } from '../schemas/scalars';
import { textOf } from '../schemas/text';

export const BLOCK_DURATIONS = ['hour', 'day', 'week', 'forever'] as const;
export const blockDurationSchema = z.enum(BLOCK_DURATIONS);
export type BlockDuration = z.infer<typeof blockDurationSchema>;

/** A block as the team sees it [A10]. */
export const blockSchema = z.object({
  id: blockIdSchema,
  visitorId: visitorIdSchema,
  visitorName: z.string(),
  siteName: z.string(),
  reason: z.string(),
  byName: z.string(),
  blockedAt: timeSchema,
  /** End of the block; null for ever. */
  until: timeSchema.nullable(),
  /** True when the IP address is blocked too; the address itself is never sent. */
  withAddress: z.boolean(),
});
export type Block = z.infer<typeof blockSchema>;

/** A block as the visitor sees it: until when, and nothing of why. */
export const ownBlockSchema = z.object({ until: timeSchema.nullable() });
export type OwnBlock = z.infer<typeof ownBlockSchema>;

export const blockCommands = defineCommands({
  'visitor:block': {
    summary:
      'Blocks the visitor of an interaction that this agent holds: theirs ends on their side, and until it is over they are refused with `forbidden`. With `withAddress`, new contacts from their address on this site are refused too.',
    rate: 'command',
    payload: z.object({
      interactionId: interactionIdSchema,
      reason: textOf(LIMITS.blockReasonCodePoints),
      duration: blockDurationSchema,
      withAddress: z.boolean(),
    }),
    answer: z.object({ block: blockSchema }),
  },
  'visitor:unblock': {
    summary:
      'Lifts a block before its time: by whoever made it, whoever attends the visitor, or a supervisor. Lifting twice is harmless.',
    rate: 'command',
    payload: z.object({ blockId: blockIdSchema }),
    answer: z.object({}),
  },
  'block:list': {
    summary:
      'Blocks that are in force, newest first: of the visitor of an interaction that this agent holds, or else all that this agent may lift.',
    rate: 'command',
    payload: z.object({ interactionId: interactionIdSchema.nullable() }),
    answer: z.object({ blocks: z.array(blockSchema) }),
  },
});

/** Facts about a block that only the visitor receives. */
export const blockFacts = defineFacts({
  'block:changed': {
    summary: 'The visitor is blocked, until then; or, with null, not any more.',
    payload: z.object({ block: ownBlockSchema.nullable() }),
  },
});
