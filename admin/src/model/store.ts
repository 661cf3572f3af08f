import type { Action } from './actions';
import { reduce } from './reduce';
import { INITIAL_STATE, type State } from './state';

/** The one store of the agent's side, outside React: pages subscribe to it, and come and go. */
export interface Store {
  getState(): State;
  dispatch(action: Action): void;
  subscribe(listener: () => void): () => void;
}

export function createStore(initial: State = INITIAL_STATE): Store {
  const listeners = new Set<() => void>();
  let state = initial;
  return {
    getState: () => state,
    dispatch: (action) => {
      const before = state;
      state = reduce(state, action);
      if (state !== before) for (const listener of [...listeners]) listener();
    },
    subscribe: (listener) => {
      listeners.add(listener);
      return () => void listeners.delete(listener);
    },
  };
}
