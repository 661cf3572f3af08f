import { z } from 'zod';

import { indicatorFactsSchema, queueEntrySchema } from '../interactions/interactions';
import { departmentSchema } from '../interactions/people';
import { levelFiguresSchema } from '../reports/reports';
import { agentIdSchema, departmentIdSchema, interactionIdSchema } from '../schemas/ids';
import { channelSchema, dateSchema, presenceSchema, timeSchema } from '../schemas/scalars';
import { offlineReasonSchema } from '../schemas/statuses';

const count = z.number().int().nonnegative();

/** Those who wait for one department [D3]. */
export const boardQueueSchema = z.object({
  /** Department; null for those who asked for none. */
  department: departmentSchema.nullable(),
  /** Number of present visitors who wait, by channel. */
  waiting: z.record(channelSchema, count),
  /** Number of those who wait and are away: they keep their place, and are not assigned [P5]. */
  away: count,
  /** Request of the present visitor who has waited longest; null where none is present. */
  longestSince: timeSchema.nullable(),
});
export type BoardQueue = z.infer<typeof boardQueueSchema>;

/** An interaction that waits. */
export const boardWaitingSchema = z.object({ ...queueEntrySchema.shape, protocolNumber: z.string() });
export type BoardWaiting = z.infer<typeof boardWaitingSchema>;

/** An interaction that an agent holds; `indicatorOf` gives its indicator. */
export const boardHeldSchema = z.object({
  ...indicatorFactsSchema.shape,
  id: interactionIdSchema,
  protocolNumber: z.string(),
  channel: channelSchema,
  visitorName: z.string(),
  department: departmentSchema.nullable(),
  /** The visitor's request. */
  waitingSince: timeSchema,
  assignedAt: timeSchema,
});
export type BoardHeld = z.infer<typeof boardHeldSchema>;

export const boardAgentSchema = z.object({
  id: agentIdSchema,
  name: z.string(),
  /** Address of their photo; empty where there is none. */
  photo: z.string(),
  presence: presenceSchema,
  isConnected: z.boolean(),
  /** Why they are Offline when it was not their own choice; null otherwise. */
  offlineReason: offlineReasonSchema.nullable(),
  /** Words of the supervisor who set them Offline; empty otherwise. */
  offlineNote: z.string(),
  channels: z.array(channelSchema),
  departmentIds: z.array(departmentIdSchema),
  /** [R2] Chats at once. */
  capacity: count,
  /** Interactions that count against the capacity: all that are held [R5]. */
  load: count,
  /** True when a call takes them whole [R4]. */
  isInCall: z.boolean(),
  /** True when kept for a call that waits [R8]. */
  isReserved: z.boolean(),
  /** Interactions held, by the time of their assignment. */
  interactions: z.array(boardHeldSchema),
});
export type BoardAgent = z.infer<typeof boardAgentSchema>;

/** Figures of the interactions requested today, in the report's time zone [D4]. */
export const todayFiguresSchema = z.object({
  date: dateSchema,
  timeZone: z.string(),
  /** Those requested, whether over or not. */
  requested: count,
  /** Those that an agent opened, whether over or not. */
  answered: count,
  abandoned: count,
  /** Rings that ran out, or were put back unopened, of those that are over. */
  missed: count,
  /** Median of the waiting time of those that were assigned and are over, in ms; null without any. */
  waitingMedianMs: count.nullable(),
  /** Service level of those that are over. */
  level: levelFiguresSchema,
});
export type TodayFigures = z.infer<typeof todayFiguresSchema>;

/** The live board of supervisors [D3]. */
export const boardSchema = z.object({
  /** Time of reading, by the server's clock. */
  asOf: timeSchema,
  /** Queues with anybody in them, by the longest wait; that of no department among them. */
  queues: z.array(boardQueueSchema),
  /** Number of all who wait, away ones too. */
  waitingCount: count,
  /** First 200 of them, by waitingSince. */
  waiting: z.array(boardWaitingSchema),
  /** Agents who may attend or hold something, by name. */
  agents: z.array(boardAgentSchema),
  today: todayFiguresSchema,
});
export type Board = z.infer<typeof boardSchema>;

/** GET /attendance/board/summary: what the widget of Strapi's home page shows. */
export const boardSummarySchema = z.object({
  asOf: timeSchema,
  waitingCount: count,
  /** Request of the present visitor who has waited longest; null where none waits. */
  longestSince: timeSchema.nullable(),
  /** Number of agents who are Online and connected. */
  online: count,
  today: todayFiguresSchema,
});
export type BoardSummary = z.infer<typeof boardSummarySchema>;
