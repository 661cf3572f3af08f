import { z } from 'zod';

import { callCommands, callFacts } from './call-events';
import { defineCommands, defineFacts } from './commands';
import {
  availabilitySchema,
  channelSchema,
  localeSchema,
  messageSchema,
  queuePlaceSchema,
  sideSchema,
  timeSchema,
  visitorInteractionSchema,
  watermarkSchema,
} from './entities';
import { interactionIdSchema } from './ids';
import { LIMITS } from './limits';
import { lineOf, textOf, webAddress } from './text';

/** The page on which the visitor is, as the site's loader reports it. */
export const pageSchema = z.object({
  url: webAddress(LIMITS.urlLength),
  title: lineOf(LIMITS.titleCodePoints),
  referrer: webAddress(LIMITS.urlLength).or(z.literal('')),
});
export type Page = z.infer<typeof pageSchema>;

/** User-Agent Client Hints, where the browser gives them (`navigator.userAgentData.getHighEntropyValues`). */
export const clientHintsSchema = z.object({
  brands: z.array(z.object({ brand: lineOf(60), version: lineOf(30) })).max(10),
  mobile: z.boolean(),
  platform: lineOf(60),
  platformVersion: lineOf(30),
  model: lineOf(60),
});
export type ClientHints = z.infer<typeof clientHintsSchema>;

/** `auth` of a connection to /visitor. */
export const visitorHandshakeSchema = z.object({
  protocol: z.number(),
  siteKey: z.string().min(1).max(64),
  /** The resume token of an earlier `interaction:request`, or null. Never in a URL. */
  token: z.string().min(1).max(128).nullable(),
  /** The interaction that the widget last showed as live: the snapshot answers it also when it has ended meanwhile. */
  interactionId: interactionIdSchema.nullable().default(null),
  locale: localeSchema,
  page: pageSchema,
});
export type VisitorHandshake = z.infer<typeof visitorHandshakeSchema>;

export const emailSchema = z
  .string()
  .max(LIMITS.emailLength)
  .transform((text) => text.trim())
  .pipe(
    z.email({
      pattern: /^[^\s@<>()[\]\\,;:"]{1,64}@[^\s@<>()[\]\\,;:"]{1,190}\.[^\s@.<>()[\]\\,;:"]{2,63}$/,
    }),
  );

const phoneSchema = z
  .string()
  .max(LIMITS.phoneLength)
  .transform((text) => text.trim())
  .pipe(z.string().regex(/^[+()\d\s.-]{6,}$/, { message: 'not a phone number' }));

/** Answers of the pre-attendance form; which are required is the site's setting, checked by the server [F2]. */
export const formAnswersSchema = z.object({
  name: lineOf(LIMITS.nameCodePoints).optional(),
  email: emailSchema.or(z.literal('')).optional(),
  phone: phoneSchema.or(z.literal('')).optional(),
});
export type FormAnswers = z.infer<typeof formAnswersSchema>;

export const clientMessageIdSchema = z
  .string()
  .min(LIMITS.clientMessageIdLength.min)
  .max(LIMITS.clientMessageIdLength.max)
  .regex(/^[\w-]+$/);

export const startKeySchema = z
  .string()
  .min(LIMITS.startKeyLength.min)
  .max(LIMITS.startKeyLength.max)
  .regex(/^[\w-]+$/);

const ofInteraction = { interactionId: interactionIdSchema };
const nothing = z.object({});
const watermark = z.object({ ...ofInteraction, sequence: z.number().int().positive() });

export const messagePostSchema = z.object({
  ...ofInteraction,
  clientMessageId: clientMessageIdSchema,
  body: textOf(LIMITS.messageCodePoints),
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
  /** Whether there is more in the direction asked. */
  hasMore: z.boolean(),
});

export const typingSchema = z.object({ ...ofInteraction, isTyping: z.boolean() });

/** What the visitor's widget may ask of the server. */
export const visitorCommands = defineCommands({
  ...callCommands,
  'interaction:request': {
    summary:
      'Starts the interaction, or gives the live one back: a visitor has at most one per site. The first one makes the visitor known, and answers the resume token.',
    rate: 'request',
    payload: z.object({
      channel: channelSchema,
      departmentKey: z.string().min(1).max(64).optional(),
      form: formAnswersSchema.optional(),
      /** The same from every tab of one browser that has no token yet: then all get the same visitor. A secret, like a token. */
      startKey: startKeySchema.optional(),
      page: pageSchema,
      clientHints: clientHintsSchema.optional(),
    }),
    answer: z.object({
      /** New with the visitor's first request, else null: the one in use stays valid. */
      token: z.string().nullable(),
      interaction: visitorInteractionSchema,
      messages: z.array(messageSchema),
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
    summary: 'A page of the transcript.',
    rate: 'command',
    payload: messageListSchema,
    answer: messageListAnswerSchema,
  },
  'message:delivered': {
    summary: 'The widget holds everything up to this sequence.',
    rate: 'signal',
    payload: watermark,
    answer: nothing,
  },
  'message:read': {
    summary: 'The visitor has seen everything up to this sequence.',
    rate: 'signal',
    payload: watermark,
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
      name: lineOf(LIMITS.nameCodePoints).refine((name) => name.length > 0, { message: 'required' }),
      email: emailSchema,
      body: textOf(LIMITS.messageCodePoints),
      page: pageSchema,
    }),
    answer: nothing,
  },
});

/** What the server tells the visitor's widget. */
export const visitorFacts = defineFacts({
  ...callFacts,
  snapshot: {
    summary: 'The first event of every connection: how things stand. Facts that follow are later than it.',
    payload: z.object({
      serverNow: timeSchema,
      availability: availabilitySchema,
      /** Whether the token in the handshake was known; when false, forget it. */
      isRecognised: z.boolean(),
      /** A fresh resume token to keep in place of the one presented; null when that one is to be kept. */
      token: z.string().nullable(),
      /** Of whoever is recognised, whether or not anything is live; empty where nobody has told it. */
      visitorName: z.string(),
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
  'availability:changed': {
    summary: 'Somebody attends now, or nobody does.',
    payload: z.object({ availability: availabilitySchema }),
  },
});
