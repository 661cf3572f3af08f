import { isCpf } from './cpf';
import type { Form, FormField } from './form';
import { countCodePoints } from './text';
import type { Channel } from './scalars';

/** What a visitor answered, by the field's id. A ticked check-box is `true`, everything unanswered is absent or empty. */
export type Answers = Readonly<Record<string, string>>;

export type FieldFault = 'required' | 'invalid' | 'too-long';

/** Lengths in code points. */
export const ANSWER_LENGTH = { line: 200, text: 2_000 } as const;

export const EMAIL = /^[^\s@<>()[\]\\,;:"]{1,64}@[^\s@<>()[\]\\,;:"]{1,190}\.[^\s@.<>()[\]\\,;:"]{2,63}$/;
export const PHONE = /^[+()\d\s.-]{6,40}$/;

/**
 * The fields that are asked on a channel, in their order [F2]. A field with a condition is asked only while the field it depends on is
 * itself asked, and answered as the condition says. Conditions look back only, so one pass is enough. Browser and server share this.
 */
export function askedFields(form: Form, channel: Channel, answers: Answers): readonly FormField[] {
  if (!form.isOn) return [];
  const asked: FormField[] = [];
  for (const field of form.fields) {
    const { condition } = field;
    const isMet =
      condition === null ||
      (asked.some(({ id }) => id === condition.fieldId) &&
        answers[condition.fieldId]?.trim() === condition.equals);
    if (isMet && field.channels.includes(channel)) asked.push(field);
  }
  return asked;
}

/** What is wrong with one answer, or null. */
export function faultOf(field: FormField, given: string | undefined): FieldFault | null {
  const answer = given?.trim() ?? '';
  if (answer === '') return field.isRequired ? 'required' : null;
  if (countCodePoints(answer) > ANSWER_LENGTH[field.type === 'long-text' ? 'text' : 'line'])
    return 'too-long';
  return isWellFormed(field, answer) ? null : 'invalid';
}

function isWellFormed({ options, type }: FormField, answer: string): boolean {
  switch (type) {
    case 'email':
      return EMAIL.test(answer);
    case 'phone':
      return PHONE.test(answer);
    case 'cpf':
      return isCpf(answer);
    case 'choice':
      return options.some(({ value }) => value === answer);
    case 'checkbox':
      return answer === 'true';
    case 'text':
    case 'long-text':
      return true;
  }
}

/** Faults of the fields that are asked, in their order. */
export function faultsIn(form: Form, channel: Channel, answers: Answers): ReadonlyMap<string, FieldFault> {
  const faults = new Map<string, FieldFault>();
  for (const field of askedFields(form, channel, answers)) {
    const fault = faultOf(field, answers[field.id]);
    if (fault !== null) faults.set(field.id, fault);
  }
  return faults;
}
