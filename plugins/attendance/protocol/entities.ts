import { z } from 'zod';

import { callMediumSchema, callSchema } from './calls';
import {
  agentIdSchema,
  departmentIdSchema,
  interactionIdSchema,
  offlineMessageIdSchema,
  siteIdSchema,
  visitorIdSchema,
} from './ids';
import { channelSchema, presenceSchema, sideSchema, timeSchema } from './scalars';

export * from './calls';
export * from './scalars';

/** Set Offline by the service: too many interactions in a row were not opened [R10], or the connection was lost for too long [R14]. */
export const offlineReasonSchema = z.enum(['missed', 'lost']);
export type OfflineReason = z.infer<typeof offlineReasonSchema>;

/** Life of an interaction (spec, Life). `ended` and `abandoned` are final. */
export const interactionStatusSchema = z.enum(['waiting', 'assigned', 'ended', 'abandoned']);
export type InteractionStatus = z.infer<typeof interactionStatusSchema>;

export const visitorEndReasonSchema = z.enum(['visitor-ended', 'visitor-gone']);
/** Why the visitor's side is over: they pressed "Encerrar", or were away for longer than the persistence time [P3]. */
export type VisitorEndReason = z.infer<typeof visitorEndReasonSchema>;

/**
 * What a system line tells; the screen words it in its own language. `agent-left`: the interaction went back to the
 * queue, for the agent did not open it in time [R10], or lost the connection for too long [R14].
 */
export const systemLineSchema = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('agent-joined'), agentName: z.string() }),
  z.object({ kind: z.literal('agent-left'), agentName: z.string(), reason: z.enum(['missed', 'lost']) }),
  z.object({ kind: z.literal('page-changed'), url: z.string(), title: z.string() }),
  z.object({ kind: z.literal('visitor-ended'), reason: visitorEndReasonSchema }),
  z.object({ kind: z.literal('agent-ended') }),
  z.object({ kind: z.literal('call-started'), medium: callMediumSchema }),
  z.object({
    kind: z.literal('call-ended'),
    medium: callMediumSchema,
    by: z.enum(['visitor', 'agent', 'nobody']),
    durationMs: z.number().int().nonnegative(),
  }),
  z.object({
    kind: z.literal('call-unanswered'),
    medium: callMediumSchema,
    /** Who had asked. */
    by: sideSchema,
    reason: z.enum(['declined', 'withdrawn', 'lapsed']),
  }),
]);
export type SystemLine = z.infer<typeof systemLineSchema>;

const messageBase = {
  /** Dense from 1 within the interaction: the one order for everybody [C3]. */
  sequence: z.number().int().positive(),
  sentAt: timeSchema,
};

export const messageSchema = z.discriminatedUnion('side', [
  z.object({
    ...messageBase,
    side: z.literal('visitor'),
    clientMessageId: z.string(),
    body: z.string(),
  }),
  z.object({
    ...messageBase,
    side: z.literal('agent'),
    clientMessageId: z.string(),
    agentId: agentIdSchema,
    agentName: z.string(),
    body: z.string(),
  }),
  z.object({ ...messageBase, side: z.literal('system'), line: systemLineSchema }),
]);
/** One line of a transcript. */
export type Message = z.infer<typeof messageSchema>;
export type PersonMessage = Exclude<Message, { side: 'system' }>;

/** Highest sequence that one side has received, and has read [C2]. */
export const watermarkSchema = z.object({
  delivered: z.number().int().nonnegative(),
  read: z.number().int().nonnegative(),
});
export type Watermark = z.infer<typeof watermarkSchema>;

export const receiptsSchema = z.object({ visitor: watermarkSchema, agent: watermarkSchema });
export type Receipts = z.infer<typeof receiptsSchema>;

/** What the platform saw by itself [A5]. Empty strings where nothing was seen. */
export const capturedSchema = z.object({
  originUrl: z.string(),
  originTitle: z.string(),
  currentUrl: z.string(),
  currentTitle: z.string(),
  referrer: z.string(),
  language: z.string(),
  browser: z.string(),
  operatingSystem: z.string(),
  /** Empty for an agent without the permission to see it [X1]. */
  ip: z.string(),
});
export type Captured = z.infer<typeof capturedSchema>;

/** The visitor as an agent sees them [A4]. Empty strings where nothing is known. */
export const visitorSchema = z.object({
  id: visitorIdSchema,
  name: z.string(),
  email: z.string(),
  phone: z.string(),
  document: z.string(),
});
export type Visitor = z.infer<typeof visitorSchema>;

export const departmentSchema = z.object({ id: departmentIdSchema, key: z.string(), name: z.string() });
export type Department = z.infer<typeof departmentSchema>;

/** The facts the five indicators are computed from (spec, S); nothing else is needed. */
export const indicatorFactsSchema = z.object({
  visitorEndedAt: timeSchema.nullable(),
  openedAt: timeSchema.nullable(),
  awayUntil: timeSchema.nullable(),
  /** Side of the last public text by a person [S8]. */
  lastWriter: sideSchema.nullable(),
  call: callSchema.nullable(),
  /** How many calls have been connected in it, the present one too. */
  callCount: z.number().int().nonnegative(),
});
export type IndicatorFacts = z.infer<typeof indicatorFactsSchema>;

