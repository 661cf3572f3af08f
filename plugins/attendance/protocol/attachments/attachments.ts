import { z } from 'zod';

import { ATTACHMENT_KINDS } from '../shared/attachment-kinds';
import { LIMITS } from '../shared/limits';

export * from '../shared/attachment-kinds';

/** Id of an attachment, random: it shows nothing of the file, nor how many there are. */
export const attachmentIdSchema = z
  .string()
  .regex(/^[\w-]{22}$/)
  .meta({ description: 'id of an uploaded file' })
  .brand<'AttachmentId'>();
export type AttachmentId = z.infer<typeof attachmentIdSchema>;

export const attachmentKindSchema = z.enum(ATTACHMENT_KINDS);

/** A file that a message carries [C6]. Its content is fetched by its id, with the token of who may read the transcript. */
export const attachmentSchema = z.object({
  id: attachmentIdSchema,
  kind: attachmentKindSchema,
  /** File name, cleaned; for display and download only. */
  name: z.string(),
  /** MIME type that the content was found to have, whatever was declared. */
  mime: z.string(),
  /** Size in bytes. */
  size: z.number().int().positive(),
  /** Pixels of an image that has a thumbnail, as it is to be shown; null for everything else. */
  picture: z.object({ width: z.number().int().positive(), height: z.number().int().positive() }).nullable(),
});
export type Attachment = z.infer<typeof attachmentSchema>;

export const attachmentIdsSchema = z.array(attachmentIdSchema).max(LIMITS.attachmentsOfMessage);

/** Rules for uploads: GET /attendance/attachment-rules, and the widget's part of a site's configuration. */
export const uploadRulesSchema = z.object({
  kinds: z.array(attachmentKindSchema),
  maxBytes: z.number().int().positive(),
});
export type UploadRules = z.infer<typeof uploadRulesSchema>;

/** Settings for attachments, who may attach which kinds: GET and PUT /attendance/attachment-settings. */
export const attachmentSettingsSchema = z.object({
  /** The row's version; a PUT with an older one is refused with `conflict`. */
  version: z.number().int().nonnegative(),
  visitorsMayUpload: z.boolean(),
  agentsMayUpload: z.boolean(),
  /** Groups that are taken; with none, nobody uploads. */
  kinds: z.array(attachmentKindSchema).max(ATTACHMENT_KINDS.length),
  maxBytes: z.number().int().min(LIMITS.attachmentBytes.min).max(LIMITS.attachmentBytes.max),
  /** Storage quota for all files of the installation, in MB of 1,048,576 bytes; uploads beyond it are refused. */
  quotaMegabytes: z
    .number()
    .int()
    .min(LIMITS.attachmentQuotaMegabytes.min)
    .max(LIMITS.attachmentQuotaMegabytes.max),
});
export type AttachmentSettings = z.infer<typeof attachmentSettingsSchema>;

/** Storage used, of the quota: GET /attendance/attachment-usage. */
export const attachmentUsageSchema = z.object({
  usedBytes: z.number().int().nonnegative(),
  quotaBytes: z.number().int().positive(),
});
export type AttachmentUsage = z.infer<typeof attachmentUsageSchema>;

/** Reasons for refusing a file; a screen has a text for each. Closed, like the error codes. */
export const UPLOAD_REFUSALS = [
  'type',
  'broken',
  'empty',
  'size',
  'quota',
  'full',
  'off',
  'ended',
  'busy',
] as const;
export type UploadRefusal = (typeof UPLOAD_REFUSALS)[number];
