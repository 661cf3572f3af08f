import { useEffect, useRef } from 'react';

/** Polls while the page is visible, and as soon as it is again. */
export function usePolling(everyMs: number, poll: () => void): void {
  const latest = useRef(poll);
  latest.current = poll;
  useEffect(() => {
    const pollIfVisible = (): void => {
      if (!document.hidden) latest.current();
    };
    const timer = setInterval(pollIfVisible, everyMs);
    document.addEventListener('visibilitychange', pollIfVisible);
    return () => {
      clearInterval(timer);
      document.removeEventListener('visibilitychange', pollIfVisible);
    };
  }, [everyMs]);
}
