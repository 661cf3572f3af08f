import { useEffect, useRef } from 'react';

import type { State } from '../model/state';

/**
 * Focus where the visitor needs it: opening the panel, or a screen that took the focused element away with it, gives it to the new
 * screen's first field. What arrives by itself never takes it from elsewhere, least of all from the host's page.
 */
export function useFocus(screen: string, { isOpen, hasFocus }: State): void {
  const isDue = useRef(true);
  useEffect(() => {
    const isLost = document.hasFocus() && document.activeElement === document.body;
    if (!isOpen) isDue.current = true;
    else if ((isDue.current && hasFocus) || isLost) {
      const target = document.querySelector<HTMLElement>('[data-focus]');
      // The first screen may still be loading: then the next one is due.
      isDue.current = !target;
      target?.focus();
    }
  }, [screen, isOpen, hasFocus]);
}
