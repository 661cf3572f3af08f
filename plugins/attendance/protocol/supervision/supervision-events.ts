import { z } from 'zod';

import { agentInteractionSchema } from '../interactions/interactions';
import { clientMessageIdSchema } from '../messages/message-events';
import { messageSchema, watermarkSchema } from '../messages/messages';
import { defineCommands, defineFacts } from '../schemas/commands';
import { agentIdSchema, interactionIdSchema } from '../schemas/ids';
import { sideSchema, timeSchema } from '../schemas/scalars';
import { singleLineOf, textOf } from '../schemas/text';
import { LIMITS } from '../shared/limits';
import { noteSchema } from '../tools/tools';
import { boardSchema, boardWaitingSchema } from './board';

const ofInteraction = { interactionId: interactionIdSchema };
const nothing = z.object({});

/** A live interaction as a supervisor reads it: that of its agent, or one that waits. */
export const supervisedInteractionSchema = agentInteractionSchema.extend({
  status: z.enum(['waiting', 'assigned']),
  /** Agent; null while it waits. */
  agentId: agentIdSchema.nullable(),
  /** Name of the agent; empty while it waits. */
  agentName: z.string(),
  /** Null while it waits. */
  assignedAt: timeSchema.nullable(),
});
export type SupervisedInteraction = z.infer<typeof supervisedInteractionSchema>;

/** A live interaction as a search finds it. */
export const liveInteractionSchema = z.object({
  ...boardWaitingSchema.shape,
  /** Agent who holds it; null while it waits. */
  agentId: agentIdSchema.nullable(),
  agentName: z.string(),
});
export type LiveInteraction = z.infer<typeof liveInteractionSchema>;

/** Commands of supervisors [R17, D3]: `forbidden` to everybody else. Nothing of them reaches a visitor but what a transfer or an end would. */
export const supervisionCommands = defineCommands({
  'board:watch': {
    summary: 'The live board, and from now on `board:changed`, until `board:unwatch` or the connection ends.',
    rate: 'command',
    payload: nothing,
    answer: z.object({ board: boardSchema }),
  },
  'board:unwatch': {
    summary: 'No more of the board. Twice is harmless.',
    rate: 'command',
    payload: nothing,
    answer: nothing,
  },
  'supervision:search': {
    summary:
      'Live interactions, waiting ones too, whose visitor’s name has each word at the beginning of one of its own, or of this protocol number; by waitingSince, 50 at most. Past ones: interaction:search.',
    rate: 'command',
    payload: z.object({ text: singleLineOf(LIMITS.searchCodePoints).default('') }),
    answer: z.object({ interactions: z.array(liveInteractionSchema), hasMore: z.boolean() }),
  },
  'supervision:follow': {
    summary:
      'Reads a live interaction without opening it [S9], and from now on what changes in it, on this connection. A fact may come just before the answer: keep what comes while you ask. Older lines: message:list. One that is over is `conflict`.',
    rate: 'command',
    payload: z.object(ofInteraction),
    answer: z.object({
      interaction: supervisedInteractionSchema,
      messages: z.array(messageSchema),
      hasMore: z.boolean(),
      /** All notes and whispers, by time. */
      notes: z.array(noteSchema),
    }),
  },
  'supervision:unfollow': {
    summary: 'No more of this interaction. Twice is harmless.',
    rate: 'command',
    payload: z.object(ofInteraction),
    answer: nothing,
  },
  'supervision:whisper': {
    summary:
      'A line to the agent who holds it, which only the team sees, among the notes. The same clientNoteId again answers the same note, with another body `conflict`; while nobody holds it, `conflict`.',
    rate: 'message',
    payload: z.object({
      ...ofInteraction,
      clientNoteId: clientMessageIdSchema,
      body: textOf(LIMITS.noteCodePoints),
    }),
    answer: z.object({ note: noteSchema }),
  },
  'supervision:take-over': {
    summary:
      'Gives it to this supervisor, from its agent or from the queue, as a transfer would: `new` until opened. Refused with `conflict`, and `obstacle` says why: then nothing has changed. One’s own is harmless.',
    rate: 'command',
    payload: z.object(ofInteraction),
    answer: z.object({ interaction: agentInteractionSchema }),
  },
  'supervision:put-back': {
    summary:
      'Back to the queue with its place, and not to the same agent while others are there. Refused with `conflict` and `obstacle` where its visitor is away or has ended it. One that waits is harmless.',
    rate: 'command',
    payload: z.object(ofInteraction),
    answer: nothing,
  },
  'supervision:end': {
    summary:
      'Ends what an agent holds, and frees their capacity; the visitor sees what they see when an agent ends it. Twice is harmless; one that waits is `conflict`.',
    rate: 'command',
    payload: z.object({
      ...ofInteraction,
      closingNote: z.literal('').or(textOf(LIMITS.closingNoteCodePoints)).optional(),
    }),
    answer: nothing,
  },
  'supervision:set-offline': {
    summary:
      'Sets an agent Offline, who keeps what they hold and sees the reason. One who is Offline already is `conflict`.',
    rate: 'command',
    payload: z.object({
      agentId: agentIdSchema,
      reason: singleLineOf(LIMITS.offlineNoteCodePoints).refine((text) => text !== '', {
        message: 'required',
      }),
    }),
    answer: nothing,
  },
});

export const supervisionFacts = defineFacts({
  'board:changed': {
    summary:
      'The whole board, to those who watch it: at most once a second, and only when something changed.',
    payload: z.object({ board: boardSchema }),
  },
  'supervision:changed': {
    summary: 'A followed interaction after a change. One with a lower revision than you hold is stale.',
    payload: z.object({ interaction: supervisedInteractionSchema }),
  },
  'supervision:message-posted': {
    summary: 'A line of a followed interaction. A gap in the sequences: ask for message:list.',
    payload: z.object({ ...ofInteraction, message: messageSchema }),
  },
  'supervision:note-written': {
    summary:
      'A note or whisper of a followed interaction; the connection that wrote it hears of it by the acknowledgement only.',
    payload: z.object({ note: noteSchema }),
  },
  'supervision:typing-changed': {
    summary: 'One side of a followed interaction types, or stopped.',
    payload: z.object({ ...ofInteraction, side: sideSchema, isTyping: z.boolean() }),
  },
  'supervision:receipt-advanced': {
    summary: 'How far one side of a followed interaction has received and read.',
    payload: z.object({ ...ofInteraction, side: sideSchema, watermark: watermarkSchema }),
  },
  'supervision:released': {
    summary:
      'Following has ended. `over`: nobody attends it any more; `yours`: this supervisor holds it now; `forbidden`: they may not supervise any more.',
    payload: z.object({ ...ofInteraction, reason: z.enum(['over', 'yours', 'forbidden']) }),
  },
  'followers:changed': {
    summary:
      'To the agent who holds an interaction: who follows it, by name, where the reports’ setting shows that. After a new connection it comes for each that is followed.',
    payload: z.object({ ...ofInteraction, names: z.array(z.string()) }),
  },
});
