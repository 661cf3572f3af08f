import type { AuditChange, AuditValue } from '../../../../protocol/settings/audit';

/** Stands for a secret: that it is there, or was changed, and nothing else of it. */
export const MASKED = '•••';

const SECRET = /secret|password|token|signingkey|privatekey|passphrase|apikey|credential/i;
/** Names of flags about a secret: `hasTurnSecret` is true where one is set. */
const ABOUT_A_SECRET = /^(has|is)[A-Z]/;
const VALUE_LENGTH = 300;
const CHANGES_MAX = 80;
/** Bookkeeping columns, and those that the service sets itself; never reported as a changed setting. */
const NOT_A_SETTING: ReadonlySet<string> = new Set(['id', 'version', 'unsafeRoomAt']);

/** Returns the fields that differ, each by its path, with secrets masked. Null stands for what did not exist, or does no more. */
export function changesBetween(before: unknown, after: unknown): AuditChange[] {
  const was = flatten(before);
  const is = flatten(after);
  const fields = [...new Set([...was.keys(), ...is.keys()])];
  return fields
    .map((field) => ({ field, before: was.get(field) ?? null, after: is.get(field) ?? null }))
    .filter((change) => change.before !== change.after)
    .slice(0, CHANGES_MAX);
}

/** The secrets that a request sets or clears: what is stored of them is shown to nobody, so no comparison finds them. */
export function secretsGiven(request: unknown): AuditChange[] {
  const isSet = [...flatten(request, true)].filter(([field]) => isSecret(lastPart(field)));
  return isSet.map(([field, after]) => ({ field, before: null, after }));
}

function isSecret(name: string): boolean {
  return SECRET.test(name) && !ABOUT_A_SECRET.test(name);
}

function lastPart(path: string): string {
  return path.slice(path.lastIndexOf('.') + 1);
}

/** Every value by its path; empty ones only where asked. */
function flatten(value: unknown, keepsEmpty = false): Map<string, AuditValue> {
  const found = new Map<string, AuditValue>();
  const visit = (each: unknown, path: string): void => {
    if (isList(each) && !isListOfValues(each))
      each.forEach((item, index) => visit(item, `${path}[${nameOf(item) ?? index + 1}]`));
    else if (isRecord(each))
      for (const [name, inner] of Object.entries(each)) {
        if (path === '' && NOT_A_SETTING.has(name)) continue;
        visit(inner, path === '' ? name : `${path}.${name}`);
      }
    else {
      const plain = isSecret(lastPart(path)) ? maskOf(each) : plainOf(each);
      if (plain !== null || (keepsEmpty && each !== undefined)) found.set(path, plain);
    }
  };
  visit(value, '');
  return found;
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function isList(value: unknown): value is readonly unknown[] {
  return Array.isArray(value);
}

function isListOfValues(list: readonly unknown[]): boolean {
  return list.every((item) => typeof item !== 'object' || item === null);
}

/** Returns an item's name, by which it keeps its path when another comes before it. */
function nameOf(item: unknown): string | null {
  if (!isRecord(item)) return null;
  const name = item['key'] ?? item['id'];
  return typeof name === 'string' || typeof name === 'number' ? String(name) : null;
}

function maskOf(value: unknown): AuditValue {
  return value === null || value === undefined || value === '' ? null : MASKED;
}

function plainOf(value: unknown): AuditValue {
  if (value === null || value === undefined) return null;
  if (typeof value === 'number' || typeof value === 'boolean') return value;
  const text = isList(value) ? value.map(String).join(', ') : typeof value === 'string' ? value : '';
  if (text === '') return null;
  return text.length > VALUE_LENGTH ? `${text.slice(0, VALUE_LENGTH).toWellFormed()}…` : text;
}
