import type {
  AuditAction,
  AuditChange,
  AuditEntry,
  AuditNoun,
  AuditValue,
} from '../../../../plugins/attendance/protocol/settings/audit';
import { textOf, type FormatContext, type FieldFormat, type Names } from './field-format';
import { FIELD_FORMATS } from './field-formats';
import { plainValue } from './format-value';

/** One line of an entry, formatted for display. */
interface FormattedChange {
  readonly label: string;
  /** Value before the change; null where none is shown. */
  readonly before: string | null;
  /** Value after the change; null where nothing is left to show. */
  readonly after: string | null;
}

const ANY = '*';

/**
 * [Z80] Returns what an entry changed, line by line; a form's field has the label that the entry itself gives it, if it
 * does.
 */
export function describeChanges(
  { action, changes }: AuditEntry,
  context: FormatContext,
): readonly FormattedChange[] {
  const formFields = new Map([...context.names.formFields, ...labelsIn(changes, context.locale)]);
  const named = { ...context, names: { ...context.names, formFields } };
  return changes.map((change) => describeChange(action, change, named));
}

/** Returns the labels of form fields among the changes, by the field's id; in this language where there is one. */
function labelsIn(changes: readonly AuditChange[], locale: string): Names {
  const labels = new Map<string, string>();
  for (const { after, before, field } of changes) {
    const [, id, tag] = /^form\.fields\[([^\]]+)\]\.label\.(.+)$/.exec(field) ?? [];
    const label = after ?? before;
    if (id !== undefined && typeof label === 'string' && (tag === locale || !labels.has(id)))
      labels.set(id, label);
  }
  return labels;
}

/** Formats a change with the texts of its settings page; a field without a text keeps its technical name. */
function describeChange(action: AuditAction, change: AuditChange, context: FormatContext): FormattedChange {
  const [noun, verb] = action.split('.') as [AuditNoun, string];
  const found = findFormat(FIELD_FORMATS[noun], change.field);
  const label = found === null ? change.field : labelOf(found, context);
  if (action === 'retention.purge') return { label, before: null, after: purgedOf(change, context) };
  const format = (value: AuditValue): string => formatValue(value, found?.format, context);
  // Only what is changed had a value before, be it one that means "none".
  const hadNone = verb === 'update' && found?.format.none !== undefined && found.format.isSecret !== true;
  const isGone = (verb === 'delete' || verb === 'unblock') && change.after === null;
  return {
    label,
    before: change.before !== null || hadNone || isGone ? format(change.before) : null,
    after: isGone ? null : format(change.after),
  };
}

interface Found {
  readonly format: FieldFormat;
  /** Texts in the place of each `*`, in order. */
  readonly parts: readonly string[];
}

function findFormat(all: readonly FieldFormat[], field: string): Found | null {
  const steps = stepsOf(field);
  for (const format of all) {
    const wanted = stepsOf(format.path);
    if (wanted.length !== steps.length) continue;
    if (wanted.every((step, place) => step === ANY || step === steps[place]))
      return { format, parts: steps.filter((_, place) => wanted[place] === ANY) };
  }
  return null;
}

/** Splits a path: `form.fields[cpf].label.pt-BR` into form, fields, cpf, label, pt-BR. */
function stepsOf(path: string): string[] {
  return path.split(/[.[\]]+/).filter((step) => step !== '');
}

function labelOf({ parts, format: { label } }: Found, context: FormatContext): string {
  return label.map((part) => (typeof part === 'string' ? context.t(part) : part(parts, context))).join(' · ');
}

function formatValue(value: AuditValue, field: FieldFormat | undefined, context: FormatContext): string {
  if (value === null) return context.t(field?.none ?? 'settings.audit.nothing');
  return (field?.format ?? plainValue)(value, context);
}

/** Formats the number of deleted items of a class, which the record keeps as the value before. */
function purgedOf({ before, field }: AuditChange, context: FormatContext): string {
  const counted = textOf(`settings.privacy.count.${field}`, context) !== null && typeof before === 'number';
  if (!counted) return formatValue(before, undefined, context);
  return context.t(`settings.privacy.count.${field}` as 'settings.privacy.count.interactions', {
    count: before,
  });
}
