import { z } from 'zod';

import { agentIdSchema, departmentIdSchema, visitorIdSchema } from '../schemas/ids';
import { channelSchema, presenceSchema } from '../schemas/scalars';
import { offlineReasonSchema } from '../schemas/statuses';

/** Context that the platform captured by itself [A5]; empty strings where nothing was captured. */
export const capturedSchema = z.object({
  originUrl: z.string(),
  originTitle: z.string(),
  currentUrl: z.string(),
  currentTitle: z.string(),
  referrer: z.string(),
  language: z.string(),
  browser: z.string(),
  operatingSystem: z.string(),
  /** IP address; empty for an agent without the permission to see it [X1]. */
  ip: z.string(),
});
export type Captured = z.infer<typeof capturedSchema>;

/** The visitor as an agent sees them [A4]. Empty strings where nothing is known. */
export const visitorSchema = z.object({
  id: visitorIdSchema,
  name: z.string(),
  email: z.string(),
  phone: z.string(),
  document: z.string(),
});
export type Visitor = z.infer<typeof visitorSchema>;

/** Fields of one's own, as typed, by the field's id; an absent one is empty [A4]. */
export const fieldValuesSchema = z.record(z.string(), z.string());
export type FieldValues = z.infer<typeof fieldValuesSchema>;

export const departmentSchema = z.object({ id: departmentIdSchema, key: z.string(), name: z.string() });
export type Department = z.infer<typeof departmentSchema>;

/** The agent behind a socket, as they see themselves. */
export const agentSelfSchema = z.object({
  id: agentIdSchema,
  publicName: z.string(),
  presence: presenceSchema,
  /** [R2] Chats at once. */
  capacity: z.number().int().nonnegative(),
  channels: z.array(channelSchema),
  /** Departments whose interactions they receive, besides those that name none [R11]. */
  departmentIds: z.array(departmentIdSchema),
  isSupervisor: z.boolean(),
  /** Why they are Offline when it was not their own choice; null otherwise. */
  offlineReason: offlineReasonSchema.nullable(),
  /** Words of the supervisor who set them Offline; absent where none did [R17]. */
  offlineNote: z.string().optional(),
  /** True when a call that has waited long keeps this agent for itself: no new chat comes [R8]. */
  isReserved: z.boolean(),
});
export type AgentSelf = z.infer<typeof agentSelfSchema>;
