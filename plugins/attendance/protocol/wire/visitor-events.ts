import { z } from 'zod';

import { blockFacts, ownBlockSchema } from '../visitors/blocks';
import { callCommands, callFacts, visitorCallCommands } from '../calls/call-events';
import { defineCommands, defineFacts } from '../schemas/commands';
import { endCommands } from '../interactions/end-events';
import { availabilitySchema } from '../schemas/statuses';
import { channelSchema, sideSchema, timeSchema } from '../schemas/scalars';
import { messageSchema, watermarkSchema } from '../messages/messages';
import { queuePlaceSchema, visitorInteractionSchema } from '../interactions/interactions';
import { fieldTargetSchema } from '../settings/form';
import { emailSchema, formAnswersSchema } from '../settings/form-answers';
import { interactionIdSchema } from '../schemas/ids';
import { LIMITS } from '../shared/limits';
import {
  messageListAnswerSchema,
  messageListSchema,
  messagePostAnswerSchema,
  messagePostSchema,
  typingSchema,
  watermarkReportSchema,
} from '../messages/message-events';
import { singleLineOf, textOf } from '../schemas/text';
import { clientHintsSchema, pageSchema } from '../visitors/visitor-handshake';

export * from '../settings/form-answers';
export * from '../messages/message-events';
export * from '../visitors/visitor-handshake';

const ofInteraction = { interactionId: interactionIdSchema };
const nothing = z.object({});

export const startKeySchema = z
  .string()
  .min(LIMITS.startKeyLength.min)
  .max(LIMITS.startKeyLength.max)
  .regex(/^[\w-]+$/);

/** Commands of the visitor's widget. */
export const visitorCommands = defineCommands({
  ...callCommands,
  ...visitorCallCommands,
  ...endCommands,
  'interaction:request': {
    summary:
      'Starts the interaction, or gives the live one back: a visitor has at most one per site. The first one makes the visitor known, and answers the resume token.',
    rate: 'request',
    payload: z.object({
      channel: channelSchema,
      departmentKey: z.string().min(1).max(64).optional(),
      answers: formAnswersSchema.optional(),
      /** Version of the consent that the visitor was shown, or ticked where the site asks for it [W5]. */
      consentVersion: z.number().int().nonnegative().optional(),
      /** Key that every tab of one browser without token sends, so that all get the same visitor. A secret, like a token. */
      startKey: startKeySchema.optional(),
      page: pageSchema,
      clientHints: clientHintsSchema.optional(),
    }),
    answer: z.object({
      /** New with the visitor's first request, else null: the one in use stays valid. */
      token: z.string().nullable(),
      interaction: visitorInteractionSchema,
      messages: z.array(messageSchema),
      /** Visitor's data that the form need not ask again [F2]. */
      known: z.array(fieldTargetSchema),
      /** Visitor's e-mail, from the form or an agent; empty where unknown. */
      visitorEmail: z.string(),
    }),
  },
  'interaction:cancel': {
    summary:
      'The visitor gives up waiting; the interaction becomes `abandoned`. After the assignment: `conflict`.',
    rate: 'command',
    payload: z.object(ofInteraction),
    answer: nothing,
  },
  'interaction:end': {
    summary: 'The visitor ends; the agent still must end it too. Ending twice is harmless.',
    rate: 'command',
    payload: z.object(ofInteraction),
    answer: nothing,
  },
  'message:post': {
    summary:
      'Acknowledged only once stored. The same clientMessageId again answers the same sequence; with another body, `conflict`.',
    rate: 'message',
    payload: messagePostSchema,
    answer: messagePostAnswerSchema,
  },
  'message:list': {
    summary:
      'A page of the transcript: up to 100 lines and 64 kB, so it may hold fewer than asked for; `hasMore` tells. What a visitor is sent has a budget of its own: `rate_limited` says when the next page may be asked for.',
    rate: 'command',
    payload: messageListSchema,
    answer: messageListAnswerSchema,
  },
  'message:delivered': {
    summary: 'The widget holds everything up to this sequence.',
    rate: 'signal',
    payload: watermarkReportSchema,
    answer: nothing,
  },
  'message:read': {
    summary: 'The visitor has seen everything up to this sequence.',
    rate: 'signal',
    payload: watermarkReportSchema,
    answer: nothing,
  },
  'typing:set': {
    summary: 'Shown to the agent for 6 s, or until set false.',
    rate: 'signal',
    payload: typingSchema,
    answer: nothing,
  },
  'page:report': {
    summary: 'The visitor went to another page of the site without a new connection (single-page sites).',
    rate: 'signal',
    payload: z.object({ page: pageSchema }),
    answer: nothing,
  },
  'offline-message:leave': {
    summary: 'Leaves a message while nobody attends, or while waiting with nobody Online.',
    rate: 'request',
    payload: z.object({
      name: singleLineOf(LIMITS.nameCodePoints).refine((name) => name.length > 0, { message: 'required' }),
      email: emailSchema,
      body: textOf(LIMITS.messageCodePoints),
      page: pageSchema,
    }),
    answer: nothing,
  },
});

