import { useState } from 'react';

import { store, useAttendance } from '../attendance/attendance';
import { holdOrder, isSameOrder, toSections, type ListSection } from '../model/selectors/hold-order';
import { groupInteractions } from '../model/selectors/select';
import type { State } from '../model/state';

let latest: { of: State['interactions']; sections: readonly ListSection[] } | null = null;

/**
 * Returns the present groups; the same object for as long as the order is the same, so that a new message moves
 * nothing.
 */
function currentSections({ interactions }: State): readonly ListSection[] {
  if (latest?.of === interactions) return latest.sections;
  const sections = toSections(groupInteractions(interactions));
  const isSame = latest !== null && isSameOrder(latest.sections, sections);
  latest = { of: interactions, sections: isSame && latest !== null ? latest.sections : sections };
  return latest.sections;
}

/** Returns the sections of the list, top to bottom; unchanged while `isHeld`. */
export function useSections(isHeld: boolean): readonly ListSection[] {
  const current = useAttendance(currentSections);
  const [shown, setShown] = useState(() => currentSections(store.getState()));
  const next = isHeld ? holdOrder(shown, current) : current;
  if (next !== shown) setShown(next);
  return next;
}
