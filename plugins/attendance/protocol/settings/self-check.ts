import { z } from 'zod';

/** What a careful installer looks at, in the order in which it is shown [F7]. */
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

/** What was found, in words of the panel's: `{check}.{finding}`. */
export const selfCheckRowSchema = z.object({
  check: z.enum(CHECKS),
  state: checkStateSchema,
  finding: z.string().meta({ description: 'What was found, a word of the list in the source' }),
});
/** What stands in the sentence about it: names, numbers, a line to write. */
const valuesSchema = z.record(z.string(), z.string());
export const selfCheckDetailSchema = selfCheckRowSchema.extend({ values: valuesSchema });
export type SelfCheckDetail = z.infer<typeof selfCheckDetailSchema>;

/** For a monitor: GET /attendance/health. 503 while something is `bad`. Names nobody and nothing of this installation. */
export const healthSchema = z.object({
  /** The worst of all. */
  state: checkStateSchema,
  checks: z.array(selfCheckRowSchema),
});
export type Health = z.infer<typeof healthSchema>;

/** For the settings page: GET /attendance/self-check. */
export const selfCheckSchema = z.object({
  state: checkStateSchema,
  checks: z.array(selfCheckDetailSchema),
});
export type SelfCheck = z.infer<typeof selfCheckSchema>;
