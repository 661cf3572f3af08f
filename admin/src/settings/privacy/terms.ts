import type {
  RetentionClass,
  RetentionDays,
} from '../../../../plugins/attendance/protocol/settings/retention';
import { keysOf } from '../../../../plugins/attendance/protocol/shared/keys-of';
import { isWithin } from '../bounds';

/** Classes in the order of the page: what the company has most of first. */
export const CLASSES = keysOf({
  interactions: true,
  addresses: true,
  offlineMessages: true,
  visitors: true,
  audit: true,
} satisfies Readonly<Record<RetentionClass, true>>);

export const DAYS_MOST = 3_650;
export const AUDIT_DAYS_LEAST = 180;

/** Returns whether anything would be kept for less time than it is now; 0 is for ever. */
export function isShortened(before: RetentionDays, after: RetentionDays): boolean {
  return CLASSES.some((name) => after[name] !== 0 && (before[name] === 0 || after[name] < before[name]));
}

export function isFine(days: RetentionDays): boolean {
  return CLASSES.every((name) =>
    isWithin(days[name], name === 'audit' ? AUDIT_DAYS_LEAST : 0, DAYS_MOST, true),
  );
}
