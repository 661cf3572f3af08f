import type { CustomFieldType } from '../../../plugins/attendance/protocol/tools/tools';

/** Pattern of a number: digits, in groups or not, with a sign and decimals in either notation. */
const NUMBER =
  /^[+-]?\d{1,3}(?:[.\s]\d{3})*(?:,\d+)?$|^[+-]?\d{1,3}(?:,\d{3})*(?:\.\d+)?$|^[+-]?\d+(?:[.,]\d+)?$/;
const DATE = /^\d{4}-\d{2}-\d{2}$/;

/**
 * Returns the type that a typed value does not match, or null: the fault is shown, and the value saved all the same
 * [A4].
 */
export function faultOfValue(type: CustomFieldType, value: string): 'number' | 'date' | null {
  const text = value.trim();
  if (text === '') return null;
  switch (type) {
    case 'number':
      return NUMBER.test(text) ? null : 'number';
    case 'date':
      return isDate(text) ? null : 'date';
    case 'text':
    case 'long-text':
    case 'choice':
    case 'checkbox':
      return null;
  }
}

function isDate(text: string): boolean {
  if (!DATE.test(text)) return false;
  const date = new Date(`${text}T00:00:00Z`);
  return !Number.isNaN(date.getTime()) && date.toISOString().startsWith(text);
}
