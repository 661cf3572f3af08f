/** Holds one state, which actions alone change. Notifies listeners after a change only, and of changes in the order they came. */
export interface Store<State, Action> {
  getState(): State;
  dispatch(action: Action): void;
  /** Returns the function that ends it. */
  subscribe(listener: (state: State, previous: State) => void): () => void;
}

export function createStore<State, Action>(
  reduce: (state: State, action: Action) => State,
  initial: State,
): Store<State, Action> {
  const listeners = new Set<(state: State, previous: State) => void>();
  /** Changes of which listeners have not been notified yet. */
  const untold: (readonly [State, State])[] = [];
  let state = initial;
  let isTelling = false;

  /** Notifies listeners of one change after the other: one that dispatches must not make the others see the later change first [C3]. */
  function tell(): void {
    if (isTelling) return;
    isTelling = true;
    try {
      for (let change = untold.shift(); change; change = untold.shift())
        for (const listener of [...listeners]) listener(...change);
    } finally {
      isTelling = false;
    }
  }

  return {
    getState: () => state,
    dispatch(action) {
      const previous = state;
      state = reduce(state, action);
      if (state === previous) return;
      untold.push([state, previous]);
      tell();
    },
    subscribe(listener) {
      listeners.add(listener);
      return () => void listeners.delete(listener);
    },
  };
}
