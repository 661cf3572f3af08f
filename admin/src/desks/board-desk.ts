import type { Store } from '../model/store';
import type { SupervisionCommands, SupervisionFact } from '../realtime/supervision-commands';
import { EMPTY_BOARD, reduceBoard, type BoardAction, type BoardState } from './board-state';

/** The live board, outside React [D3]: watched while a page shows it, by facts alone. */
export interface BoardDesk {
  getState(): BoardState;
  subscribe(listener: () => void): () => void;
  /** Watches the board until the returned function is called. */
  watch(): () => void;
  /** Asks once more after a refusal. */
  retry(): void;
  hear(fact: SupervisionFact): void;
  stop(): void;
}

/** Wait before a retry, in ms, after a refusal that does not say how long to wait. */
const RETRY_MS = 1_500;

export function openBoardDesk(
  store: Pick<Store, 'getState'> & { subscribe(listener: () => void): () => void },
  commands: Pick<SupervisionCommands, 'watchBoard' | 'unwatchBoard'>,
): BoardDesk {
  const listeners = new Set<() => void>();
  let state = EMPTY_BOARD;
  let watchers = 0;
  let latest = 0;
  let repeat: ReturnType<typeof setTimeout> | undefined;

  function dispatch(action: BoardAction): void {
    state = reduceBoard(state, action);
    for (const listener of [...listeners]) listener();
  }

  async function ask(): Promise<void> {
    clearTimeout(repeat);
    latest += 1;
    const own = latest;
    dispatch({ type: 'asked' });
    const answer = await commands.watchBoard();
    if (own !== latest || watchers === 0) return;
    if (answer.ok) return dispatch({ type: 'arrived', board: answer.data.board });
    const { code, retryAfterMs } = answer.error;
    if (code === 'rate_limited') {
      repeat = setTimeout(() => void ask(), retryAfterMs ?? RETRY_MS);
      return;
    }
    // Without a connection it is asked again as soon as there is one.
    dispatch(isLive() ? { type: 'refused', code } : { type: 'lost' });
  }

  function isLive(): boolean {
    return store.getState().connection === 'live';
  }

  let wasLive = isLive();
  const unsubscribe = store.subscribe(() => {
    const isNow = isLive();
    if (isNow === wasLive) return;
    wasLive = isNow;
    if (watchers === 0) return;
    if (isNow) void ask();
    else {
      latest += 1;
      clearTimeout(repeat);
      dispatch({ type: 'lost' });
    }
  });

  return {
    getState: () => state,
    subscribe: (listener) => {
      listeners.add(listener);
      return () => void listeners.delete(listener);
    },
    watch: () => {
      watchers += 1;
      if (watchers === 1) {
        if (isLive()) void ask();
        else dispatch({ type: 'lost' });
      }
      let isOver = false;
      return () => {
        if (isOver) return;
        isOver = true;
        watchers -= 1;
        if (watchers > 0) return;
        latest += 1;
        clearTimeout(repeat);
        commands.unwatchBoard();
      };
    },
    retry: () => void ask(),
    hear: (fact) => {
      if (fact.type === 'board:changed' && watchers > 0)
        dispatch({ type: 'arrived', board: fact.fact.board });
    },
    stop: () => {
      latest += 1;
      clearTimeout(repeat);
      unsubscribe();
    },
  };
}
