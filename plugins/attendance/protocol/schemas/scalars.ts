import { z } from 'zod';

import { CHANNELS, LOCALES } from '../shared/choices';

/** UTC milliseconds since 1970, by the server's clock. */
export const timeSchema = z.number().int().nonnegative().meta({ description: 'UTC milliseconds' });

export const channelSchema = z.enum(CHANNELS);
export const localeSchema = z.enum(LOCALES);

export const sideSchema = z.enum(['visitor', 'agent']);
/** The two people of an interaction. */
export type Side = z.infer<typeof sideSchema>;

export const presenceSchema = z.enum(['online', 'offline']);
export type Presence = z.infer<typeof presenceSchema>;

/** A number as an address has it, or absent: decimal digits, and nothing else that JavaScript would read as one. */
export const decimalSchema = z
  .string()
  .regex(/^\d{1,15}$/, { message: 'decimal digits' })
  .pipe(z.coerce.number<string>().int())
  .optional();

/** Calendar date, such as 2026-12-25, in whatever time zone its field says. */
export const dateSchema = z
  .string()
  .regex(/^\d{4}-\d{2}-\d{2}$/, { message: 'a date like 2026-12-25' })
  .refine(isDate, { message: 'no such date' });

function isDate(text: string): boolean {
  const at = Date.parse(`${text}T00:00:00Z`);
  return Number.isFinite(at) && new Date(at).toISOString().startsWith(text);
}
