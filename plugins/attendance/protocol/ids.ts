import { z } from 'zod';

const rowId = z.number().int().positive().max(Number.MAX_SAFE_INTEGER);

export const interactionIdSchema = rowId.brand<'InteractionId'>();
export const visitorIdSchema = rowId.brand<'VisitorId'>();
export const agentIdSchema = rowId.brand<'AgentId'>();
export const siteIdSchema = rowId.brand<'SiteId'>();
export const departmentIdSchema = rowId.brand<'DepartmentId'>();
export const offlineMessageIdSchema = rowId.brand<'OfflineMessageId'>();

export type InteractionId = z.infer<typeof interactionIdSchema>;
export type VisitorId = z.infer<typeof visitorIdSchema>;
export type AgentId = z.infer<typeof agentIdSchema>;
export type SiteId = z.infer<typeof siteIdSchema>;
export type DepartmentId = z.infer<typeof departmentIdSchema>;
export type OfflineMessageId = z.infer<typeof offlineMessageIdSchema>;
