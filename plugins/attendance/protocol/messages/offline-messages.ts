import { z } from 'zod';

import { agentIdSchema, offlineMessageIdSchema, siteIdSchema } from '../schemas/ids';
import { timeSchema } from '../schemas/scalars';

export const offlineMessageStatusSchema = z.enum(['open', 'taken', 'answered']);

/** Message that a visitor left while nobody attended [R13]: a record of its own, not an interaction. */
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
