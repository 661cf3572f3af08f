import { z } from 'zod';

import { faultOfCanned } from '../shared/text/canned-text';
import { localizedLine } from '../settings/form';
import {
  agentIdSchema,
  cannedResponseIdSchema,
  customFieldIdSchema,
  departmentIdSchema,
  interactionIdSchema,
  noteIdSchema,
  tagIdSchema,
} from '../schemas/ids';
import { LIMITS } from '../shared/limits';
import { timeSchema } from '../schemas/scalars';
import { singleLineOf, textOf } from '../schemas/text';

const required = (text: string): boolean => text.length > 0;
const colourSchema = z.string().regex(/^#[0-9a-f]{6}$/i, { message: 'a colour like #4945ff' });
/** Version, which grows with every change; a PUT with an older one is refused with `conflict`. */
const version = z.number().int().nonnegative();

/** Tag of an interaction; search and reports use it [C9]. */
export const tagSchema = z.object({
  id: tagIdSchema,
  version,
  /** Name, unique whatever its capitals. */
  name: singleLineOf(LIMITS.tagCodePoints).refine(required, { message: 'required' }),
  colour: colourSchema,
  /** True when no longer offered; interactions that have it keep it. */
  isArchived: z.boolean(),
});
export type Tag = z.infer<typeof tagSchema>;
export const tagCreateSchema = tagSchema.omit({ id: true, version: true });
export const tagUpdateSchema = tagSchema.omit({ id: true });
export type TagDraft = z.infer<typeof tagCreateSchema>;

const shortcutSchema = z
  .string()
  .trim()
  .normalize('NFC')
  .toLowerCase()
  .max(LIMITS.shortcutLength)
  .regex(/^[\p{L}\p{N}][\p{L}\p{N}_-]*$/u, { message: 'letters, digits, - and _ only' });

const cannedBodySchema = textOf(LIMITS.messageCodePoints).superRefine((body, context) => {
  const fault = faultOfCanned(body);
  if (fault === null) return;
  const message = fault.kind === 'unknown' ? `unknown variable {{${fault.name}}}` : '{{ without }}';
  context.addIssue({ code: 'custom', message });
});

/** A text that agents insert by `/` and its shortcut [C8]. */
export const cannedResponseSchema = z.object({
  id: cannedResponseIdSchema,
  version,
  /** Shortcut, unique, in lower case. */
  shortcut: shortcutSchema,
  title: singleLineOf(80).refine(required, { message: 'required' }),
  /** May name variables such as `{{visitor.firstName|there}}`; a name that means nothing is refused. */
  body: cannedBodySchema,
  /** Offered in interactions of this department only; null in all. */
  departmentId: departmentIdSchema.nullable(),
});
export type CannedResponse = z.infer<typeof cannedResponseSchema>;
export const cannedResponseCreateSchema = cannedResponseSchema.omit({ id: true, version: true });
export const cannedResponseUpdateSchema = cannedResponseSchema.omit({ id: true });
export type CannedResponseDraft = z.infer<typeof cannedResponseCreateSchema>;

export const CUSTOM_FIELD_TYPES = ['text', 'long-text', 'number', 'date', 'choice', 'checkbox'] as const;
export type CustomFieldType = (typeof CUSTOM_FIELD_TYPES)[number];

const customFieldShape = z.object({
  id: customFieldIdSchema,
  version,
  /** Label by language; one is enough, the others fall back to it. */
  label: localizedLine(80),
  /** How it is typed; nothing that was typed is refused for it [A4]. */
  type: z.enum(CUSTOM_FIELD_TYPES),
  /** Owner of the value. A visitor's is there again in their next interaction. */
  subject: z.enum(['visitor', 'interaction']),
  /** Options of a `choice`; empty for every other type. */
  options: z
    .array(singleLineOf(80).refine(required, { message: 'required' }))
    .max(LIMITS.customFieldOptionsMax),
  /** True when no longer shown; stored values stay. */
  isArchived: z.boolean(),
});

type Definition = Pick<z.infer<typeof customFieldShape>, 'label' | 'options' | 'type'>;

function checkDefinition({ label, options, type }: Definition, context: z.core.$RefinementCtx): void {
  const refuse = (path: string, message: string): void =>
    context.addIssue({ code: 'custom', path: [path], message });
  if (Object.values(label).every((text) => text === '')) refuse('label', 'required');
  if (type === 'choice' && options.length === 0) refuse('options', 'a choice needs options');
  if (type !== 'choice' && options.length > 0) refuse('options', 'only a choice has options');
  if (new Set(options).size < options.length) refuse('options', 'two options are the same');
}

/** A field of one's own, of the visitor or of the interaction [A4]. */
export const customFieldSchema = customFieldShape;
export type CustomField = z.infer<typeof customFieldSchema>;
export const customFieldCreateSchema = customFieldShape
  .omit({ id: true, version: true })
  .superRefine(checkDefinition);
export const customFieldUpdateSchema = customFieldShape.omit({ id: true }).superRefine(checkDefinition);
export type CustomFieldDraft = z.infer<typeof customFieldCreateSchema>;
/** Body of PUT /attendance/field-order: the ids of all fields, in their new order. */
export const customFieldOrderSchema = z.object({
  ids: z.array(customFieldIdSchema).max(LIMITS.customFieldsMax),
});

export const toolsSchema = z.object({
  /** Canned responses, by shortcut. */
  cannedResponses: z.array(cannedResponseSchema),
  /** Tags, by name; with the archived ones, for interactions that have them. */
  tags: z.array(tagSchema),
  /** Custom fields, in their order, without archived ones. */
  fields: z.array(customFieldSchema),
});
/** Tools of all agents beside the conversation. */
export type Tools = z.infer<typeof toolsSchema>;

/** Note of an agent for the team, or a supervisor's whisper to the agent [R17]: not part of the transcript, and never sent to a visitor [C9]. */
export const noteSchema = z.object({
  id: noteIdSchema,
  interactionId: interactionIdSchema,
  clientNoteId: z.string(),
  agentId: agentIdSchema,
  agentName: z.string(),
  body: z.string(),
  /** Time of writing, which places it among the messages. */
  writtenAt: timeSchema,
  /** True for a whisper; absent for a note. */
  isWhisper: z.literal(true).optional(),
});
export type Note = z.infer<typeof noteSchema>;
