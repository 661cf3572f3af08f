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
 * The number of failed connections before the panel shows an error; after the first it still shows "loading", for the retry is a
 * second away.
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
