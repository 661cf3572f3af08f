import type { State } from './state';

export type View =
  | 'loading'
  | 'error'
  | 'home'
  | 'offline'
  | 'offline-sent'
  | 'queue'
  | 'chat'
  | 'ended'
  | 'blocked';

/**
 * The failed first connections after which the error is shown; after one it is still "loading", for the retry comes within 1 s.
 */
const TRIES_BEFORE_ERROR = 2;

/** Returns the one screen that the state calls for. */
export function selectView(state: State): View {
  const { connection, interaction, offlineForm } = state;
  if (connection === 'refused') return 'error';
  if (connection === 'connecting') return state.failedTries < TRIES_BEFORE_ERROR ? 'loading' : 'error';
  if (state.block) return 'blocked';
  if (interaction?.status === 'ended') return 'ended';
  if (interaction?.status === 'assigned') return 'chat';
  if (offlineForm === 'sent') return 'offline-sent';
  if (offlineForm !== 'closed') return 'offline';
  if (interaction) return 'queue';
  return state.availability === 'online' ? 'home' : 'offline';
}
