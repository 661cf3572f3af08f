import { z } from 'zod';

/** Checks of an installation, in the order in which they are shown [F7]. */
export const CHECKS = [
  'origins',
  'cors',
  'https',
  'proxies',
  'durability',
  'mail',
  'uploads',
  'media',
  'time-zone',
  'demo',
  'versions',
  'disk',
] as const;

/** `good`: nothing to do; `warning`: something that visitors or agents may miss; `bad`: something that harms. */
export const CHECK_STATES = ['good', 'warning', 'bad'] as const;
export const checkStateSchema = z.enum(CHECK_STATES);
export type CheckState = z.infer<typeof checkStateSchema>;

/** Result of one check; the panel's text for it is `{check}.{finding}`. */
export const selfCheckRowSchema = z.object({
  check: z.enum(CHECKS),
  state: checkStateSchema,
  finding: z.string().meta({ description: 'What was found, a word of the list in the source' }),
});
/** Values that the sentence about it contains: names, numbers, a line to write. */
const valuesSchema = z.record(z.string(), z.string());
export const selfCheckDetailSchema = selfCheckRowSchema.extend({ values: valuesSchema });
export type SelfCheckDetail = z.infer<typeof selfCheckDetailSchema>;

/** Response of GET /attendance/health, for monitors: 503 while something is `bad`. Contains no names and nothing of this installation. */
export const healthSchema = z.object({
  /** The worst of all. */
  state: checkStateSchema,
  checks: z.array(selfCheckRowSchema),
});
export type Health = z.infer<typeof healthSchema>;

/** Response of GET /attendance/self-check, for the settings page. */
export const selfCheckSchema = z.object({
  state: checkStateSchema,
  checks: z.array(selfCheckDetailSchema),
});
export type SelfCheck = z.infer<typeof selfCheckSchema>;
