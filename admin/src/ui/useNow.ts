import { useSyncExternalStore } from 'react';

const listeners = new Set<() => void>();
let timer: ReturnType<typeof setInterval> | undefined;
let now = Date.now();
let readOffset = (): number => 0;

/** Sets the source of the server clock's lead over the browser's, in ms: called once, before anything ticks. */
export function followServerClock(offsetMs: () => number): void {
  readOffset = offsetMs;
}

/** Subscribes to the one timer of all clocks, which runs only while there are listeners. */
function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  timer ??= setInterval(() => {
    now = Date.now();
    for (const each of [...listeners]) each();
  }, 1_000);
  return () => {
    listeners.delete(listener);
    if (listeners.size > 0) return;
    clearInterval(timer);
    timer = undefined;
  };
}

function read(): number {
  // Between two ticks everybody sees the same moment; without a timer, it is the moment of asking.
  if (timer === undefined) now = Date.now();
  return now;
}

/**
 * Formats the server's time once a second, and renders again only when the text differs: so many clocks on one screen
 * cost next to nothing.
 */
export function useClockText(format: (serverNow: number) => string): string {
  return useSyncExternalStore(subscribe, () => format(read() + readOffset()));
}

/** Formats the browser's own time at each tick, for what happened here. */
export function useOwnClockText(format: (now: number) => string): string {
  return useSyncExternalStore(subscribe, () => format(read()));
}

/** Returns whether a moment of the browser's own clock is still to come. */
export function useIsBefore(until: number | undefined): boolean {
  return useSyncExternalStore(subscribe, () => until !== undefined && read() < until);
}
