import { useEffect } from 'react';

import { dateIn } from '../address/periods';

/** Calls back where the page is looked at again on another day than `today`, in the report's time zone: a tab is left open over night. */
export function useNewDay(
  days: { readonly today: string; readonly timeZone: string } | null,
  onNewDay: () => void,
): void {
  const { timeZone, today } = days ?? {};
  useEffect(() => {
    if (timeZone === undefined) return;
    const look = (): void => {
      if (!document.hidden && dateIn(timeZone, Date.now()) !== today) onNewDay();
    };
    document.addEventListener('visibilitychange', look);
    return () => document.removeEventListener('visibilitychange', look);
  }, [onNewDay, timeZone, today]);
}
