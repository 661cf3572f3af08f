import { z } from 'zod';

import { attachmentIdsSchema } from '../attachments/attachments';
import { interactionIdSchema } from '../schemas/ids';
import { LIMITS } from '../shared/limits';
import { messageSchema } from './messages';
import { timeSchema } from '../schemas/scalars';
import { textOrNothing } from '../schemas/text';

export const clientMessageIdSchema = z
  .string()
  .min(LIMITS.clientMessageIdLength.min)
  .max(LIMITS.clientMessageIdLength.max)
  .regex(/^[\w-]+$/);

const ofInteraction = { interactionId: interactionIdSchema };
/** Watermark of one side: the sequence up to which it has received, or seen, the messages of an interaction. */
export const watermarkReportSchema = z.object({ ...ofInteraction, sequence: z.number().int().positive() });

export const messagePostSchema = z
  .object({
    ...ofInteraction,
    clientMessageId: clientMessageIdSchema,
    /** Text of the message; may be empty only with attachments. */
    body: textOrNothing(LIMITS.messageCodePoints),
    /** Uploaded for this interaction by the same side, and carried by no message yet; in the order in which they are shown [C6]. */
    attachmentIds: attachmentIdsSchema.optional(),
  })
  .refine(({ attachmentIds = [], body }) => body !== '' || attachmentIds.length > 0, {
    path: ['body'],
    message: 'nothing visible in it',
  });
export const messagePostAnswerSchema = z.object({
  sequence: z.number().int().positive(),
  sentAt: timeSchema,
});

/** A page of a transcript: after a sequence (what was missed), or before one (scrolling back); the newest page when neither is given. */
export const messageListSchema = z
  .object({
    ...ofInteraction,
    afterSequence: z.number().int().nonnegative().optional(),
    beforeSequence: z.number().int().positive().optional(),
    limit: z.number().int().min(1).max(LIMITS.transcriptPage).default(LIMITS.transcriptPage),
  })
  .refine((query) => query.afterSequence === undefined || query.beforeSequence === undefined, {
    message: 'afterSequence and beforeSequence exclude each other',
  });
export const messageListAnswerSchema = z.object({
  /** Ascending by sequence. */
  messages: z.array(messageSchema),
  /** True when there are more in the requested direction. */
  hasMore: z.boolean(),
});

export const typingSchema = z.object({ ...ofInteraction, isTyping: z.boolean() });
