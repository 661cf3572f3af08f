import { z } from 'zod';

const rowId = z.number().int().positive().max(Number.MAX_SAFE_INTEGER);

export const interactionIdSchema = rowId.brand<'InteractionId'>();
export const visitorIdSchema = rowId.brand<'VisitorId'>();
export const agentIdSchema = rowId.brand<'AgentId'>();
export const siteIdSchema = rowId.brand<'SiteId'>();
export const departmentIdSchema = rowId.brand<'DepartmentId'>();
export const offlineMessageIdSchema = rowId.brand<'OfflineMessageId'>();
export const tagIdSchema = rowId.brand<'TagId'>();
export const noteIdSchema = rowId.brand<'NoteId'>();
export const cannedResponseIdSchema = rowId.brand<'CannedResponseId'>();
export const customFieldIdSchema = rowId.brand<'CustomFieldId'>();

export const blockIdSchema = rowId.brand<'BlockId'>();

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
