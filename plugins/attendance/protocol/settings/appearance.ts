import { z } from 'zod';

import { localizedLine } from './form';
import { isUnsaid } from '../shared/text/localized';
import { singleLineOf } from '../schemas/text';

const colourSchema = z.string().regex(/^#[0-9a-f]{6}$/i, { message: 'a colour like #4945ff' });

/** Picture of Strapi's media library. The server looks the URL up by the id; a URL sent by a browser is ignored. */
export const pictureSchema = z.object({ fileId: z.number().int().positive(), url: z.string().max(2_048) });
export type Picture = z.infer<typeof pictureSchema>;

/** Path pattern, in which `*` matches anything: `/`, `/products/*`. */
const pathPatternSchema = z
  .string()
  .max(200)
  .regex(/^\/[^\s]*$/, { message: 'a path that begins with /, in which * stands for anything' });

/** Every page, only those that a pattern fits, or all but those. */
export const PAGE_CHOICES = ['every', 'only', 'except'] as const;

/** Rules for the pages on which the launcher is shown [Z138]. The patterns are kept even while every page is chosen. */
export const pageRulesSchema = z
  .object({ choice: z.enum(PAGE_CHOICES), patterns: z.array(pathPatternSchema).max(20) })
  .refine(({ choice, patterns }) => choice === 'every' || patterns.length > 0, {
    message: 'a path at least',
    path: ['patterns'],
  });
export type PageRules = z.infer<typeof pageRulesSchema>;

/** Largest `z-index` that browsers support. */
export const MOST_LAYER = 2_147_483_647;

/** Trigger: when the launcher shows a message by itself, and which [F1]. */
export const triggerSchema = z.object({
  pattern: pathPatternSchema,
  /** Time that the visitor has been on the page. */
  afterSeconds: z.number().int().min(0).max(3_600),
  text: localizedLine(160).refine((text) => !isUnsaid(text), { message: 'a trigger needs a text' }),
});
export type Trigger = z.infer<typeof triggerSchema>;

export const LAUNCHER_ICONS = ['chat', 'question', 'headset', 'hand'] as const;
export const THEMES = ['auto', 'light', 'dark'] as const;

/** Texts of the widget that a site may word in its own way; an empty one is the product's own text. */
export const WIDGET_TEXTS = {
  greeting: 200,
  /** Beside the launcher's icon; none makes it a circle. */
  launcherText: 30,
  queue: 200,
  offlineTitle: 80,
  offline: 300,
  outsideHours: 300,
  ended: 200,
} as const;
export type WidgetText = keyof typeof WIDGET_TEXTS;
export const WIDGET_TEXT_NAMES = Object.keys(WIDGET_TEXTS) as [WidgetText, ...WidgetText[]];

/** Appearance and texts of the widget on a site [F1]. */
export const appearanceSchema = z.object({
  /** Shown in the panel's header. */
  companyName: singleLineOf(60).refine((name) => name.length > 0, { message: 'required' }),
  colour: colourSchema,
  theme: z.enum(THEMES),
  position: z.enum(['right', 'left']),
  offsetX: z.number().int().min(0).max(200),
  offsetY: z.number().int().min(0).max(200),
  launcherIcon: z.enum(LAUNCHER_ICONS),
  /** `z-index` of launcher and panel. */
  layer: z.number().int().min(1).max(MOST_LAYER),
  pages: pageRulesSchema,
  logo: pictureSchema.nullable(),
  /** Picture for agents who have no photo of their own. */
  agentAvatar: pictureSchema.nullable(),
  texts: z.object({
    greeting: localizedLine(WIDGET_TEXTS.greeting),
    launcherText: localizedLine(WIDGET_TEXTS.launcherText),
    queue: localizedLine(WIDGET_TEXTS.queue),
    offlineTitle: localizedLine(WIDGET_TEXTS.offlineTitle),
    offline: localizedLine(WIDGET_TEXTS.offline),
    outsideHours: localizedLine(WIDGET_TEXTS.outsideHours),
    ended: localizedLine(WIDGET_TEXTS.ended),
  }),
  triggers: z.array(triggerSchema).max(10),
});
export type Appearance = z.infer<typeof appearanceSchema>;
