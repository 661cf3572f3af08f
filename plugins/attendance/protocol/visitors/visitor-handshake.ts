import { z } from 'zod';

import { interactionIdSchema } from '../schemas/ids';
import { LIMITS } from '../shared/limits';
import { localeSchema } from '../schemas/scalars';
import { singleLineOf, webAddress } from '../schemas/text';

/** The page on which the visitor is, as the site's loader reports it. */
export const pageSchema = z.object({
  url: webAddress(LIMITS.urlLength),
  title: singleLineOf(LIMITS.titleCodePoints),
  referrer: webAddress(LIMITS.urlLength).or(z.literal('')),
});
export type Page = z.infer<typeof pageSchema>;

/** User-Agent Client Hints, where the browser gives them (`navigator.userAgentData.getHighEntropyValues`). */
export const clientHintsSchema = z.object({
  brands: z.array(z.object({ brand: singleLineOf(60), version: singleLineOf(30) })).max(10),
  mobile: z.boolean(),
  platform: singleLineOf(60),
  platformVersion: singleLineOf(30),
  model: singleLineOf(60),
});
export type ClientHints = z.infer<typeof clientHintsSchema>;

/** `auth` of a connection to /visitor. */
export const visitorHandshakeSchema = z.object({
  protocol: z.number(),
  siteKey: z.string().min(1).max(64),
  /** The resume token of an earlier `interaction:request`, or null. Never in a URL. */
  token: z.string().min(1).max(128).nullable(),
  /** Interaction that the widget last showed as live; the snapshot contains it even when it has ended meanwhile. */
  interactionId: interactionIdSchema.nullable().default(null),
  locale: localeSchema,
  page: pageSchema,
});
export type VisitorHandshake = z.infer<typeof visitorHandshakeSchema>;
