import {
  createStore as createChatStore,
  type Store as ChatStore,
} from '../../../plugins/attendance/chat/store';
import type { Action } from './actions';
import { reduce } from './reduce';
import { INITIAL_STATE, type State } from './state';

/** The one store of the agent's side, outside React: pages subscribe to it, and come and go. */
export type Store = ChatStore<State, Action>;

export function createStore(initial: State = INITIAL_STATE): Store {
  return createChatStore(reduce, initial);
}
