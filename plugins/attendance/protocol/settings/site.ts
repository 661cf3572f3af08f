import { z } from 'zod';

import { uploadRulesSchema } from '../attachments/attachments';
import { appearanceSchema, LAUNCHER_ICONS, THEMES, WIDGET_TEXT_NAMES } from './appearance';
import { consentSchema, formFieldSchema, formSchema } from './form';
import { departmentIdSchema, siteIdSchema } from '../schemas/ids';
import { LIMITS } from '../shared/limits';
import { channelSchema, localeSchema, timeSchema } from '../schemas/scalars';
import { singleLineOf } from '../schemas/text';

export const originSchema = z
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

const siteNameSchema = singleLineOf(60).refine((name) => name.length > 0, { message: 'required' });

export const RATINGS = ['off', 'thumbs', 'stars'] as const;

/** Settings of the rating that the visitor is asked for at the end [W4]. */
export const ratingSettingsSchema = z.object({ kind: z.enum(RATINGS), asksComment: z.boolean() });
export type RatingSettings = z.infer<typeof ratingSettingsSchema>;

/** Settings of the transcript that the visitor may have at the end [W4]. */
export const transcriptSettingsSchema = z.object({ canDownload: z.boolean(), canEmail: z.boolean() });
export type TranscriptSettings = z.infer<typeof transcriptSettingsSchema>;

/** Last time a page of this origin requested the widget [F6]. */
export const sightingSchema = z.object({ origin: z.string(), seenAt: timeSchema });
export type Sighting = z.infer<typeof sightingSchema>;

const editable = {
  /** The row's version; a PUT with an older one is refused with `conflict`. */
  version: z.number().int().nonnegative(),
  name: siteNameSchema,
  /** Exact origins that may show the widget: scheme, host and port, no path. */
  origins: z.array(originSchema).max(50),
  channels: z.array(channelSchema).min(1),
  /** Languages of the widget; each visitor gets the first one they prefer, else the default. */
  languages: z.array(localeSchema).min(1),
  defaultLocale: localeSchema,
  /** Department of interactions whose snippet names none [R11]; null for everybody. */
  departmentId: departmentIdSchema.nullable(),
  appearance: appearanceSchema,
  form: formSchema,
  rating: ratingSettingsSchema,
  transcript: transcriptSettingsSchema,
};

/** A site as an admin edits it [F1, F2, F5, F6]: GET /attendance/sites. */
export const siteSettingsSchema = z.object({
  id: siteIdSchema,
  key: z.string(),
  ...editable,
  /** Allowed origins on which the widget was seen; read only. */
  sightings: z.array(sightingSchema),
  /** Origins that have asked for the widget lately and are not allowed, the latest first; read only. */
  unlisted: z.array(sightingSchema),
});
export type SiteSettings = z.infer<typeof siteSettingsSchema>;

/** Body of PUT /attendance/sites/{id}: what an admin may change. */
export const siteUpdateSchema = z
  .object(editable)
  .refine(({ defaultLocale, languages }) => languages.includes(defaultLocale), {
    message: 'one of the languages',
    path: ['defaultLocale'],
  })
  .refine(({ languages }) => new Set(languages).size === languages.length, {
    message: 'each language once',
    path: ['languages'],
  });
export type SiteUpdate = z.infer<typeof siteUpdateSchema>;

/** POST /attendance/sites; everything else begins with the product's defaults. */
export const siteCreateSchema = z.object({ name: siteNameSchema });

/** Configuration that the loader fetches first: GET /api/attendance/sites/{key}/config. At most 2 kB, whatever the admin writes. */
export const siteConfigSchema = z.object({
  siteKey: z.string(),
  /** Version, which grows with every change of the site, the general settings or the upload rules. */
  version: z.number().int().nonnegative(),
  languages: z.array(localeSchema),
  defaultLocale: localeSchema,
  companyName: z.string(),
  colour: z.string(),
  position: z.enum(['right', 'left']),
  offsetX: z.number().int(),
  offsetY: z.number().int(),
  icon: z.enum(LAUNCHER_ICONS),
  /** A `z-index`. */
  layer: z.number().int(),
  /** CSS `color-scheme`: `light`, `dark`, or both where the visitor's system decides. */
  scheme: z.enum(['light dark', 'light', 'dark']),
  /** Text of the launcher, by language; absent where it is a circle. */
  launcherText: z.partialRecord(localeSchema, z.string()),
  /** True when the site has triggers: then the page requests GET /api/attendance/sites/{key}/triggers. */
  hasTriggers: z.boolean(),
  /** False when there are page rules: the page requests GET /api/attendance/sites/{key}/pages before it draws the launcher [Z138]. */
  isOnEveryPage: z.boolean(),
});
export type SiteConfig = z.infer<typeof siteConfigSchema>;

/** The triggers of a site, in one language: GET /api/attendance/sites/{key}/triggers. */
export const siteTriggersSchema = z.object({
  triggers: z.array(z.object({ pattern: z.string(), afterSeconds: z.number().int(), text: z.string() })),
});
export type SiteTriggers = z.infer<typeof siteTriggersSchema>;

/** Page rules of the launcher [Z138]: GET /api/attendance/sites/{key}/pages. The page matches them itself, and never sends its address. */
export const sitePagesSchema = z.object({
  /** True to show it only on pages that match a pattern; false to show it on all others. */
  isOnlyThere: z.boolean(),
  patterns: z.array(z.string()),
});
export type SitePages = z.infer<typeof sitePagesSchema>;

/**
 * Configuration that the panel's frame fetches, in its language, beside its script: GET /api/attendance/sites/{key}/panel. It never passes through
 * the host page.
 */
export const panelConfigSchema = z.object({
  siteKey: z.string(),
  version: z.number().int().nonnegative(),
  channels: z.array(channelSchema),
  companyName: z.string(),
  colour: z.string(),
  theme: z.enum(THEMES),
  /** Addresses of pictures; empty where there is none. */
  logo: z.string(),
  agentAvatar: z.string(),
  /** Texts set by the admin; empty where the product's own is meant. */
  texts: z.record(z.enum(WIDGET_TEXT_NAMES), z.string()),
  form: z.object({
    isOn: z.boolean(),
    fields: z.array(
      formFieldSchema.omit({ label: true, hint: true, options: true }).extend({
        label: z.string(),
        hint: z.string(),
        options: z.array(z.object({ value: z.string(), label: z.string() })),
      }),
    ),
    consent: consentSchema.extend({ text: z.string() }),
  }),
  rating: ratingSettingsSchema,
  transcript: transcriptSettingsSchema,
  persistenceMs: z.number().int(),
  /** Upload rules for visitors' messages; null where they may attach nothing [C6]. */
  uploads: uploadRulesSchema.nullable(),
});
export type PanelConfig = z.infer<typeof panelConfigSchema>;
export type PanelField = PanelConfig['form']['fields'][number];
