import { z } from 'zod';

import { blockCommands } from '../visitors/blocks';
import { callCommands, callFacts, callQualityFacts } from '../calls/call-events';
import { defineCommands, defineFacts } from '../schemas/commands';
import {
  agentInteractionSchema,
  pastInteractionSchema,
  queueEntrySchema,
} from '../interactions/interactions';
import { agentSelfSchema, visitorSchema } from '../interactions/people';
import { localeSchema, presenceSchema, sideSchema, timeSchema } from '../schemas/scalars';
import { messageSchema, watermarkSchema } from '../messages/messages';
import { offlineMessageSchema } from '../messages/offline-messages';
import { interactionIdSchema, offlineMessageIdSchema, visitorIdSchema } from '../schemas/ids';
import { knownVisitorCommands, knownVisitorFacts } from '../visitors/known-visitors';
import { LIMITS } from '../shared/limits';
import { searchCommands } from '../search/search';
import { transferCommands } from '../interactions/transfer';
import {
  messageListAnswerSchema,
  messageListSchema,
  messagePostAnswerSchema,
  messagePostSchema,
  typingSchema,
  watermarkReportSchema,
} from '../messages/message-events';
import { singleLineOf, textOf } from '../schemas/text';
import { supervisionCommands, supervisionFacts } from '../supervision/supervision-events';
import { toolCommands, toolFacts } from '../tools/tool-events';
import { noteSchema, toolsSchema } from '../tools/tools';

/** `auth` of a connection to /agent. */
export const agentHandshakeSchema = z.object({
  protocol: z.number(),
  /** An access token of Strapi's admin session. */
  token: z.string().min(1).max(4_096),
  locale: localeSchema,
});
export type AgentHandshake = z.infer<typeof agentHandshakeSchema>;

const ofInteraction = { interactionId: interactionIdSchema };
const nothing = z.object({});

/** Commands of the agent's screen. */
export const agentCommands = defineCommands({
  ...callCommands,
  ...toolCommands,
  ...transferCommands,
  ...blockCommands,
  ...knownVisitorCommands,
  ...searchCommands,
  ...supervisionCommands,
  'presence:set': {
    summary:
      'Online receives; Offline keeps what is held and gets nothing new. Stored: it survives reloads and restarts.',
    rate: 'command',
    payload: z.object({ presence: presenceSchema }),
    answer: z.object({ self: agentSelfSchema }),
  },
  'interaction:open': {
    summary:
      'The agent selected the row [S9]; answers the newest page of the transcript. Opening twice is harmless.',
    rate: 'command',
    payload: z.object(ofInteraction),
    answer: z.object({
      interaction: agentInteractionSchema,
      messages: z.array(messageSchema),
      hasMore: z.boolean(),
      /** All notes, by time. */
      notes: z.array(noteSchema),
    }),
  },
  'interaction:end': {
    summary: 'Ends the interaction and frees its capacity [A6]. Ending twice is harmless.',
    rate: 'command',
    payload: z.object({
      ...ofInteraction,
      closingTag: singleLineOf(LIMITS.closingTagCodePoints).optional(),
      closingNote: z.literal('').or(textOf(LIMITS.closingNoteCodePoints)).optional(),
    }),
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
      'A page of the transcript of an interaction that this agent holds, of an earlier one of a visitor whom they attend, or of an ended one that they opened; for a supervisor of any that is over, and of one that this connection follows. Up to 100 lines and 64 kB: `hasMore` tells whether there is more.',
    rate: 'command',
    payload: messageListSchema,
    answer: messageListAnswerSchema,
  },
  'message:delivered': {
    summary: 'The screen holds everything up to this sequence.',
    rate: 'signal',
    payload: watermarkReportSchema,
    answer: nothing,
  },
  'message:read': {
    summary: 'The agent has seen everything up to this sequence.',
    rate: 'signal',
    payload: watermarkReportSchema,
    answer: nothing,
  },
  'typing:set': {
    summary: 'Shown to the visitor for 6 s, or until set false.',
    rate: 'signal',
    payload: typingSchema,
    answer: nothing,
  },
  'visitor:update': {
    summary:
      'Fields of the visitor, saved as typed [A4]: absent ones stay as they are. Only while attending the visitor.',
    rate: 'command',
    payload: z.object({
      ...ofInteraction,
      name: singleLineOf(LIMITS.nameCodePoints).optional(),
      email: singleLineOf(LIMITS.emailLength).optional(),
      phone: singleLineOf(LIMITS.phoneLength).optional(),
      document: singleLineOf(LIMITS.documentLength).optional(),
    }),
    answer: z.object({ visitor: visitorSchema }),
  },
  'visitor:history': {
    summary:
      'Earlier interactions of the visitor of an interaction that this agent holds, newest first, 50 at most.',
    rate: 'command',
    payload: z.object({ ...ofInteraction, visitorId: visitorIdSchema }),
    answer: z.object({ interactions: z.array(pastInteractionSchema) }),
  },
  'offline-message:take': {
    summary: 'This agent will answer it. Taken by another: `conflict`.',
    rate: 'command',
    payload: z.object({ offlineMessageId: offlineMessageIdSchema }),
    answer: nothing,
  },
  'offline-message:answer': {
    summary: '"Marcar como respondida": it leaves the list. Answered twice is harmless.',
    rate: 'command',
    payload: z.object({ offlineMessageId: offlineMessageIdSchema }),
    answer: nothing,
  },
});

export const queueSchema = z.object({
  /** Number of all who wait, also beyond the entries listed. */
  count: z.number().int().nonnegative(),
  /** First 50 entries, by waitingSince. */
  entries: z.array(queueEntrySchema),
});
export type Queue = z.infer<typeof queueSchema>;

/** Facts that the agent's screen receives. */
export const agentFacts = defineFacts({
  ...callFacts,
  ...callQualityFacts,
  ...toolFacts,
  ...knownVisitorFacts,
  ...supervisionFacts,
  snapshot: {
    summary: 'The first event of every connection: how things stand. Facts that follow are later than it.',
    payload: z.object({
      serverNow: timeSchema,
      self: agentSelfSchema,
      interactions: z.array(agentInteractionSchema),
      queue: queueSchema,
      /** Open and taken ones, oldest first. */
      offlineMessages: z.array(offlineMessageSchema),
      tools: toolsSchema,
    }),
  },
  'self:changed': {
    summary: 'Presence, capacity or name of this agent changed, here or elsewhere.',
    payload: z.object({ self: agentSelfSchema }),
  },
  'interaction:changed': {
    summary:
      'The whole interaction after a change, or as it arrives. One with a lower revision than you hold is stale.',
    payload: z.object({ interaction: agentInteractionSchema }),
  },
  'interaction:removed': {
    summary: 'It is no longer this agent’s: ended, or given to somebody else.',
    payload: z.object({ ...ofInteraction, reason: z.enum(['ended', 'reassigned']) }),
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
    summary: 'The visitor types, or stopped.',
    payload: z.object({ ...ofInteraction, isTyping: z.boolean() }),
  },
  'queue:changed': {
    summary: 'Who waits, at most once a second.',
    payload: z.object({ queue: queueSchema }),
  },
  'offline-message:changed': {
    summary: 'One was left, taken or answered; an answered one leaves the list.',
    payload: z.object({ offlineMessage: offlineMessageSchema }),
  },
});
