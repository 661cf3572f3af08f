import type { Form } from '../../../plugins/attendance/protocol/rest';

export const FIELD_NAMES = ['name', 'email', 'phone'] as const;
export type FieldName = (typeof FIELD_NAMES)[number];
export type Contact = Readonly<Record<FieldName, string>>;
export type FieldFault = 'required' | 'invalid';

/** The server's own patterns (protocol/visitor-events.ts), without the schemas around them; a test holds them together. */
const PATTERNS: Readonly<Record<FieldName, RegExp>> = {
  name: /^/,
  email: /^[^\s@<>()[\]\\,;:"]{1,64}@[^\s@<>()[\]\\,;:"]{1,190}\.[^\s@.<>()[\]\\,;:"]{2,63}$/,
  phone: /^[+()\d\s.-]{6,}$/,
};

/** What is wrong with one answer, or null. */
export function checkField(name: FieldName, value: string, isRequired: boolean): FieldFault | null {
  const answer = value.trim();
  if (answer === '') return isRequired ? 'required' : null;
  return PATTERNS[name].test(answer) ? null : 'invalid';
}

/** Faults of the fields that the form shows, in its order; the server checks the same again [F2]. */
export function checkForm(form: Form, contact: Contact): Partial<Record<FieldName, FieldFault>> {
  const faults: Partial<Record<FieldName, FieldFault>> = {};
  for (const name of shownFields(form)) {
    const fault = checkField(name, contact[name], form[name].isRequired);
    if (fault) faults[name] = fault;
  }
  return faults;
}

export function shownFields(form: Form): readonly FieldName[] {
  return form.isOn ? FIELD_NAMES.filter((name) => form[name].isShown) : [];
}
