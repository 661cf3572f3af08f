import {
  createStore as createChatStore,
  type Store as ChatStore,
} from '../../../plugins/attendance/chat/store';
import type { Action } from './actions';
import { reduce } from './reduce';
import type { State } from './state';

/** The store that holds the panel's whole state; there is one. */
export type Store = ChatStore<State, Action>;

export function createStore(initial: State): Store {
  return createChatStore(reduce, initial);
}