/** An assigned interaction as its agent sees it. */
export const agentInteractionSchema = z.object({
  ...indicatorFactsSchema.shape,
  id: interactionIdSchema,
  /** Grows with every change of the interaction; an older one is stale news. */
  revision: z.number().int().nonnegative(),
  protocolNumber: z.string(),
  siteId: siteIdSchema,
  siteName: z.string(),
  /** That of the call, once a chat was raised to one; how it began is `beganAs` [M1]. */
  channel: channelSchema,
  beganAs: channelSchema,
  agentId: agentIdSchema,
  department: departmentSchema.nullable(),
  visitor: visitorSchema,
  /** The visitor's request: start of the interaction [A5], and of its place in the queue [R7]. */
  waitingSince: timeSchema,
  assignedAt: timeSchema,
  awaySince: timeSchema.nullable(),
  /** When the ring runs out [R10]; null when it does not run. */
  ringUntil: timeSchema.nullable(),
  /** What is left of a ring that rests while the visitor is away, in milliseconds. */
  ringLeftMs: z.number().int().nonnegative().nullable(),
  visitorEndReason: visitorEndReasonSchema.nullable(),
  lastSequence: z.number().int().nonnegative(),
  lastPreview: z.object({ side: sideSchema, body: z.string(), sentAt: timeSchema }).nullable(),
  /** When the oldest text of the visitor that no agent has answered was written; null when nothing is pending. */
  pendingSince: timeSchema.nullable(),
  /** Texts of the visitor beyond the agent's read watermark. */
  unreadCount: z.number().int().nonnegative(),
  receipts: receiptsSchema,
  captured: capturedSchema,
});
export type AgentInteraction = z.infer<typeof agentInteractionSchema>;

const visitorInteractionBase = {
  id: interactionIdSchema,
  revision: z.number().int().nonnegative(),
  protocolNumber: z.string(),
  /** That of the call, once a chat was raised to one. */
  channel: channelSchema,
  call: callSchema.nullable(),
  waitingSince: timeSchema,
  lastSequence: z.number().int().nonnegative(),
  receipts: receiptsSchema,
};

export const queuePlaceSchema = z.object({
  /** 1 is next [R12]. */
  position: z.number().int().positive(),
  /** Null below 5 samples. */
  estimatedWaitMs: z.number().int().nonnegative().nullable(),
});
export type QueuePlace = z.infer<typeof queuePlaceSchema>;

/** An interaction as its visitor sees it. */
export const visitorInteractionSchema = z.discriminatedUnion('status', [
  z.object({ ...visitorInteractionBase, status: z.literal('waiting'), place: queuePlaceSchema.nullable() }),
  z.object({
    ...visitorInteractionBase,
    status: z.literal('assigned'),
    agent: z.object({ id: agentIdSchema, name: z.string() }),
  }),
  z.object({
    ...visitorInteractionBase,
    status: z.literal('ended'),
    endedAt: timeSchema,
    endedBy: z.enum(['visitor', 'agent', 'nobody']),
    agent: z.object({ id: agentIdSchema, name: z.string() }).nullable(),
  }),
]);
export type VisitorInteraction = z.infer<typeof visitorInteractionSchema>;

/** Whether somebody attends now, and what the widget offers [R13]. */
export const availabilitySchema = z.enum(['online', 'offline', 'outside-hours']);
export type Availability = z.infer<typeof availabilitySchema>;

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

export const offlineMessageStatusSchema = z.enum(['open', 'taken', 'answered']);

/** What a visitor left while nobody attended [R13]: a record of its own, not an interaction. */
export const offlineMessageSchema = z.object({
  id: offlineMessageIdSchema,
  siteId: siteIdSchema,
  siteName: z.string(),
  status: offlineMessageStatusSchema,
  name: z.string(),
  email: z.string(),
  body: z.string(),
  originUrl: z.string(),
  leftAt: timeSchema,
  takenBy: z.object({ id: agentIdSchema, name: z.string() }).nullable(),
});
export type OfflineMessage = z.infer<typeof offlineMessageSchema>;

/** The agent behind a socket, as they see themselves. */
export const agentSelfSchema = z.object({
  id: agentIdSchema,
  publicName: z.string(),
  presence: presenceSchema,
  /** [R2] Chats at once. */
  capacity: z.number().int().nonnegative(),
  channels: z.array(channelSchema),
  isSupervisor: z.boolean(),
  /** Why they are Offline when it was not their own choice; null otherwise. */
  offlineReason: offlineReasonSchema.nullable(),
  /** A call that has waited long keeps this agent for itself: no new chat comes [R8]. */
  isReserved: z.boolean(),
});
export type AgentSelf = z.infer<typeof agentSelfSchema>;

/** One past interaction in the visitor's timeline [A5]. */
export const pastInteractionSchema = z.object({
  id: interactionIdSchema,
  protocolNumber: z.string(),
  channel: channelSchema,
  agentName: z.string(),
  startedAt: timeSchema,
  durationMs: z.number().int().nonnegative(),
  closingTag: z.string(),
  closingNote: z.string(),
});
export type PastInteraction = z.infer<typeof pastInteractionSchema>;
