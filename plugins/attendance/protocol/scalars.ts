import { z } from 'zod';

/** UTC milliseconds since 1970, by the server's clock. */
export const timeSchema = z.number().int().nonnegative().meta({ description: 'UTC milliseconds' });

export const CHANNELS = ['chat', 'voice', 'video'] as const;
export const channelSchema = z.enum(CHANNELS);
export type Channel = z.infer<typeof channelSchema>;

export const LOCALES = ['pt-BR', 'en', 'es'] as const;
export const localeSchema = z.enum(LOCALES);
export type Locale = z.infer<typeof localeSchema>;

export const sideSchema = z.enum(['visitor', 'agent']);
/** The two people of an interaction. */
export type Side = z.infer<typeof sideSchema>;

export const presenceSchema = z.enum(['online', 'offline']);
export type Presence = z.infer<typeof presenceSchema>;
