import type {
  AuditAction,
  AuditChange,
  AuditEntry,
  AuditNoun,
  AuditValue,
} from '../../../../plugins/attendance/protocol/settings/audit';
import { textOf, type AuditWords, type FieldWords, type Names } from './audit-words';
import { FIELD_WORDS } from './field-words';
import { asItStands } from './tell-value';

/** One line of an entry, formatted for display. */
interface ChangeWords {
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
export function describeChanges({ action, changes }: AuditEntry, words: AuditWords): readonly ChangeWords[] {
  const formFields = new Map([...words.names.formFields, ...labelsIn(changes, words.locale)]);
  const named = { ...words, names: { ...words.names, formFields } };
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
function describeChange(action: AuditAction, change: AuditChange, words: AuditWords): ChangeWords {
  const [noun, verb] = action.split('.') as [AuditNoun, string];
  const found = findWords(FIELD_WORDS[noun], change.field);
  const label = found === null ? change.field : labelOf(found, words);
  if (action === 'retention.purge') return { label, before: null, after: purgedOf(change, words) };
  const tell = (value: AuditValue): string => tellOf(value, found?.words, words);
  // Only what is changed had a value before, be it one that means "none".
  const hadNone = verb === 'update' && found?.words.none !== undefined && found.words.isSecret !== true;
  const isGone = (verb === 'delete' || verb === 'unblock') && change.after === null;
  return {
    label,
    before: change.before !== null || hadNone || isGone ? tell(change.before) : null,
    after: isGone ? null : tell(change.after),
  };
}

interface Found {
  readonly words: FieldWords;
  /** Texts in the place of each `*`, in order. */
  readonly parts: readonly string[];
}

function findWords(all: readonly FieldWords[], field: string): Found | null {
  const steps = stepsOf(field);
  for (const words of all) {
    const wanted = stepsOf(words.path);
    if (wanted.length !== steps.length) continue;
    if (wanted.every((step, place) => step === ANY || step === steps[place]))
      return { words, parts: steps.filter((_, place) => wanted[place] === ANY) };
  }
  return null;
}

/** Splits a path: `form.fields[cpf].label.pt-BR` into form, fields, cpf, label, pt-BR. */
function stepsOf(path: string): string[] {
  return path.split(/[.[\]]+/).filter((step) => step !== '');
}

function labelOf({ parts, words: { label } }: Found, words: AuditWords): string {
  return label.map((word) => (typeof word === 'string' ? words.t(word) : word(parts, words))).join(' · ');
}

function tellOf(value: AuditValue, field: FieldWords | undefined, words: AuditWords): string {
  if (value === null) return words.t(field?.none ?? 'settings.audit.nothing');
  return (field?.tell ?? asItStands)(value, words);
}

/** Formats the number of deleted items of a class, which the record keeps as the value before. */
function purgedOf({ before, field }: AuditChange, words: AuditWords): string {
  const counted = textOf(`settings.privacy.count.${field}`, words) !== null && typeof before === 'number';
  if (!counted) return tellOf(before, undefined, words);
  return words.t(`settings.privacy.count.${field}` as 'settings.privacy.count.interactions', {
    count: before,
  });
}
