/** What is known of things that travel as a whole: plain data, as JSON has it. */
type Plain = object | string | number | boolean | null | undefined;

/**
 * Returns `after`, in which every part that reads as it did before is the very object it was: what shows it need not be rendered again.
 * Things with an id are compared with what had that id, wherever it stood.
 */
export function keepEqual<Data>(before: Data, after: Data): Data {
  return keep(before as Plain, after as Plain) as Data;
}

function keep(before: Plain, after: Plain): Plain {
  if (Object.is(before, after)) return before;
  if (typeof before !== 'object' || typeof after !== 'object' || before === null || after === null)
    return after;
  if (Array.isArray(before) || Array.isArray(after))
    return Array.isArray(before) && Array.isArray(after) ? keepList(before, after) : after;
  return keepRecord(before as Record<string, Plain>, after as Record<string, Plain>);
}

function keepList(before: readonly Plain[], after: readonly Plain[]): readonly Plain[] {
  const byId = new Map(before.map((item, index) => [idOf(item) ?? index, item]));
  const kept = after.map((item, index) => keep(byId.get(idOf(item) ?? index), item));
  const isSame = kept.length === before.length && kept.every((item, index) => Object.is(item, before[index]));
  return isSame ? before : kept;
}

function keepRecord(before: Record<string, Plain>, after: Record<string, Plain>): Record<string, Plain> {
  const names = Object.keys(after);
  const kept = Object.fromEntries(names.map((name) => [name, keep(before[name], after[name])]));
  const isSame =
    names.length === Object.keys(before).length &&
    names.every((name) => name in before && Object.is(kept[name], before[name]));
  return isSame ? before : kept;
}

/** Returns what identifies a thing in its list: its own id, or that of the interaction or department that it tells of. */
function idOf(item: Plain): string | null {
  if (typeof item !== 'object' || item === null) return null;
  const { department, id, interactionId } = item as {
    readonly id?: unknown;
    readonly interactionId?: unknown;
    readonly department?: { readonly id?: number } | null;
  };
  if (typeof id === 'number') return `id/${id}`;
  if (typeof interactionId === 'number') return `interaction/${interactionId}`;
  if (department === undefined) return null;
  return `department/${department?.id ?? 0}`;
}
