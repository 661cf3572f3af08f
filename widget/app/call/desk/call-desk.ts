import { linkCall } from '../../../../plugins/attendance/chat/link-call';
import {
  openCallDesk,
  type CallDesk,
  type ConnectedCall,
} from '../../../../plugins/attendance/media/call-desk';
import { startCall } from '../../../../plugins/attendance/media/start-call';
import { isCalling, isInvited, liveCall } from '../../model/call';
import type { State } from '../../model/state';
import type { Panel } from '../../panel/panel';
import { createRing } from './ring';

/** Opens the desk of the visitor's calls. Desk and ringing follow the interaction for as long as the page lives. */
export function openDesk({ callNews, locale, store, wire }: Panel, isOwnTab: boolean): CallDesk {
  const ring = createRing();
  const desk = openCallDesk({
    side: 'visitor',
    language: locale,
    link: (interactionId) =>
      linkCall(wire, interactionId, () => void wire.command('call:report-unsafe', { interactionId })),
    // The call engine is in the same bundle as the rest of this part.
    loadEngine: () => Promise.resolve(startCall),
    isOwnTab,
  });

  function follow(state: State): void {
    desk.follow(connectedCall(state), state.connection === 'live');
    ring.sound(state.isMuted ? null : isInvited(state) ? 'invited' : isCalling(state) ? 'calling' : null);
  }

  follow(store.getState());
  store.subscribe(follow);
  callNews.listen(desk.hear);
  return desk;
}

function connectedCall(state: State): ConnectedCall | null {
  const call = liveCall(state);
  const { interaction } = state;
  if (!interaction || call?.state !== 'connected') return null;
  const { attempt, medium } = call;
  return { interactionId: interaction.id, attempt, medium };
}
