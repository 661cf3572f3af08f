import { connectedCall } from '../model/selectors/select-call';
import { openCallDesk as openDesk } from '../../../plugins/attendance/media/call-desk';
import type { CallDesk, CallDeskOptions } from '../../../plugins/attendance/media/call-desk';
import type { State } from '../model/state';
import type { Store } from '../model/store';

/** Opens the desk of the agent's one call, outside React: pages come and go, the call stays. It follows the store until it is stopped. */
export function openCallDesk(store: Store, options: Omit<CallDeskOptions, 'side'>): CallDesk {
  const desk = openDesk({ ...options, side: 'agent' });

  function follow(state: State, previous: State | null): void {
    // Until the first snapshot nothing is known; afterwards the state held counts, also while the connection is down.
    if (state.self === null) return;
    const isNews = state.interactions !== previous?.interactions || state.connection !== previous.connection;
    if (!isNews && previous.self !== null) return;
    const interaction = connectedCall(state);
    desk.follow(
      interaction && {
        interactionId: interaction.id,
        attempt: interaction.call.attempt,
        medium: interaction.call.medium,
      },
      state.connection === 'live',
    );
  }

  const unsubscribe = store.subscribe(follow);
  follow(store.getState(), null);
  return {
    ...desk,
    stop() {
      unsubscribe();
      desk.stop();
    },
  };
}
