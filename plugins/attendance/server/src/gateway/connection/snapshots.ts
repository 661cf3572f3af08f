/** Readings of a snapshot at most, when facts are emitted meanwhile; after that, gaps heal by sequence. */
const READS_MAX = 5;

/** Snapshots that are being read at this moment, each by the group whose facts make it stale. */
export interface Snapshots {
  /**
   * Reads a snapshot and gives it to `deliver` so that no fact is lost between them: whatever is emitted to the group
   * while it is read makes it read again, and `deliver` runs before anything else is emitted.
   */
  send<Snapshot>(
    group: string,
    read: () => Promise<Snapshot>,
    deliver: (snapshot: Snapshot) => void,
  ): Promise<void>;
  /** Has the snapshots of a group read again; without a group, all. Called by `facts.ts` alone, with every fact. */
  invalidate(group?: string): void;
}

export function createSnapshots(): Snapshots {
  const beingRead = new Set<{ readonly group: string; isStale: boolean }>();
  return {
    send: async (group, read, deliver) => {
      const entry = { group, isStale: false };
      beingRead.add(entry);
      try {
        let snapshot = await read();
        for (let reads = 1; entry.isStale && reads < READS_MAX; reads += 1) {
          entry.isStale = false;
          snapshot = await read();
        }
        deliver(snapshot);
      } finally {
        beingRead.delete(entry);
      }
    },
    invalidate: (group) => {
      for (const entry of beingRead) if (group === undefined || entry.group === group) entry.isStale = true;
    },
  };
}
