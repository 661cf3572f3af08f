import type { InteractionId } from '../../../../plugins/attendance/protocol/schemas/ids';
import type { Indicator } from '../../../../plugins/attendance/protocol/rules/indicator';
import type { InteractionGroup } from './select';

/** One group of the list as displayed. */
export interface ListSection {
  readonly indicator: Indicator;
  readonly ids: readonly InteractionId[];
}

export function toSections(groups: readonly InteractionGroup[]): readonly ListSection[] {
  return groups.map(({ indicator, interactions }) => ({ indicator, ids: interactions.map(({ id }) => id) }));
}

/**
 * Returns the sections while the pointer or the keyboard's focus is among them: every row keeps its place, whatever
 * happens to it; new ones are put below all of them. The same object when nothing was added.
 */
export function holdOrder(
  held: readonly ListSection[],
  current: readonly ListSection[],
): readonly ListSection[] {
  const known = new Set(held.flatMap(({ ids }) => ids));
  const arrived = current
    .map(({ ids, indicator }) => ({ indicator, ids: ids.filter((id) => !known.has(id)) }))
    .filter(({ ids }) => ids.length > 0);
  return arrived.length === 0 ? held : [...held, ...arrived];
}

export function isSameOrder(one: readonly ListSection[], other: readonly ListSection[]): boolean {
  return (
    one.length === other.length &&
    one.every(({ ids, indicator }, index) => {
      const twin = other[index];
      return (
        twin?.indicator === indicator &&
        twin.ids.length === ids.length &&
        ids.every((id, place) => twin.ids[place] === id)
      );
    })
  );
}
