import { z } from 'zod';

/** The number of a row, of whatever kind. */
export const rowIdSchema = z.number().int().positive().max(Number.MAX_SAFE_INTEGER);

export const interactionIdSchema = rowIdSchema.brand<'InteractionId'>();
export const visitorIdSchema = rowIdSchema.brand<'VisitorId'>();
export const agentIdSchema = rowIdSchema.brand<'AgentId'>();
export const siteIdSchema = rowIdSchema.brand<'SiteId'>();
export const departmentIdSchema = rowIdSchema.brand<'DepartmentId'>();
export const offlineMessageIdSchema = rowIdSchema.brand<'OfflineMessageId'>();
export const tagIdSchema = rowIdSchema.brand<'TagId'>();
export const noteIdSchema = rowIdSchema.brand<'NoteId'>();
export const cannedResponseIdSchema = rowIdSchema.brand<'CannedResponseId'>();
export const customFieldIdSchema = rowIdSchema.brand<'CustomFieldId'>();

export const blockIdSchema = rowIdSchema.brand<'BlockId'>();

export type InteractionId = z.infer<typeof interactionIdSchema>;
export type VisitorId = z.infer<typeof visitorIdSchema>;
export type AgentId = z.infer<typeof agentIdSchema>;
export type SiteId = z.infer<typeof siteIdSchema>;
export type DepartmentId = z.infer<typeof departmentIdSchema>;
export type BlockId = z.infer<typeof blockIdSchema>;
export type OfflineMessageId = z.infer<typeof offlineMessageIdSchema>;
export type TagId = z.infer<typeof tagIdSchema>;
export type NoteId = z.infer<typeof noteIdSchema>;
export type CannedResponseId = z.infer<typeof cannedResponseIdSchema>;
export type CustomFieldId = z.infer<typeof customFieldIdSchema>;
