import { z } from 'zod';

import { channelSchema, departmentSchema } from './entities';
import { agentIdSchema, departmentIdSchema } from './ids';
import { LIMITS } from './limits';
import { lineOf } from './text';

/** An agent as an admin edits it: GET /attendance/agents, PUT /attendance/agents/{id}. */
export const agentSettingsSchema = z.object({
  id: agentIdSchema,
  version: z.number().int().nonnegative(),
  email: z.string(),
  publicName: lineOf(60).refine((name) => name.length > 0, { message: 'required' }),
  /** Null takes the default of the general settings [R2]. */
  capacity: z.number().int().min(0).max(LIMITS.capacityMax).nullable(),
  channels: z.array(channelSchema),
  departmentIds: z.array(departmentIdSchema),
});
export type AgentSettings = z.infer<typeof agentSettingsSchema>;
export const agentUpdateSchema = agentSettingsSchema.omit({ id: true, email: true });
export type AgentUpdate = z.infer<typeof agentUpdateSchema>;

/** What holds for the whole installation: GET and PUT /attendance/settings. */
export const generalSettingsSchema = z.object({
  version: z.number().int().nonnegative(),
  defaultCapacity: z.number().int().min(0).max(LIMITS.capacityMax),
  persistenceMs: z.number().int().min(LIMITS.persistenceMs.min).max(LIMITS.persistenceMs.max),
  ringMs: z.number().int().min(LIMITS.ringMs.min).max(LIMITS.ringMs.max),
  missedMax: z.number().int().min(LIMITS.missedMax.min).max(LIMITS.missedMax.max),
  graceMs: z.number().int().min(LIMITS.graceMs.min).max(LIMITS.graceMs.max),
  reserveAfterMs: z.number().int().min(LIMITS.reserveAfterMs.min).max(LIMITS.reserveAfterMs.max),
  closingTags: z
    .array(lineOf(LIMITS.closingTagCodePoints).refine((tag) => tag.length > 0, { message: 'required' }))
    .max(30),
});
export type GeneralSettings = z.infer<typeof generalSettingsSchema>;

/** GET /attendance/departments, POST to add one. */
export const departmentListSchema = z.object({ departments: z.array(departmentSchema) });

/** POST /attendance/departments. The key is what a site's snippet names. */
export const departmentCreateSchema = z.object({
  key: z
    .string()
    .max(64)
    .regex(/^[a-z0-9-]+$/, { message: 'lower-case letters, digits and hyphens' }),
  name: lineOf(60).refine((name) => name.length > 0, { message: 'required' }),
});
