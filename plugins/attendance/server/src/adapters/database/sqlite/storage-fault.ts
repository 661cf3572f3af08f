/** SQLite's codes for a file that cannot be written now: locked, full, read-only, or failing beneath it. */
const CANNOT_STORE = /^SQLITE_(BUSY|FULL|READONLY|IOERR|LOCKED|CANTOPEN)/;

/** Returns whether nothing can be stored at the moment, by anybody; such a fault heals by itself. */
export function isStorageFault(fault: unknown): boolean {
  const code = fault instanceof Error && 'code' in fault ? String(fault.code) : '';
  return CANNOT_STORE.test(code) || /KnexTimeout/.test(String(fault));
}
