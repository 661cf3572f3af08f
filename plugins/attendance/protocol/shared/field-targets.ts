/** Which of the visitor's own data [A4] an answer fills; the others are kept with the interaction alone. */
export const FIELD_TARGETS = ['name', 'email', 'phone', 'document'] as const;

export type FieldTarget = (typeof FIELD_TARGETS)[number];
