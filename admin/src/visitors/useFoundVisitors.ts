import { useEffect, useState } from 'react';

import type { KnownVisitor } from '../../../plugins/attendance/protocol/visitors/known-visitors';
import { currentSession } from '../attendance/attendance';

/** Debounce of a search after the last key, in ms. */
const DEBOUNCE_MS = 250;

export type Found =
  | 'nothing-asked'
  | 'loading'
  | 'failed'
  | {
      readonly visitors: readonly KnownVisitor[];
      readonly hasMore: boolean;
      readonly isCut: boolean;
    };

interface Asked {
  readonly text: string;
  /** Number of visitors held when more were fetched. */
  readonly from: number;
  readonly attempt: number;
}

/** Returns the visitors found by the text, page after page; a response to an older request is dropped. */
export function useFoundVisitors(text: string) {
  const [asked, setAsked] = useState<Asked>({ text: '', from: 0, attempt: 0 });
  const [found, setFound] = useState<Found>('nothing-asked');
  useEffect(() => {
    const timer = setTimeout(() => setAsked({ text: text.trim(), from: 0, attempt: 0 }), DEBOUNCE_MS);
    return () => clearTimeout(timer);
  }, [text]);
  useEffect(() => {
    if (asked.text.length < 2) return setFound('nothing-asked');
    let isWanted = true;
    if (asked.from === 0) setFound((before) => (typeof before === 'string' ? 'loading' : before));
    void currentSession()
      ?.findVisitors(asked.text, asked.from)
      .then((page) => {
        if (!isWanted) return;
        if (page === null) return setFound('failed');
        setFound((before) => {
          const earlier = asked.from === 0 || typeof before === 'string' ? [] : before.visitors;
          return { ...page, visitors: [...earlier, ...page.visitors] };
        });
      });
    return () => {
      isWanted = false;
    };
  }, [asked]);
  return {
    found,
    more: () => typeof found !== 'string' && setAsked((last) => ({ ...last, from: found.visitors.length })),
    retry: () => setAsked((last) => ({ ...last, from: 0, attempt: last.attempt + 1 })),
  };
}
