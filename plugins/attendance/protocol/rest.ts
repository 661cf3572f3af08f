import { z } from 'zod';

import { channelSchema, departmentSchema, localeSchema } from './entities';
import { agentIdSchema, departmentIdSchema, siteIdSchema } from './ids';
import { LIMITS } from './limits';
import { lineOf } from './text';

/** One field of the basic pre-attendance form [F2]. */
export const formFieldSchema = z.object({ isShown: z.boolean(), isRequired: z.boolean() });
export const formSchema = z.object({
  isOn: z.boolean(),
  name: formFieldSchema,
  email: formFieldSchema,
  phone: formFieldSchema,
});
/** The pre-attendance form of a site. When off, the widget opens straight on the channels [W1]. */
export type Form = z.infer<typeof formSchema>;

const colourSchema = z.string().regex(/^#[0-9a-f]{6}$/i, { message: 'a colour like #4945ff' });

export const appearanceSchema = z.object({
  /** Shown in the panel's header. */
  companyName: lineOf(60).refine((name) => name.length > 0, { message: 'required' }),
  colour: colourSchema,
  position: z.enum(['right', 'left']),
  offsetX: z.number().int().min(0).max(200),
  offsetY: z.number().int().min(0).max(200),
  /** Text beside the launcher's icon; none makes it a circle. */
  launcherText: lineOf(30),
  /** First words of the panel, per language; an empty one falls back to the product's own text. */
  greeting: z.record(localeSchema, lineOf(200)),
});
/** How the widget looks on a site [F1]. */
export type Appearance = z.infer<typeof appearanceSchema>;

/** What the loader fetches before anything else: GET /api/attendance/sites/{key}/config. At most 2 kB. */
export const siteConfigSchema = z.object({
  siteKey: z.string(),
  channels: z.array(channelSchema),
  defaultLocale: localeSchema,
  appearance: appearanceSchema,
  form: formSchema,
  persistenceMs: z.number().int(),
});
export type SiteConfig = z.infer<typeof siteConfigSchema>;

const originSchema = z
  .string()
  .max(LIMITS.urlLength)
  .refine(isOrigin, { message: 'an origin like https://www.example.com' })
  .meta({ description: 'origin like https://www.example.com' });

/** Goes into a policy's frame-ancestors as it is: nothing that means more there, such as `*` or `;`. */
const ORIGIN = /^https?:\/\/([a-z0-9.-]+|\[[0-9a-f:]+\])(:\d+)?$/;

function isOrigin(text: string): boolean {
  try {
    return ORIGIN.test(text) && new URL(text).origin === text;
  } catch {
    return false;
  }
}

/** A site as an admin edits it: GET and PUT /attendance/sites. */
export const siteSettingsSchema = z.object({
  id: siteIdSchema,
  /** The row's version; a PUT with an older one is refused with `conflict`. */
  version: z.number().int().nonnegative(),
  key: z.string(),
  name: lineOf(60).refine((name) => name.length > 0, { message: 'required' }),
  /** Exact origins that may show the widget: scheme, host and port, no path. */
  origins: z.array(originSchema).max(50),
  channels: z.array(channelSchema).min(1),
  defaultLocale: localeSchema,
  appearance: appearanceSchema,
  form: formSchema,
});
export type SiteSettings = z.infer<typeof siteSettingsSchema>;

/** What an admin may change of it: PUT /attendance/sites/{id}. */
export const siteUpdateSchema = siteSettingsSchema.omit({ id: true, key: true });
export type SiteUpdate = z.infer<typeof siteUpdateSchema>;

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
