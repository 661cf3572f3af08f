/** Visitor's own data [A4] that an answer can fill; other answers are kept with the interaction alone. */
export const FIELD_TARGETS = ['name', 'email', 'phone', 'document'] as const;

export type FieldTarget = (typeof FIELD_TARGETS)[number];
