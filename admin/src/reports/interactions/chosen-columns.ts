import { FIRST_COLUMNS, ROW_NAME, type Column } from './columns';

/** Returns the columns that a user chose, from what the browser kept; the first ones where nothing fit is kept. */
export function readColumns(kept: string | null): readonly string[] {
  try {
    const keys: unknown = JSON.parse(kept ?? '');
    if (Array.isArray(keys) && keys.every((key): key is string => typeof key === 'string')) return keys;
  } catch {
    // Another program wrote it, or nobody yet.
  }
  return FIRST_COLUMNS;
}

/** Returns the columns to show, in the order in which all are listed: the one that names the row, and those chosen. */
export function chosenColumns(columns: readonly Column[], chosen: readonly string[]): readonly Column[] {
  return columns.filter(({ key }) => key === ROW_NAME || chosen.includes(key));
}
