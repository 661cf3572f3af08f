import { z } from 'zod';

import { agentIdSchema, departmentIdSchema, siteIdSchema, tagIdSchema } from '../schemas/ids';
import { channelSchema, dateSchema, decimalSchema } from '../schemas/scalars';
import { DURATIONS, ENDED_BY, OUTCOMES, OWN_PARTS } from './report-choices';
import { singleLineOf } from '../schemas/text';

/** Longest period of a report, in days: ten years and their leap days. */
export const PERIOD_DAYS_MAX = 3_653;
const ORIGIN_LENGTH = 500;
const LAST_HOUR = 23;
const LAST_WEEKDAY = 6;
const DAY_MS = 86_400_000;

const within = (most: number) => decimalSchema.pipe(z.number().max(most).optional());

const filterShape = {
  /** First and last day of the period, both inclusive, in the report's time zone: an interaction belongs to the day of its request [D4]. */
  from: dateSchema,
  to: dateSchema,
  channel: channelSchema.optional(),
  siteId: decimalSchema.pipe(siteIdSchema.optional()),
  /** Department at the end; `none` for those without any. */
  departmentId: z.union([z.literal('none'), decimalSchema.pipe(departmentIdSchema.optional())]),
  /** Agent who held it at any time. */
  agentId: decimalSchema.pipe(agentIdSchema.optional()),
  tagId: decimalSchema.pipe(tagIdSchema.optional()),
  /** Page on which the visitor asked, as host and path. */
  origin: singleLineOf(ORIGIN_LENGTH).optional(),
};

const isPeriod = ({ from, to }: { from: string; to: string }): boolean =>
  from <= to && (Date.parse(to) - Date.parse(from)) / DAY_MS < PERIOD_DAYS_MAX;
const PERIOD_FAULT = { message: 'from comes before to, at most ten years apart', path: ['to'] };

type OfAgent = { readonly agentId?: unknown; readonly own?: unknown; readonly handedTo?: unknown };
const isOwned = ({ agentId, own }: OfAgent): boolean => own === undefined || agentId !== undefined;
const OWN_FAULT = { message: 'own is of an agent: agentId', path: ['own'] };
const isHandedBySomebody = ({ agentId, handedTo }: OfAgent): boolean =>
  handedTo === undefined || agentId !== undefined;
const HANDED_FAULT = { message: 'handedTo is of an agent: agentId', path: ['handedTo'] };

/** Filter that every report takes, as its address has it: all values are text there. */
export const reportFilterSchema = z.object(filterShape).refine(isPeriod, PERIOD_FAULT);
export type ReportFilter = z.infer<typeof reportFilterSchema>;

/** Further conditions by which a figure, a bar or a point selects the interactions behind it. */
const conditionShape = {
  outcome: z.enum(OUTCOMES).optional(),
  endedBy: z.enum(ENDED_BY).optional(),
  /** Monday is 0, in the report's time zone. */
  weekday: within(LAST_WEEKDAY),
  hour: within(LAST_HOUR),
  /** Those with at least one missed ring, or one transfer. */
  has: z.enum(['missed', 'transfer', 'call', 'rating']).optional(),
  /** Those asked for a rating that gave none are `none`. */
  rating: z.enum(['up', 'down', '1', '2', '3', '4', '5', 'none']).optional(),
  /** Whether the first response came within the service level; those that the level does not count are in none of them. */
  level: z.enum(['met', 'not-met', 'measured']).optional(),
  /** Those that have this duration. */
  measured: z.enum(DURATIONS).optional(),
  /** Those that began as a chat and ended as a call. */
  raised: z.literal('1').optional(),
  /** Those in which the agent of `agentId` did this themselves; `rated` are those that they held last. */
  own: z.enum(OWN_PARTS).optional(),
  /** Those that the agent of `agentId` handed on, and this agent was given next; `none`: nobody was. */
  handedTo: z.union([z.literal('none'), decimalSchema.pipe(agentIdSchema.optional())]),
};

/** Columns by which the interactions are sorted. */
export const SORTS = [
  'requestedAt',
  'channel',
  'siteName',
  'departmentName',
  'agentName',
  'outcome',
  'waiting',
  'firstResponse',
  'duration',
  'handling',
  'wrapUp',
  'call',
  'missed',
  'transfers',
  'rating',
] as const;
export type ReportSort = (typeof SORTS)[number];

export const REPORT_PAGE_SIZE = 50;

/** Query of GET /attendance/reports/interactions. */
export const reportInteractionsQuerySchema = z
  .object({
    ...filterShape,
    ...conditionShape,
    sort: z.enum(SORTS).default('requestedAt'),
    order: z.enum(['ascending', 'descending']).default('descending'),
    /** Rows to leave out before the page. */
    offset: decimalSchema.pipe(z.number().default(0)),
  })
  .refine(isPeriod, PERIOD_FAULT)
  .refine(isOwned, OWN_FAULT)
  .refine(isHandedBySomebody, HANDED_FAULT);
export type ReportInteractionsQuery = z.infer<typeof reportInteractionsQuerySchema>;
/** Conditions of a drill-down, beside the filter. */
export type ReportConditions = Pick<ReportInteractionsQuery, keyof typeof conditionShape>;

/** What an export holds: one row for each interaction with every value, or the table of a report as it is shown. */
export const EXPORTS = ['interactions', 'days', 'agents', 'departments', 'sites'] as const;
export type ReportExport = (typeof EXPORTS)[number];

/** Query of GET /attendance/reports/export. */
export const reportExportQuerySchema = z
  .object({
    ...filterShape,
    ...conditionShape,
    table: z.enum(EXPORTS),
    format: z.enum(['csv', 'jsonl']),
    /** Separator of a CSV: that which the reader's spreadsheet expects in their language. */
    separator: z.enum([',', ';']).default(','),
    /** Language of the columns' names. */
    locale: z.enum(['pt-BR', 'en', 'es']).default('en'),
  })
  .refine(isPeriod, PERIOD_FAULT)
  .refine(isOwned, OWN_FAULT)
  .refine(isHandedBySomebody, HANDED_FAULT);
export type ReportExportQuery = z.infer<typeof reportExportQuerySchema>;
