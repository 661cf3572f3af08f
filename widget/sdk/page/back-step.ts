/** Our entry in the session's history says so in its state, beside whatever the site's own router keeps there. */
const MARK = 'atende';

export interface BackStep {
  /** Whether the panel takes the whole screen now. */
  turned(isWholeScreen: boolean): void;
}

/**
 * A panel that takes the whole screen looks like a page of its own: the browser's back closes it [Z115]. For that the history gets an
 * entry of the same address and state, which goes again with the panel: a router of the site that hears of the step is told of where
 * it is already.
 */
export function createBackStep(close: () => void): BackStep {
  const isOurs = () => (history.state as Record<string, unknown> | null)?.[MARK] === true;
  let isThere = false;
  let isSteppingBack = false;

  addEventListener(
    'popstate',
    (event) => {
      if (isSteppingBack) {
        isSteppingBack = false;
        event.stopImmediatePropagation();
      } else if (isThere && !isOurs()) {
        isThere = false;
        event.stopImmediatePropagation();
        close();
      }
    },
    true,
  );

  return {
    turned(isWholeScreen) {
      if (isWholeScreen === isThere) return;
      isThere = isWholeScreen;
      if (isWholeScreen) {
        // After a reload the one of before is still there.
        if (!isOurs()) history.pushState({ ...(history.state as object | null), [MARK]: true }, '');
      } else if (isOurs()) {
        // Not where the site has gone on meanwhile: its entries are its own.
        isSteppingBack = true;
        history.back();
      }
    },
  };
}
