import { useEffect, useRef } from 'react';

import type { State } from '../model/state';

/**
 * Moves the focus where the visitor needs it: when the panel opens, or a screen goes that held the focus, the new screen's first
 * field gets it. A screen that arrives by itself never takes the focus from elsewhere, least of all from the host's page.
 */
export function useFocus(screen: string, { isOpen, hasFocus }: State): void {
  const isDue = useRef(true);
  useEffect(() => {
    const isLost = document.hasFocus() && document.activeElement === document.body;
    if (!isOpen) isDue.current = true;
    else if ((isDue.current && hasFocus) || isLost) {
      const target = document.querySelector<HTMLElement>('[data-focus]');
      // The first screen may still be loading: then the focus is due at the next one.
      isDue.current = !target;
      target?.focus();
    }
  }, [screen, isOpen, hasFocus]);
}
