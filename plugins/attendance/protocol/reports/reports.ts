import { z } from 'zod';

import { agentIdSchema, interactionIdSchema, rowIdSchema, tagIdSchema } from '../schemas/ids';
import { capturedSchema, fieldValuesSchema, visitorSchema } from '../interactions/people';
import { ratingSchema } from '../interactions/ratings';
import { channelSchema, dateSchema, timeSchema } from '../schemas/scalars';
import { formAnswerSchema } from '../settings/form';
import { timeZoneSchema } from '../settings/hours';
import {
  count,
  duration,
  figuresSchema,
  levelFiguresSchema,
  ratingFiguresSchema,
  spreadSchema,
} from './figures';
import { DURATIONS, ENDED_BY, OUTCOMES } from './report-choices';

export * from './figures';

const days = { from: dateSchema, to: dateSchema };

/** What a report was made of: said beside every one of them. */
export const reportScopeSchema = z.object({
  from: dateSchema,
  to: dateSchema,
  timeZone: z.string(),
  /** Thresholds of the service level, in ms. */
  chatLevelMs: duration,
  callLevelMs: duration,
  /** Interactions of older versions that have no report row yet: the figures lack them. */
  unread: count,
});
export type ReportScope = z.infer<typeof reportScopeSchema>;

export const reportDaySchema = z.object({
  date: dateSchema,
  byChannel: z.record(channelSchema, count),
  abandoned: count,
  missed: count,
  waitingMedianMs: duration.nullable(),
  waitingP90Ms: duration.nullable(),
  firstResponseMedianMs: duration.nullable(),
  firstResponseP90Ms: duration.nullable(),
  level: levelFiguresSchema,
});
export type ReportDay = z.infer<typeof reportDaySchema>;

const offlineMessageFiguresSchema = z.object({
  left: count,
  taken: count,
  answered: count,
  /** From leaving to the answer, of the answered ones; absent are those whose time an older version did not store. */
  timeToAnswer: spreadSchema,
});
export type OfflineMessageFigures = z.infer<typeof offlineMessageFiguresSchema>;

/** GET /attendance/reports/overview. */
export const overviewSchema = z.object({
  scope: reportScopeSchema,
  figures: figuresSchema,
  /** The same of as many days before the period. */
  before: z.object({
    from: dateSchema,
    to: dateSchema,
    figures: figuresSchema,
    offlineMessages: offlineMessageFiguresSchema,
  }),
  /** One for each day of the period, those without interactions too. */
  days: z.array(reportDaySchema),
  /** Interactions by weekday, Monday first, and hour of the day. */
  hours: z.array(z.array(count).length(24)).length(7),
  /** The pages on which most visitors asked, and the tags used most; 10 of each. */
  origins: z.array(z.object({ origin: z.string(), count })),
  tags: z.array(z.object({ id: tagIdSchema, name: z.string(), count })),
  offlineMessages: offlineMessageFiguresSchema,
});
export type Overview = z.infer<typeof overviewSchema>;

/** One row of the table by department or site; `id` is null for interactions without any. */
export const groupRowSchema = z.object({
  id: rowIdSchema.nullable(),
  name: z.string(),
  figures: figuresSchema,
});
export type GroupRow = z.infer<typeof groupRowSchema>;

/** GET /attendance/reports/departments and /sites. */
export const groupReportSchema = z.object({
  scope: reportScopeSchema,
  rows: z.array(groupRowSchema),
  /** The same of as many days before the period. */
  before: z.object({ ...days, rows: z.array(groupRowSchema) }),
});
export type GroupReport = z.infer<typeof groupReportSchema>;

/** One agent's figures: of their own assignments, so that an interaction with two agents counts for each what they did. */
export const agentRowSchema = z.object({
  id: agentIdSchema,
  name: z.string(),
  /** Assignments that they opened. */
  attended: count,
  missed: count,
  transferred: count,
  /** From an assignment to its opening. */
  ring: spreadSchema,
  firstResponse: spreadSchema,
  response: spreadSchema,
  duration: spreadSchema,
  handling: spreadSchema,
  wrapUp: spreadSchema,
  level: levelFiguresSchema,
  /** Ratings of the interactions that they held last. */
  rating: ratingFiguresSchema,
  /** Time-weighted mean of chats held while at least one is; null without any. */
  chatsAtOnce: z.number().nonnegative().nullable(),
  onlineMs: duration,
  /** Part of `onlineMs` that lies outside business hours. */
  onlineOutsideHoursMs: duration,
  /** Part of `onlineMs` with at least one interaction held. */
  occupiedMs: duration,
});
export type AgentRow = z.infer<typeof agentRowSchema>;

