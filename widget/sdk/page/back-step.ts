/** The key in a history entry's state that marks it as ours, beside whatever the site's own router keeps there. */
const MARK = 'atende';

export interface BackStep {
  /** Handles whether the panel covers the whole screen now. */
  turned(isWholeScreen: boolean): void;
}

/**
 * Makes the browser's back close a panel that covers the whole screen and so looks like a page of its own [Z115]. For that the
 * history gets an entry of the same address and state, which goes again with the panel: a router of the site that handles the
 * step finds itself where it is already.
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
        // After a reload, the entry of before is still there.
        if (!isOurs()) history.pushState({ ...(history.state as object | null), [MARK]: true }, '');
      } else if (isOurs()) {
        // No step back where the site has gone on meanwhile: those entries are its own.
        isSteppingBack = true;
        history.back();
      }
    },
  };
}
