import { z } from 'zod';

import { timeSchema } from '../schemas/scalars';

/** Classes of data with a retention time of their own [X1]. */
export const RETENTION_CLASSES = [
  'interactions',
  'offlineMessages',
  'visitors',
  'addresses',
  'audit',
] as const;
export const retentionClassSchema = z.enum(RETENTION_CLASSES);
export type RetentionClass = z.infer<typeof retentionClassSchema>;

export const RETENTION_DAYS_MAX = 3_650;
/** The record of changes cannot be made to forget what was done yesterday. */
export const AUDIT_DAYS_MIN = 180;

const daysSchema = z.number().int().min(0).max(RETENTION_DAYS_MAX);

/** Days of each class; 0 keeps it for ever. */
export const retentionDaysSchema = z.object({
  interactions: daysSchema,
  offlineMessages: daysSchema,
  visitors: daysSchema,
  addresses: daysSchema,
  audit: daysSchema.refine((days) => days === 0 || days >= AUDIT_DAYS_MIN, {
    message: `0, or ${AUDIT_DAYS_MIN} days and more`,
  }),
});
export type RetentionDays = z.infer<typeof retentionDaysSchema>;

const countsSchema = z.object({
  interactions: z.number().int().nonnegative(),
  offlineMessages: z.number().int().nonnegative(),
  visitors: z.number().int().nonnegative(),
  addresses: z.number().int().nonnegative(),
  audit: z.number().int().nonnegative(),
});
/** Number of records per class that were deleted, or would be. */
export type RetentionCounts = z.infer<typeof countsSchema>;
/** Response of POST /attendance/retention/preview. */
export const retentionCountsSchema = countsSchema;

/** PUT /attendance/retention, and what POST /attendance/retention/preview takes. */
export const retentionUpdateSchema = z.object({
  version: z.number().int().nonnegative(),
  days: retentionDaysSchema,
});
export type RetentionUpdate = z.infer<typeof retentionUpdateSchema>;

/** GET /attendance/retention. */
export const retentionSettingsSchema = retentionUpdateSchema.extend({
  /** The last purge; null before the first. */
  lastRun: z.object({ at: timeSchema, counts: countsSchema }).nullable(),
});
export type RetentionSettings = z.infer<typeof retentionSettingsSchema>;
