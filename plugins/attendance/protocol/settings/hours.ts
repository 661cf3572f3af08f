import { z } from 'zod';

import { dateSchema, timeSchema } from '../schemas/scalars';
import { singleLineOf } from '../schemas/text';

export const MINUTES_OF_DAY = 1_440;
export const INTERVALS_MAX = 6;
export const HOLIDAYS_MAX = 200;

/** Open from one minute of the day to another, by the clock on the wall; an end that is not later is on the next day. */
export const openIntervalSchema = z
  .object({
    from: z
      .number()
      .int()
      .min(0)
      .max(MINUTES_OF_DAY - 1),
    to: z.number().int().min(1).max(MINUTES_OF_DAY),
  })
  .refine(({ from, to }) => from !== to, { message: 'begins and ends at the same minute' });
export type OpenInterval = z.infer<typeof openIntervalSchema>;

/** Intervals of one day, earliest first; empty when closed that day. Only the last may pass midnight. */
export const openDaySchema = z
  .array(openIntervalSchema)
  .max(INTERVALS_MAX)
  .refine((day) => !hasOverlap(day), { message: 'the intervals overlap' });

function hasOverlap(day: readonly OpenInterval[]): boolean {
  return day.some(({ from }, index) => {
    const before = day[index - 1];
    return before !== undefined && (before.to <= before.from || from < before.to);
  });
}

export const holidaySchema = z.object({
  /** Calendar date in the schedule's time zone. */
  date: dateSchema,
  name: singleLineOf(80).refine((name) => name.length > 0, { message: 'required' }),
  /** True to repeat each year on this day and month. A date for once takes precedence over a yearly one. */
  isYearly: z.boolean(),
  /** Intervals that replace the weekday's; empty when closed. An interval that began the evening before still goes on. */
  intervals: openDaySchema,
});
export type Holiday = z.infer<typeof holidaySchema>;

export const timeZoneSchema = z
  .string()
  .max(64)
  .refine(isTimeZone, { message: 'a time zone like America/Sao_Paulo' })
  .meta({ description: 'IANA time zone' });

export function isTimeZone(name: string): boolean {
  try {
    return new Intl.DateTimeFormat('en', { timeZone: name }).resolvedOptions().timeZone !== '';
  } catch {
    return false;
  }
}

export const hoursUpdateSchema = z.object({
  /** A PUT with an older one than is stored is refused with `conflict`. */
  version: z.number().int().nonnegative(),
  /** False means open at all times. */
  isOn: z.boolean(),
  timeZone: timeZoneSchema,
  /** Monday first. */
  week: z.array(openDaySchema).length(7),
  holidays: z
    .array(holidaySchema)
    .max(HOLIDAYS_MAX)
    .refine((all) => new Set(all.map(({ date, isYearly }) => `${date} ${isYearly}`)).size === all.length, {
      message: 'a day stands twice',
    }),
});
/** Body of PUT /attendance/hours: business hours [R13]. */
export type HoursUpdate = z.infer<typeof hoursUpdateSchema>;

export const openStateSchema = z.object({
  isOpen: z.boolean(),
  /** Time of the next change; null where there is none within a year. */
  changesAt: timeSchema.nullable(),
});
export type OpenState = z.infer<typeof openStateSchema>;

/** Response of GET /attendance/hours: the business hours and whether it is open now. */
export const hoursSettingsSchema = hoursUpdateSchema.extend({ state: openStateSchema });
export type HoursSettings = z.infer<typeof hoursSettingsSchema>;
