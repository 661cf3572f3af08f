import { useSyncExternalStore } from 'react';

import { store } from '../attendance';

const listeners = new Set<() => void>();
let timer: ReturnType<typeof setInterval> | undefined;
let now = Date.now();

/** One timer for all that ticks, running only while somebody looks. */
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

/** The server's time in milliseconds, moving once a second. */
export function useServerNow(): number {
  return useSyncExternalStore(subscribe, read) + store.getState().clockOffsetMs;
}

/** The browser's own time in milliseconds, moving once a second. */
export function useBrowserNow(): number {
  return useSyncExternalStore(subscribe, read);
}
