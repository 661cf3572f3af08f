import type { Action } from './actions';
import { reduce } from './reduce';
import type { State } from './state';

/** The panel's one store. Listeners are called after a change only, in the order they came. */
export interface Store {
  getState(): State;
  dispatch(action: Action): void;
  subscribe(listener: (state: State, previous: State) => void): () => void;
}

export function createStore(initial: State): Store {
  const listeners = new Set<(state: State, previous: State) => void>();
  let state = initial;
  return {
    getState: () => state,
    dispatch(action) {
      const previous = state;
      state = reduce(state, action);
      if (state !== previous) for (const listener of [...listeners]) listener(state, previous);
    },
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}