/** GET /attendance/reports/own-day: one row, for who asks. */
export const ownDaySchema = z.object({ scope: reportScopeSchema, rows: z.array(agentRowSchema) });
export type OwnDay = z.infer<typeof ownDaySchema>;

/** Hand-overs from one agent to the one who was given the interaction next; null where nobody was before its visitor left. */
export const handOverSchema = z.object({
  from: z.object({ id: agentIdSchema, name: z.string() }),
  to: z.object({ id: agentIdSchema, name: z.string() }).nullable(),
  count,
});
export type HandOver = z.infer<typeof handOverSchema>;

/** GET /attendance/reports/agents. */
export const agentReportSchema = ownDaySchema.extend({
  /** Who handed on to whom, most first. */
  handOvers: z.array(handOverSchema),
  before: z.object({ ...days, rows: z.array(agentRowSchema) }),
});
export type AgentReport = z.infer<typeof agentReportSchema>;

/** One agent's time with an interaction. */
export const reportAssignmentSchema = z.object({
  agentId: agentIdSchema,
  name: z.string(),
  assignedAt: timeSchema,
  openedAt: timeSchema.nullable(),
  releasedAt: timeSchema,
  outcome: z.string(),
});

/** One interaction with all that is known of it [D2]. */
export const reportInteractionSchema = z.object({
  id: interactionIdSchema,
  protocolNumber: z.string(),
  requestedAt: timeSchema,
  endedAt: timeSchema,
  closedAt: timeSchema,
  channel: channelSchema,
  beganAs: channelSchema,
  siteName: z.string(),
  departmentName: z.string(),
  /** The last agent's name; empty where nobody was assigned. */
  agentName: z.string(),
  agents: z.array(reportAssignmentSchema),
  outcome: z.enum(OUTCOMES),
  endedBy: z.enum(ENDED_BY),
  durations: z.record(z.enum(DURATIONS), duration.nullable()),
  missed: count,
  transfers: count,
  callCount: count,
  tags: z.array(z.string()),
  /** False once retention has deleted the conversation: what follows is null or empty then, and there is nothing to open. */
  isKept: z.boolean(),
  visitor: visitorSchema.nullable(),
  captured: capturedSchema.nullable(),
  /** The visitor's and the interaction's own fields, as they were at the end. */
  fieldValues: fieldValuesSchema,
  answers: z.array(formAnswerSchema),
  closingTag: z.string(),
  closingNote: z.string(),
  rating: ratingSchema.nullable(),
});
export type ReportInteraction = z.infer<typeof reportInteractionSchema>;

/** GET /attendance/reports/interactions. */
export const reportInteractionsSchema = z.object({
  scope: reportScopeSchema,
  rows: z.array(reportInteractionSchema),
  /** Rows that fit, on all pages. */
  total: count,
  /** Custom fields whose values the rows have, archived ones too. */
  fields: z.array(z.object({ id: rowIdSchema, label: z.record(z.string(), z.string()) })),
});
export type ReportInteractions = z.infer<typeof reportInteractionsSchema>;

/** GET /attendance/reports/choices: what the filters offer, with the names of what is gone too. */
export const reportChoicesSchema = z.object({
  agents: z.array(z.object({ id: agentIdSchema, name: z.string() })),
  departments: z.array(z.object({ id: rowIdSchema, name: z.string() })),
  sites: z.array(z.object({ id: rowIdSchema, name: z.string() })),
  tags: z.array(z.object({ id: tagIdSchema, name: z.string() })),
  /** Today in the report's time zone: the presets count from it. */
  today: dateSchema,
  timeZone: z.string(),
});
export type ReportChoices = z.infer<typeof reportChoicesSchema>;

/** GET and PUT /attendance/report-settings. */
export const reportSettingsSchema = z.object({
  version: count,
  /** Zone by which days and hours are cut [D4]; empty takes that of the business hours. */
  timeZone: z.union([z.literal(''), timeZoneSchema]),
  chatLevelMs: z.number().int().min(1_000).max(3_600_000),
  callLevelMs: z.number().int().min(1_000).max(3_600_000),
  /** True when an agent is told who follows their interaction [R17]. */
  showsFollowers: z.boolean(),
});
export type ReportSettings = z.infer<typeof reportSettingsSchema>;
