import type { VisitorId } from '../../../../protocol/schemas/ids';

/** Who visitors are by now that were others when their connection began. */
export interface Merges {
  note(goneId: VisitorId, keptId: VisitorId): void;
  current(id: VisitorId | null): VisitorId | null;
}

export function createMerges(): Merges {
  const keptBy = new Map<VisitorId, VisitorId>();
  return {
    note: (goneId, keptId) => {
      for (const [before, kept] of keptBy) if (kept === goneId) keptBy.set(before, keptId);
      keptBy.set(goneId, keptId);
    },
    current: (id) => (id === null ? null : (keptBy.get(id) ?? id)),
  };
}
