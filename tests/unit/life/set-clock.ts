/**
 * Time that the test sets, and beside it the time that is charged to people: what passes while the service is there. It
 * cannot know how long it lived after its last beat, so an outage counts from there.
 */
export interface SetClock {
  now(): number;
  charged(): number;
  pass(ms: number): void;
  /** Time in which nothing of the service runs. */
  beAway(ms: number): void;
  beaten(): void;
}

const OUTAGE_FROM_MS = 3_000;

export function createSetClock(start: number): SetClock {
  let time = start;
  let uncharged = 0;
  let lastBeat = start;
  return {
    now: () => time,
    charged: () => time - uncharged,
    pass: (ms) => {
      time += ms;
    },
    beAway: (ms) => {
      time += ms;
      if (time - lastBeat <= OUTAGE_FROM_MS) return;
      uncharged += time - lastBeat;
      lastBeat = time;
    },
    beaten: () => {
      lastBeat = time;
    },
  };
}
