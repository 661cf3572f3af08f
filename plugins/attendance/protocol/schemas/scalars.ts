import { z } from 'zod';

import { CHANNELS, LOCALES } from '../shared/choices';

/** UTC milliseconds since 1970, by the server's clock. */
export const timeSchema = z.number().int().nonnegative().meta({ description: 'UTC milliseconds' });

export const channelSchema = z.enum(CHANNELS);
export const localeSchema = z.enum(LOCALES);

export const sideSchema = z.enum(['visitor', 'agent']);
/** The two people of an interaction. */
export type Side = z.infer<typeof sideSchema>;

export const presenceSchema = z.enum(['online', 'offline']);
export type Presence = z.infer<typeof presenceSchema>;
