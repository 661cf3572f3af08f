import { z } from 'zod';

import { pictureSchema } from './appearance';
import { channelSchema, presenceSchema } from '../schemas/scalars';
import { agentIdSchema, departmentIdSchema } from '../schemas/ids';
import { LIMITS } from '../shared/limits';
import { singleLineOf } from '../schemas/text';

/** An agent as an admin edits it: GET /attendance/agents, PUT /attendance/agents/{id}. */
export const agentSettingsSchema = z.object({
  id: agentIdSchema,
  version: z.number().int().nonnegative(),
  email: z.string(),
  publicName: singleLineOf(60).refine((name) => name.length > 0, { message: 'required' }),
  /** Shown to visitors in place of the site's picture of all agents; null for none. */
  photo: pictureSchema.nullable(),
  /** Capacity; null takes the default of the general settings [R2]. */
  capacity: z.number().int().min(0).max(LIMITS.capacityMax).nullable(),
  channels: z.array(channelSchema),
  departmentIds: z.array(departmentIdSchema),
  presence: presenceSchema,
  /** True while they have an open connection. */
  isConnected: z.boolean(),
  /** Interactions that they hold. */
  openInteractions: z.number().int().nonnegative(),
  /** Strapi's user does not exist any more, or is not active: they can attend no more. */
  isUserGone: z.boolean(),
  /** True for a user who may attend, and has never signed in to Atendimento. */
  isNeverHere: z.boolean(),
});
export type AgentSettings = z.infer<typeof agentSettingsSchema>;
export const agentUpdateSchema = agentSettingsSchema
  .pick({
    version: true,
    publicName: true,
    capacity: true,
    channels: true,
    departmentIds: true,
  })
  // An absent one stays as it is.
  .extend({ photo: pictureSchema.nullable().optional() });
export type AgentUpdate = z.infer<typeof agentUpdateSchema>;

/** Settings of the whole installation: GET and PUT /attendance/settings. */
export const generalSettingsSchema = z.object({
  version: z.number().int().nonnegative(),
  defaultCapacity: z.number().int().min(0).max(LIMITS.capacityMax),
  persistenceMs: z.number().int().min(LIMITS.persistenceMs.min).max(LIMITS.persistenceMs.max),
  ringMs: z.number().int().min(LIMITS.ringMs.min).max(LIMITS.ringMs.max),
  missedMax: z.number().int().min(LIMITS.missedMax.min).max(LIMITS.missedMax.max),
  graceMs: z.number().int().min(LIMITS.graceMs.min).max(LIMITS.graceMs.max),
  reserveAfterMs: z.number().int().min(LIMITS.reserveAfterMs.min).max(LIMITS.reserveAfterMs.max),
});
export type GeneralSettings = z.infer<typeof generalSettingsSchema>;
