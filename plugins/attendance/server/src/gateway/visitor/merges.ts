import type { VisitorId } from '../../../../protocol/schemas/ids';

/** Maps a merged visitor's id to the id they were merged into, for sockets that connected before the merge. */
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
