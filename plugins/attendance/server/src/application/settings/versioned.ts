import type { Outcome } from '../outcome';
import type { Steps } from '../steps';

/** Something of which two people may hold a copy at once. */
export interface Versioned {
  readonly version: number;
}

/** The one row of some settings, within a transaction. */
export interface SettingsRow<Settings, Update> {
  /** Returns the settings, which stay as they are until the transaction ends; null where there is no row. */
  lock(): Steps<Settings | null>;
  write(update: Update, version: number): Steps<void>;
}

/** Changes settings, whose version grows. Refused with `conflict` when somebody else changed them since `version` was read [Z9]. */
export function* changeSettings<Settings extends Versioned, Update extends Versioned>(
  row: SettingsRow<Settings, Update>,
  update: Update,
): Steps<Outcome<Settings>> {
  const before = yield* row.lock();
  if (before?.version !== update.version) return { ok: false, code: 'conflict' };
  yield* row.write(update, update.version + 1);
  const after = yield* row.lock();
  return after === null ? { ok: false, code: 'conflict' } : { ok: true, data: after };
}