/** Facts that the visitor's widget receives. */
export const visitorFacts = defineFacts({
  ...callFacts,
  ...blockFacts,
  snapshot: {
    summary: 'The first event of every connection: how things stand. Facts that follow are later than it.',
    payload: z.object({
      serverNow: timeSchema,
      availability: availabilitySchema,
      /** Start of the next business hours, if any; only outside business hours. */
      opensAt: timeSchema.optional(),
      /** True when the token in the handshake is known; when false, delete it. */
      isRecognised: z.boolean(),
      /** A fresh resume token to keep in place of the one presented; null when that one is to be kept. */
      token: z.string().nullable(),
      /** Block; only for a blocked visitor [A10]. */
      block: ownBlockSchema.optional(),
      /** Name of a recognised visitor, whether or not an interaction is live; empty where unknown. */
      visitorName: z.string(),
      visitorEmail: z.string(),
      /** Visitor's data that the form need not ask again [F2]. */
      known: z.array(fieldTargetSchema),
      /** Version of the configuration that the widget shows, of its site and of all sites. Fetch it again when this is higher than yours. */
      siteVersion: z.number().int().nonnegative(),
      /** The live interaction, or the one that ended while the visitor was not connected. */
      interaction: visitorInteractionSchema.nullable(),
      /** The newest page of its transcript. */
      messages: z.array(messageSchema),
    }),
  },
  'interaction:changed': {
    summary: 'The whole interaction after a change. One with a lower revision than you hold is stale.',
    payload: z.object({ interaction: visitorInteractionSchema }),
  },
  'queue:changed': {
    summary: 'New place in the queue, at most every 3 s.',
    payload: z.object({ ...ofInteraction, place: queuePlaceSchema }),
  },
  'message:posted': {
    summary:
      'A stored line, from any side; the connection that posted it hears of it by the acknowledgement only. A sequence that is not the last plus one is a gap: ask for message:list.',
    payload: z.object({ ...ofInteraction, message: messageSchema }),
  },
  'receipt:advanced': {
    summary: 'How far one side has received and read.',
    payload: z.object({ ...ofInteraction, side: sideSchema, watermark: watermarkSchema }),
  },
  'typing:changed': {
    summary: 'The agent types, or stopped.',
    payload: z.object({ ...ofInteraction, isTyping: z.boolean() }),
  },
  'site:changed': {
    summary: 'An admin has changed the site, or what holds for all sites: fetch its configuration anew.',
    payload: z.object({ siteVersion: z.number().int().nonnegative() }),
  },
  'availability:changed': {
    summary: 'Somebody attends now, or nobody does; outside business hours with when they begin again.',
    payload: z.object({ availability: availabilitySchema, opensAt: timeSchema.optional() }),
  },
});
