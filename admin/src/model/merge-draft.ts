import type { CustomField } from '../../../plugins/attendance/protocol/tools/tools';
import { FIELD_TARGETS, type FieldTarget } from '../../../plugins/attendance/protocol/shared/field-targets';
import type { VisitorId } from '../../../plugins/attendance/protocol/schemas/ids';
import type {
  ComparedVisitor,
  MergeChoices,
} from '../../../plugins/attendance/protocol/visitors/known-visitors';
import { isConflict } from '../../../plugins/attendance/protocol/shared/visitor-keys';

/** A datum of two visitors to be merged, and its value afterwards. */
export interface MergeLine {
  /** Name of the visitor's field, or the id of a custom field. */
  readonly key: FieldTarget | `${number}`;
  /** Custom field of the line; null for the visitor's own data, which have labels of ours. */
  readonly field: CustomField | null;
  /** Values of the visitor who is attended, and of the other. */
  readonly values: readonly [string, string];
  /** Whether the agent must choose between the values. */
  readonly isOpen: boolean;
  /** Value that is kept without a choice: of two spellings of the same, that of the visitor known first. */
  readonly stays: string;
}

/** Visitors whose values are kept, by the line's key. */
export type Chosen = ReadonlyMap<string, VisitorId>;

/** Returns a line for each value that either visitor has, in the order shown elsewhere; what both lack is left out. */
export function linesOf(
  visitor: ComparedVisitor,
  other: ComparedVisitor,
  fields: readonly CustomField[],
): MergeLine[] {
  const [first, second] = visitor.id < other.id ? [visitor, other] : [other, visitor];
  const own = FIELD_TARGETS.map((key): MergeLine => ({
    key,
    field: null,
    values: [visitor[key], other[key]],
    isOpen: isConflict(key, visitor[key], other[key]),
    stays: first[key] || second[key],
  }));
  const ids = new Set([...Object.keys(visitor.fieldValues), ...Object.keys(other.fieldValues)]);
  const order = fields.map(({ id }) => String(id));
  const custom = [...ids]
    .toSorted((one, two) => order.indexOf(one) - order.indexOf(two))
    .map((id): MergeLine => {
      const values = [visitor.fieldValues[id] ?? '', other.fieldValues[id] ?? ''] as const;
      const isOpen = !values.includes('') && values[0] !== values[1];
      const field = fields.find((each) => String(each.id) === id) ?? null;
      return { key: id as `${number}`, field, values, isOpen, stays: values[0] || values[1] };
    });
  return [...own, ...custom].filter(({ values }) => values.some((value) => value !== ''));
}

export function isDecided(lines: readonly MergeLine[], chosen: Chosen): boolean {
  return lines.every(({ isOpen, key }) => !isOpen || chosen.has(key));
}

export function toChoices(lines: readonly MergeLine[], chosen: Chosen): MergeChoices {
  const decided = lines.flatMap(({ isOpen, key }) => {
    const id = chosen.get(key);
    return isOpen && id !== undefined ? [[key, id] as const] : [];
  });
  const isOwn = (key: string): boolean => FIELD_TARGETS.some((target) => target === key);
  return {
    ...Object.fromEntries(decided.filter(([key]) => isOwn(key))),
    fieldValues: Object.fromEntries(decided.filter(([key]) => !isOwn(key))),
  };
}
