import { z } from 'zod';

import { timeSchema } from '../schemas/scalars';
import { lineOf } from '../schemas/text';

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

/** One day's intervals, earliest first; none is a day on which it is closed. Only the last may pass midnight. */
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
  /** By the calendar on the wall, such as 2026-12-25. */
  date: z
    .string()
    .regex(/^\d{4}-\d{2}-\d{2}$/, { message: 'a date like 2026-12-25' })
    .refine(isDate, { message: 'no such date' }),
  name: lineOf(80).refine((name) => name.length > 0, { message: 'required' }),
  /** Each year on this day and month, or once. One that is for once comes before one of each year. */
  isYearly: z.boolean(),
  /** In place of the weekday's; none is closed. What began the evening before goes on. */
  intervals: openDaySchema,
});
export type Holiday = z.infer<typeof holidaySchema>;

function isDate(text: string): boolean {
  const at = Date.parse(`${text}T00:00:00Z`);
  return Number.isFinite(at) && new Date(at).toISOString().startsWith(text);
}

const timeZoneSchema = z
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
  /** When off, it is open at all times. */
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
/** When the company attends [R13]: PUT /attendance/hours. */
export type HoursUpdate = z.infer<typeof hoursUpdateSchema>;

export const openStateSchema = z.object({
  isOpen: z.boolean(),
  /** When that changes; null where it does not within a year. */
  changesAt: timeSchema.nullable(),
});
export type OpenState = z.infer<typeof openStateSchema>;

/** The same with how it stands now: GET /attendance/hours. */
export const hoursSettingsSchema = hoursUpdateSchema.extend({ state: openStateSchema });
export type HoursSettings = z.infer<typeof hoursSettingsSchema>;
