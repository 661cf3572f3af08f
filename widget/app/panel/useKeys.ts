import { useEffect } from 'react';

import type { Panel } from './panel';

const FOCUSABLE = 'button:not(:disabled),input,textarea,a[href]';

/** Handles the panel's keys: Escape goes one step back, at last out of it; Tab stays inside while it covers the page. */
export function useKeys({ store, close }: Panel): void {
  useEffect(() => {
    function onKeyDown(event: KeyboardEvent): void {
      if (event.key === 'Escape') {
        if (store.getState().isConfirmingEnd) store.dispatch({ type: 'end:confirming', isConfirming: false });
        else close();
      } else if (event.key === 'Tab' && store.getState().isFullScreen) keepInside(event);
    }
    addEventListener('keydown', onKeyDown);
    return () => removeEventListener('keydown', onKeyDown);
  }, [store, close]);
}

function keepInside(event: KeyboardEvent): void {
  // A large call hides the conversation.
  const all = [...document.querySelectorAll<HTMLElement>(FOCUSABLE)].filter(
    (element) => element.getClientRects().length > 0,
  );
  const [from, to] = event.shiftKey ? [all[0], all.at(-1)] : [all.at(-1), all[0]];
  if (document.activeElement !== from) return;
  event.preventDefault();
  to?.focus();
}
