import { useEffect, useState } from 'react';

import type { BoardSummary } from '../../../../../plugins/attendance/protocol/supervision/board';
import { store } from '../../../attendance/attendance';
import { request } from '../../../strapi/request';

/** Wait after a fact before asking, in ms: what happens at once is asked for once. */
const SETTLE_MS = 1_000;
/** Time after which it is asked again though no fact has come, in ms: colleagues' answers are no facts for everybody. */
const REFRESH_MS = 30_000;

export type Summary = BoardSummary | 'loading' | 'failed';

/**
 * Returns how attendance stands now. It is asked for again as facts come over the tab's connection (the queue, one's own interactions),
 * and every half minute, while the tab is in sight; a refresh that fails leaves what was known.
 */
export function useSummary(): Summary {
  const [summary, setSummary] = useState<Summary>('loading');
  useEffect(() => {
    let isOver = false;
    let settle: ReturnType<typeof setTimeout> | undefined;

    async function ask(): Promise<void> {
      if (document.visibilityState !== 'visible') return;
      const answer = await request<BoardSummary>('get', '/attendance/board/summary');
      if (isOver) return;
      if (answer.ok) setSummary(answer.data);
      else setSummary((known) => (typeof known === 'string' ? 'failed' : known));
    }

    const soon = (): void => {
      clearTimeout(settle);
      settle = setTimeout(() => void ask(), SETTLE_MS);
    };
    const unsubscribe = store.subscribe((state, previous) => {
      const isNews =
        state.queue !== previous.queue ||
        state.interactions.size !== previous.interactions.size ||
        state.self?.presence !== previous.self?.presence ||
        state.connection !== previous.connection;
      if (isNews) soon();
    });
    const timer = setInterval(() => void ask(), REFRESH_MS);
    document.addEventListener('visibilitychange', soon);
    void ask();
    return () => {
      isOver = true;
      clearTimeout(settle);
      clearInterval(timer);
      unsubscribe();
      document.removeEventListener('visibilitychange', soon);
    };
  }, []);
  return summary;
}
