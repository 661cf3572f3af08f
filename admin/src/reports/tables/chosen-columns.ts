/** Returns the columns that a user chose, from what the browser kept; the first ones where nothing fit is kept. */
export function readColumns(kept: string | null, first: readonly string[]): readonly string[] {
  try {
    const keys: unknown = JSON.parse(kept ?? '');
    if (Array.isArray(keys) && keys.every((key): key is string => typeof key === 'string')) return keys;
  } catch {
    // Another program wrote it, or nobody yet.
  }
  return first;
}
