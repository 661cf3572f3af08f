import { z } from 'zod';

import { decimalSchema, timeSchema } from '../schemas/scalars';

/** Audited actions, by the noun they concern. Closed: the screen has a text for each. */
export const AUDIT_ACTIONS = [
  'site.create',
  'site.update',
  'site.delete',
  'settings.update',
  'hours.update',
  'department.create',
  'department.update',
  'department.delete',
  'agent.update',
  'agent.delete',
  'retention.update',
  'retention.purge',
  'media.update',
  'uploads.update',
  'canned.create',
  'canned.update',
  'canned.delete',
  'tag.create',
  'tag.update',
  'tag.delete',
  'field.create',
  'field.update',
  'field.delete',
  'visitor.block',
  'visitor.unblock',
  'visitor.merge',
  'visitor.erase',
  'visitor.export',
  'interaction.export',
  'report.update',
  'report.export',
  'interaction.follow',
  'interaction.take-over',
  'interaction.put-back',
  'interaction.end',
  'agent.set-offline',
] as const;
export const auditActionSchema = z.enum(AUDIT_ACTIONS);
export type AuditAction = z.infer<typeof auditActionSchema>;

/** Noun that an action concerns: the part before the dot. */
export type AuditNoun<Action extends AuditAction = AuditAction> = Action extends `${infer Noun}.${string}`
  ? Noun
  : never;

const auditValueSchema = z.union([z.string(), z.number(), z.boolean()]).nullable();
export type AuditValue = z.infer<typeof auditValueSchema>;

export const auditChangeSchema = z.object({
  /** Path of the field, such as `appearance.colour`. */
  field: z.string(),
  /** Value before the change; null where there was nothing, dots in place of a secret. */
  before: auditValueSchema,
  after: auditValueSchema,
});
export type AuditChange = z.infer<typeof auditChangeSchema>;

/** Audited change. Entries are never edited; only retention deletes them. */
export const auditEntrySchema = z.object({
  id: z.number().int().positive(),
  at: timeSchema,
  /** Strapi's admin user; null where the service did it by itself. */
  userId: z.number().int().positive().nullable(),
  /** Name of the user at that time. */
  userName: z.string(),
  action: auditActionSchema,
  /** Name of what was changed, at that time. */
  subject: z.string(),
  changes: z.array(auditChangeSchema),
});
export type AuditEntry = z.infer<typeof auditEntrySchema>;

/** Query of GET /attendance/audit. */
export const auditQuerySchema = z.object({
  /** Cursor: only entries older than this one. */
  before: decimalSchema,
  /** Noun that an action concerns, such as `site`. */
  about: z.string().max(40).optional(),
  userId: decimalSchema,
  from: decimalSchema,
  /** Exclusive. */
  to: decimalSchema,
});
export type AuditQuery = z.infer<typeof auditQuerySchema>;

/** GET /attendance/audit: newest first. */
export const auditPageSchema = z.object({
  entries: z.array(auditEntrySchema),
  /** Value for `before`; null when there is nothing older. */
  next: z.number().int().positive().nullable(),
  /** Everybody who has changed something, to choose from. */
  people: z.array(z.object({ userId: z.number().int().positive(), userName: z.string() })),
});
export type AuditPage = z.infer<typeof auditPageSchema>;
