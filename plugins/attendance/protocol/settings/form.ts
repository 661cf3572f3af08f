import { CHANNELS } from '../shared/choices';
import type { FieldTarget } from '../shared/field-targets';
import { FIELD_TARGETS } from '../shared/field-targets';
import { LIMITS } from '../shared/limits';
import { EMPTY_LOCALIZED, isUnsaid } from '../shared/text/localized';
import { channelSchema, localeSchema, timeSchema } from '../schemas/scalars';
import { singleLineOf, textOf } from '../schemas/text';
import { z } from 'zod';

/** Returns a schema for a text in each language; an empty one falls back to the site's default language. */
export const localizedLine = (maxCodePoints: number) => z.record(localeSchema, singleLineOf(maxCodePoints));

export const FIELD_TYPES = ['text', 'email', 'phone', 'cpf', 'choice', 'checkbox', 'long-text'] as const;

export const fieldTypeSchema = z.enum(FIELD_TYPES);

export type FieldType = (typeof FIELD_TYPES)[number];

export const fieldTargetSchema = z.enum(FIELD_TARGETS);

/** Visitor's data that a field of each type may fill. */
export const TARGETS_OF: Readonly<Record<FieldType, readonly FieldTarget[]>> = {
  text: ['name', 'document'],
  email: ['email'],
  phone: ['phone'],
  cpf: ['document'],
  choice: [],
  checkbox: [],
  'long-text': [],
};

export const MOST_FIELDS = 30;

export const MOST_OPTIONS = 30;

/** Maximum length of the consent text, in code points. */
export const CONSENT_LENGTH = 2_000;

/** Random and short, made where the field is made; stays when the field is moved or renamed. */
const partIdSchema = z
  .string()
  .max(LIMITS.fieldIdLength)
  .regex(/^[a-z0-9-]+$/, { message: 'lower-case letters, digits and hyphens' });

export const formFieldSchema = z.object({
  id: partIdSchema,
  type: fieldTypeSchema,
  label: localizedLine(80),
  hint: localizedLine(160),
  /** Options of a `choice`, at least two; empty for every other type. */
  options: z.array(z.object({ value: partIdSchema, label: localizedLine(80) })).max(MOST_OPTIONS),
  isRequired: z.boolean(),
  /** Channels on which the field is asked. */
  channels: z.array(channelSchema).min(1),
  /** Condition on an earlier field's answer: a choice's option value, a check-box's `true`. Null: always asked. */
  condition: z.object({ fieldId: partIdSchema, equals: singleLineOf(80) }).nullable(),
  target: fieldTargetSchema.nullable(),
});

export type FormField = z.infer<typeof formFieldSchema>;

/** Consent that the visitor agrees to, where the site asks for it [W5]. */
export const consentSchema = z.object({
  isOn: z.boolean(),
  /** A box to tick; else a line that is only shown. */
  needsCheck: z.boolean(),
  text: z.record(localeSchema, z.literal('').or(textOf(CONSENT_LENGTH))),
  /** Version of the text, which grows by itself with every change; stored with each interaction. */
  version: z.number().int().nonnegative(),
});

export type Consent = z.infer<typeof consentSchema>;

/** The pre-attendance form of a site [F2]. When off, the widget opens straight on the channels [W1]. */
export const formSchema = z
  .object({ isOn: z.boolean(), fields: z.array(formFieldSchema).max(MOST_FIELDS), consent: consentSchema })
  .superRefine(({ consent, fields }, context) => {
    fields.forEach((field, index) => {
      const fault = faultOfDefinition(field, fields.slice(0, index));
      if (fault !== null)
        context.addIssue({
          code: 'custom',
          message: FORM_FAULTS[fault],
          params: { fault },
          path: ['fields', index],
        });
    });
    if (consent.isOn && isUnsaid(consent.text))
      context.addIssue({
        code: 'custom',
        message: FORM_FAULTS['no-consent-text'],
        params: { fault: 'no-consent-text' },
        path: ['consent', 'text'],
      });
  });

export type Form = z.infer<typeof formSchema>;

/** Faults of a form with their English text; a screen has its own text for each code. */
export const FORM_FAULTS = {
  'same-id': 'another field has this id',
  'no-label': 'a field needs a label',
  'wrong-target': 'a field of this type cannot fill that value of the visitor',
  'same-target': 'another field fills the same value of the visitor',
  'few-options': 'a choice needs two options',
  'stray-options': 'only a choice has options',
  'option-label': 'an option needs a label',
  'same-option': 'two options have the same value',
  'condition-field': 'a condition looks at an earlier field',
  'condition-option': 'no such option',
  'condition-check': 'a check-box is `true`',
  'condition-type': 'a condition looks at a choice or a check-box',
  'no-consent-text': 'a consent needs a text',
} as const;

export type FormFault = keyof typeof FORM_FAULTS;

/** Returns why a field is not valid after those before it, or null. */
function faultOfDefinition(field: FormField, earlier: readonly FormField[]): FormFault | null {
  if (earlier.some(({ id }) => id === field.id)) return 'same-id';
  if (isUnsaid(field.label)) return 'no-label';
  if (field.target !== null && !TARGETS_OF[field.type].includes(field.target)) return 'wrong-target';
  if (field.target !== null && earlier.some(({ target }) => target === field.target)) return 'same-target';
  if (field.type === 'choice' && field.options.length < 2) return 'few-options';
  if (field.type !== 'choice' && field.options.length > 0) return 'stray-options';
  if (field.options.some(({ label }) => isUnsaid(label))) return 'option-label';
  if (new Set(field.options.map(({ value }) => value)).size < field.options.length) return 'same-option';
  return faultOfCondition(field, earlier);
}

function faultOfCondition({ condition }: FormField, earlier: readonly FormField[]): FormFault | null {
  if (condition === null) return null;
  const other = earlier.find(({ id }) => id === condition.fieldId);
  if (other === undefined) return 'condition-field';
  if (other.type === 'choice')
    return other.options.some(({ value }) => value === condition.equals) ? null : 'condition-option';
  if (other.type === 'checkbox') return condition.equals === 'true' ? null : 'condition-check';
  return 'condition-type';
}

export const FORM_OFF: Form = {
  isOn: false,
  fields: [],
  consent: { isOn: false, needsCheck: false, text: { ...EMPTY_LOCALIZED }, version: 0 },
};

/** A field as the form begins with it: on every channel, asked always. */
export function newField(id: string, type: FieldType, target: FieldTarget | null = null): FormField {
  return {
    id,
    type,
    target,
    label: { ...EMPTY_LOCALIZED },
    hint: { ...EMPTY_LOCALIZED },
    options: [],
    isRequired: false,
    channels: [...CHANNELS],
    condition: null,
  };
}

/** Answer stored with the interaction: in the words that the visitor saw, whatever becomes of the form [F2]. */
export const formAnswerSchema = z.object({
  fieldId: z.string(),
  type: fieldTypeSchema,
  label: z.string(),
  /** Value as typed; a choice's option value; `true` for a ticked check-box. */
  value: z.string(),
  /** Text to show: the option's label for a choice, else the value. */
  shown: z.string(),
});

export type FormAnswer = z.infer<typeof formAnswerSchema>;

/** The text that the visitor was shown, or agreed to by a check-box, and when [W5]. */
export const consentGivenSchema = z.object({
  version: z.number().int().nonnegative(),
  text: z.string(),
  isChecked: z.boolean(),
  givenAt: timeSchema,
});

export type ConsentGiven = z.infer<typeof consentGivenSchema>;
