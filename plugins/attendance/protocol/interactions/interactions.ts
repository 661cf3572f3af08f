import { z } from 'zod';

import { attachmentSchema } from '../attachments/attachments';
import { callSchema } from '../calls/calls';
import { consentGivenSchema, formAnswerSchema } from '../settings/form';
import {
  agentIdSchema,
  interactionIdSchema,
  siteIdSchema,
  tagIdSchema,
  visitorIdSchema,
} from '../schemas/ids';
import { receiptsSchema } from '../messages/messages';
import { capturedSchema, departmentSchema, fieldValuesSchema, visitorSchema } from './people';
import { ratingSchema } from './ratings';
import { channelSchema, sideSchema, timeSchema } from '../schemas/scalars';
import { visitorEndReasonSchema } from '../schemas/statuses';

/** The facts the indicators are computed from (spec, S), by rank; nothing else is needed. */
export const indicatorFactsSchema = z.object({
  visitorEndedAt: timeSchema.nullable(),
  openedAt: timeSchema.nullable(),
  awayUntil: timeSchema.nullable(),
  call: callSchema.nullable(),
  /** Side of the last public text by a person [S8]. */
  lastWriter: sideSchema.nullable(),
  /** Number of calls connected in this interaction, with the present one. */
  callCount: z.number().int().nonnegative(),
});
export type IndicatorFacts = z.infer<typeof indicatorFactsSchema>;

/** An assigned interaction as its agent sees it. */
export const agentInteractionSchema = z.object({
  ...indicatorFactsSchema.shape,
  id: interactionIdSchema,
  /** Revision, which grows with every change of the interaction; an older one is stale news. */
  revision: z.number().int().nonnegative(),
  protocolNumber: z.string(),
  siteId: siteIdSchema,
  siteName: z.string(),
  /** Present channel: the call's, once a chat was raised to one; the first one is `beganAs` [M1]. */
  channel: channelSchema,
  beganAs: channelSchema,
  agentId: agentIdSchema,
  department: departmentSchema.nullable(),
  visitor: visitorSchema,
  /** The visitor's request: start of the interaction [A5], and of its place in the queue [R7]. */
  waitingSince: timeSchema,
  assignedAt: timeSchema,
  awaySince: timeSchema.nullable(),
  /** Deadline of the ring [R10]; null while it does not run. */
  ringUntil: timeSchema.nullable(),
  /** Rest of a ring that is paused while the visitor is away, in milliseconds. */
  ringLeftMs: z.number().int().nonnegative().nullable(),
  visitorEndReason: visitorEndReasonSchema.nullable(),
  lastSequence: z.number().int().nonnegative(),
  lastPreview: z
    .object({
      side: sideSchema,
      body: z.string(),
      sentAt: timeSchema,
      /** Kind and name of each attachment; absent where there is none. */
      files: z.array(attachmentSchema.pick({ kind: true, name: true })).optional(),
    })
    .nullable(),
  /** Time of the visitor's oldest text that no agent has answered; null when nothing is pending. */
  pendingSince: timeSchema.nullable(),
  /** Texts of the visitor beyond the agent's read watermark. */
  unreadCount: z.number().int().nonnegative(),
  receipts: receiptsSchema,
  captured: capturedSchema,
  /** Answers that the visitor gave before the contact [F2]. */
  answers: z.array(formAnswerSchema),
  consent: consentGivenSchema.nullable(),
  /** Ids of the team's tags, ascending; never sent to a visitor [C9]. */
  tagIds: z.array(tagIdSchema),
  /** Values of the custom fields, the visitor's and the interaction's alike. */
  fieldValues: fieldValuesSchema,
  /** The visitor's rating, once their side is over [W4]; null until they give one. */
  rating: ratingSchema.nullable(),
});
export type AgentInteraction = z.infer<typeof agentInteractionSchema>;

const visitorInteractionBase = {
  id: interactionIdSchema,
  revision: z.number().int().nonnegative(),
  protocolNumber: z.string(),
  /** Present channel: the call's, once a chat was raised to one. */
  channel: channelSchema,
  call: callSchema.nullable(),
  waitingSince: timeSchema,
  lastSequence: z.number().int().nonnegative(),
  receipts: receiptsSchema,
};

export const queuePlaceSchema = z.object({
  /** 1 is next [R12]. */
  position: z.number().int().positive(),
  /** Estimated wait in ms; null below 5 samples. */
  estimatedWaitMs: z.number().int().nonnegative().nullable(),
});
export type QueuePlace = z.infer<typeof queuePlaceSchema>;

/** The attending agent, as far as a visitor may see them. */
const attendingAgentSchema = z.object({
  id: agentIdSchema,
  name: z.string(),
  /** Address of their own photo; absent where there is none. */
  photo: z.string().optional(),
});

/** An interaction as its visitor sees it. */
export const visitorInteractionSchema = z.discriminatedUnion('status', [
  z.object({ ...visitorInteractionBase, status: z.literal('waiting'), place: queuePlaceSchema.nullable() }),
  z.object({
    ...visitorInteractionBase,
    status: z.literal('assigned'),
    agent: attendingAgentSchema.extend({
      isOnline: z.boolean().meta({ description: 'Online, and connected' }),
      /** True when the agent has been without connection for so long that somebody else may take over [R14]. */
      isAway: z.boolean(),
    }),
  }),
  z.object({
    ...visitorInteractionBase,
    status: z.literal('ended'),
    endedAt: timeSchema,
    endedBy: z.enum(['visitor', 'agent', 'nobody']),
    agent: attendingAgentSchema.nullable(),
  }),
]);
export type VisitorInteraction = z.infer<typeof visitorInteractionSchema>;

/** One waiting interaction in the queue under the agent's list. */
export const queueEntrySchema = z.object({
  interactionId: interactionIdSchema,
  channel: channelSchema,
  visitorName: z.string(),
  visitorId: visitorIdSchema,
  department: departmentSchema.nullable(),
  waitingSince: timeSchema,
  isAway: z.boolean(),
});
export type QueueEntry = z.infer<typeof queueEntrySchema>;

/** One past interaction in the visitor's timeline [A5]. */
export const pastInteractionSchema = z.object({
  id: interactionIdSchema,
  protocolNumber: z.string(),
  channel: channelSchema,
  agentName: z.string(),
  startedAt: timeSchema,
  durationMs: z.number().int().nonnegative(),
  /** Label from before there were tags; only older interactions have one. */
  closingTag: z.string(),
  closingNote: z.string(),
  tagIds: z.array(tagIdSchema),
  rating: ratingSchema.nullable(),
});
export type PastInteraction = z.infer<typeof pastInteractionSchema>;
