import { useEffect, useRef } from 'react';

/** Calls every so often while the page is before somebody's eyes, and as soon as it is again. */
export function useWhileSeen(everyMs: number, look: () => void): void {
  const latest = useRef(look);
  latest.current = look;
  useEffect(() => {
    const lookIfSeen = (): void => {
      if (!document.hidden) latest.current();
    };
    const timer = setInterval(lookIfSeen, everyMs);
    document.addEventListener('visibilitychange', lookIfSeen);
    return () => {
      clearInterval(timer);
      document.removeEventListener('visibilitychange', lookIfSeen);
    };
  }, [everyMs]);
}
