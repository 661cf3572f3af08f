// Plain lists that browsers need as values: without zod, so that a screen can import them for nothing.

export const CHANNELS = ['chat', 'voice', 'video'] as const;
export type Channel = (typeof CHANNELS)[number];

export const LOCALES = ['pt-BR', 'en', 'es'] as const;
export type Locale = (typeof LOCALES)[number];
