import { useEffect, useState } from 'react';

import type { LazyPart } from './lazy-part';

/** The delay in ms before a failed fetch is retried; it is retried by itself for as long as the part is needed. */
const TRY_AGAIN_AFTER_MS = 2_000;

/** Returns a part of the panel once it is needed: `undefined` while it loads, `failed` while its fetch fails. */
export function usePart<Part extends object, Given>(
  { held, open }: LazyPart<Part, Given>,
  given: Given,
  isNeeded: boolean,
): Part | 'failed' | undefined {
  const [part, setPart] = useState<Part | 'failed' | undefined>(held);
  useEffect(() => {
    if (!isNeeded) return;
    let timer: ReturnType<typeof setTimeout> | undefined;
    let isGone = false;
    function ask(): void {
      open(given).then(
        (opened) => isGone || setPart(opened),
        () => {
          if (isGone) return;
          setPart('failed');
          timer = setTimeout(ask, TRY_AGAIN_AFTER_MS);
        },
      );
    }
    ask();
    return () => {
      isGone = true;
      clearTimeout(timer);
    };
  }, [held, open, given, isNeeded]);
  return part;
}
