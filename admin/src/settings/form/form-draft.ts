import type { Form, FormField } from '../../../../plugins/attendance/protocol/settings/form';
import type { Localized } from '../../../../plugins/attendance/protocol/shared/text/localized';
import { moved } from '../parts/reorder';

/** Returns the fields that a field may depend on: choices and check-boxes before it. */
export function conditionSources(fields: readonly FormField[], id: string): readonly FormField[] {
  const index = fields.findIndex((field) => field.id === id);
  return fields.slice(0, index).filter(({ type }) => type === 'choice' || type === 'checkbox');
}

export type Move =
  | { readonly ok: true; readonly fields: readonly FormField[] }
  /** Refusal of a move after which `dependent` would precede `source`, on which it depends. */
  | { readonly ok: false; readonly dependent: FormField; readonly source: FormField };

/** Moves a field. Refused where a field would precede the one that it depends on: nothing is lost unseen. */
export function moveField(fields: readonly FormField[], from: number, to: number): Move {
  const next = moved(fields, from, to);
  for (const [index, dependent] of next.entries()) {
    const { condition } = dependent;
    const source = next.slice(index).find(({ id }) => id === condition?.fieldId);
    // A fault from before the move does not forbid it.
    if (source !== undefined && isBefore(fields, source, dependent)) return { ok: false, dependent, source };
  }
  return { ok: true, fields: next };
}

function isBefore(fields: readonly FormField[], one: FormField, other: FormField): boolean {
  return fields.indexOf(one) < fields.indexOf(other);
}

/** Removes a field; what depended on it is asked always from now on. */
export function removeField(fields: readonly FormField[], id: string): readonly FormField[] {
  return fields
    .filter((field) => field.id !== id)
    .map((field) => (field.condition?.fieldId === id ? { ...field, condition: null } : field));
}

/** Inserts a copy right after the field; it fills no datum of the visitor, since only one field may. */
export function duplicateField(
  fields: readonly FormField[],
  id: string,
  copy: { readonly id: string; readonly label: (label: Localized) => Localized },
): readonly FormField[] {
  return fields.flatMap((field) =>
    field.id === id
      ? [field, { ...field, id: copy.id, label: { ...copy.label(field.label) }, target: null }]
      : [field],
  );
}

export function changeField(
  fields: readonly FormField[],
  id: string,
  part: Partial<FormField>,
): readonly FormField[] {
  return fields.map((field) => (field.id === id ? { ...field, ...part } : field));
}

/** Returns a short id that is new among all parts of the form. */
export function newPartId(form: Pick<Form, 'fields'>, random: () => number = Math.random): string {
  const taken = new Set(form.fields.flatMap(({ id, options }) => [id, ...options.map(({ value }) => value)]));
  for (;;) {
    const id = `f${Math.floor(random() * 36 ** 6)
      .toString(36)
      .padStart(6, '0')}`;
    if (!taken.has(id)) return id;
  }
}
