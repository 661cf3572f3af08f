import type { SavedState } from '../../bridge/messages';
import type { State } from './state';

/** What is to outlive the page. Undefined until there has been a token, so that nothing is stored before a start [W5]. */
export function toSaved(state: State, previous: SavedState | undefined): SavedState | undefined {
  const { token, isOpen, isMuted, draft, connection, interaction } = state;
  if (!token && !previous) return undefined;
  // Until the first snapshot nobody knows: what the last page said holds.
  const isLive =
    connection === 'connecting' ? state.isResuming : !!interaction && interaction.status !== 'ended';
  const outbox = state.outbox.map(({ interactionId, clientMessageId, body }) => ({
    interactionId,
    clientMessageId,
    body,
  }));
  return { token, isLive, isOpen, isMuted, draft, outbox };
}
