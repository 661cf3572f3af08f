import { formatCpf, isCpf } from '../shared/text/cpf';
import { cleanEmail, EMAIL } from '../shared/text/email-address';
import type { FieldTarget } from '../shared/field-targets';
import type { FieldType } from '../settings/form';
import { LIMITS } from '../shared/limits';
import { cleanPhone, PHONE } from '../shared/text/phone';
import { toPlainSigns } from '../shared/text/plain-signs';
import { countCodePoints, isVisibleText, toStorableText } from '../shared/text/plain-text';
import type { Channel } from '../shared/choices';

/** A visitor's answers, by field id. A ticked check-box is `true`, everything unanswered is absent or empty. */
export type Answers = Readonly<Record<string, string>>;

export type FieldFault = 'required' | 'invalid' | 'too-long';

/** Field as the rules need it; its texts may be in one language or in all. */
export interface FieldRules {
  readonly id: string;
  readonly type: FieldType;
  readonly options: readonly { readonly value: string }[];
  readonly isRequired: boolean;
  readonly channels: readonly Channel[];
  readonly condition: { readonly fieldId: string; readonly equals: string } | null;
  readonly target: FieldTarget | null;
}

export interface FormRules<Field extends FieldRules = FieldRules> {
  readonly isOn: boolean;
  readonly fields: readonly Field[];
  readonly consent: { readonly isOn: boolean };
}

/** Visitor's own data that are known already, and need not be asked again. */
export type Known = readonly FieldTarget[];

/** Most code points of an answer of one line. */
const LINE_CODE_POINTS = 200;

/** Returns the maximum length of an answer, in code points. */
export function lengthOf({ target, type: kind }: Pick<FieldRules, 'target' | 'type'>): number {
  if (target === 'name') return LIMITS.nameCodePoints;
  if (target === 'document') return LIMITS.documentLength;
  if (kind === 'long-text') return LIMITS.answerCodePoints;
  kind satisfies 'text' | 'email' | 'phone' | 'cpf' | 'choice' | 'checkbox';
  return LINE_CODE_POINTS;
}

/** Returns the answer as it is stored. A field's id may equal a property that every object has, hence the own-property check. */
export function answerTo({ id, type }: Pick<FieldRules, 'id' | 'type'>, answers: Answers): string {
  const given = Object.hasOwn(answers, id) ? (answers[id] ?? '') : '';
  const text = toStorableText(given).trim();
  if (!isVisibleText(text)) return '';
  if (type === 'long-text') return text;
  const line = text.replace(/\s+/g, ' ');
  return cleanLine(type, line);
}

/** Returns the line normalised for its type; what is no valid value of the type stays as it is. */
function cleanLine(kind: Exclude<FieldType, 'long-text'>, line: string): string {
  switch (kind) {
    case 'cpf':
      return isCpf(toPlainSigns(line)) ? formatCpf(toPlainSigns(line)) : line;
    case 'phone':
      return PHONE.test(cleanPhone(line)) ? cleanPhone(line) : line;
    case 'email':
      return cleanEmail(line);
    default:
      kind satisfies 'text' | 'choice' | 'checkbox';
      return line;
  }
}

/**
 * Returns the fields asked on a channel, in their order [F2]. A field with a condition is asked only while the field it depends on is itself asked,
 * and answered as the condition says. Conditions refer to earlier fields only, so one pass is enough. Browser and server share this.
 */
export function askedFields<Field extends FieldRules>(
  form: FormRules<Field>,
  channel: Channel,
  answers: Answers,
): readonly Field[] {
  if (!form.isOn) return [];
  const asked: Field[] = [];
  for (const field of form.fields) {
    const { condition } = field;
    const other = condition && asked.find(({ id }) => id === condition.fieldId);
    const isMet = condition === null || (other && answerTo(other, answers) === condition.equals);
    if (isMet && field.channels.includes(channel)) asked.push(field);
  }
  return asked;
}

/** Returns what is wrong with one answer, or null. */
export function faultOf(field: FieldRules, answers: Answers): FieldFault | null {
  const answer = answerTo(field, answers);
  if (answer === '') return field.isRequired ? 'required' : null;
  if (countCodePoints(answer) > lengthOf(field)) return 'too-long';
  return isWellFormed(field, answer) ? null : 'invalid';
}

function isWellFormed({ options, type }: FieldRules, answer: string): boolean {
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

/** Returns whether the field may be skipped because the value it fills is known. */
export function isKnown({ target }: FieldRules, known: Known): boolean {
  return target !== null && known.includes(target);
}

/** Faults of the fields that are asked, in their order. What is known already may be left out. */
export function faultsIn(
  form: FormRules,
  channel: Channel,
  answers: Answers,
  known: Known = [],
): ReadonlyMap<string, FieldFault> {
  const faults = new Map<string, FieldFault>();
  for (const field of askedFields(form, channel, answers)) {
    const fault = faultOf(field, answers);
    if (fault !== null && !(fault === 'required' && isKnown(field, known))) faults.set(field.id, fault);
  }
  return faults;
}

/** Returns whether the contact begins with the form: known data are not asked again, and a form with nothing that must be answered is not shown. */
export function isFormNeeded(
  form: FormRules,
  channel: Channel,
  known: Known,
  isRecognised: boolean,
): boolean {
  if (!form.isOn) return false;
  return !isRecognised || form.consent.isOn || faultsIn(form, channel, {}, known).size > 0;
}
