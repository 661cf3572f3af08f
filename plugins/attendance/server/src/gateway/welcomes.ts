/** How often a snapshot is read again because something was told meanwhile; after that, gaps heal by sequence. */
const READS_MAX = 5;

export interface Welcomes {
  /**
   * Reads a snapshot and gives it to `deliver` so that no fact is lost between them: whatever is told to the group
   * while it is read makes it read again, and `deliver` runs before anything else is told.
   */
  welcome<Snapshot>(
    group: string,
    read: () => Promise<Snapshot>,
    deliver: (snapshot: Snapshot) => void,
  ): Promise<void>;
  /** To be called with everything told to a group; without a group, to everybody. */
  wasTold(group?: string): void;
}

export function createWelcomes(): Welcomes {
  const waiting = new Set<{ readonly group: string; isStale: boolean }>();
  return {
    welcome: async (group, read, deliver) => {
      const entry = { group, isStale: false };
      waiting.add(entry);
      try {
        let snapshot = await read();
        for (let reads = 1; entry.isStale && reads < READS_MAX; reads += 1) {
          entry.isStale = false;
          snapshot = await read();
        }
        deliver(snapshot);
      } finally {
        waiting.delete(entry);
      }
    },
    wasTold: (group) => {
      for (const entry of waiting) if (group === undefined || entry.group === group) entry.isStale = true;
    },
  };
}
