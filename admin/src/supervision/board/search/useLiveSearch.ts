import { useCallback, useEffect, useRef, useState } from 'react';

import type { LiveFound } from '../../../realtime/supervision-commands';
import { supervisorCommands } from '../../follow/useSupervision';

/** Debounce of a search after the last key, in ms. */
const DEBOUNCE_MS = 250;
/** Wait before a retry, in ms, after a refusal that does not say how long to wait. */
const RETRY_MS = 1_500;

export interface LiveSearch {
  readonly text: string;
  /** What was found for the text; null before the first answer and without a text. */
  readonly found: LiveFound | 'failed' | null;
  readonly type: (text: string) => void;
}

/** Finds live interactions by the beginning of a name, or by protocol number [R17]; the answer to an earlier text is dropped. */
export function useLiveSearch(): LiveSearch {
  const [text, setText] = useState('');
  const [found, setFound] = useState<LiveFound | 'failed' | null>(null);
  const latest = useRef(0);
  const timer = useRef<ReturnType<typeof setTimeout>>();

  const ask = useCallback(async (words: string): Promise<void> => {
    latest.current += 1;
    const own = latest.current;
    const answer = await supervisorCommands()?.searchLive(words);
    if (own !== latest.current) return;
    if (answer === undefined) return setFound('failed');
    if (answer.ok) return setFound(answer.data);
    if (answer.error.code !== 'rate_limited') return setFound('failed');
    timer.current = setTimeout(() => void ask(words), answer.error.retryAfterMs ?? RETRY_MS);
  }, []);

  const type = useCallback(
    (typed: string): void => {
      setText(typed);
      clearTimeout(timer.current);
      latest.current += 1;
      if (typed.trim() === '') setFound(null);
      else timer.current = setTimeout(() => void ask(typed.trim()), DEBOUNCE_MS);
    },
    [ask],
  );
  useEffect(
    () => () => {
      latest.current += 1;
      clearTimeout(timer.current);
    },
    [],
  );
  return { text, found, type };
}
