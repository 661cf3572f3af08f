import type { InteractionId } from '../../../plugins/attendance/protocol/ids';
import type { CallLink, CallNews, OngoingCall } from '../../../plugins/attendance/media/ongoing-call';
import { startCall } from '../../../plugins/attendance/media/start-call';
import { isCalling, isInvited, liveCall } from '../model/call';
import type { State } from '../model/state';
import type { Panel } from '../panel';
import { claimCall, isCallClaimed } from '../../../plugins/attendance/media/claim-call';
import { keepSeat } from '../../../plugins/attendance/media/keep-seat';
import type { SeatState } from '../../../plugins/attendance/media/seat';
import type { CallFact } from '../realtime/call-news';
import { createRing } from './ring';

/** The panel's calls, one at a time: where the call is, and the call itself while it is here. */
export interface CallDesk {
  getSeat(): SeatState;
  getCall(): OngoingCall | null;
  /** Whether the last call was ended for not being safe, and the visitor has not read so yet. */
  isUnsafe(): boolean;
  dismiss(): void;
  subscribe(listener: () => void): () => void;
  /** Takes the call from the tab that has it. */
  bring(): void;
  hangUp(): Promise<void>;
}

/** Follows the interaction for as long as the page lives; when the page goes, nothing hangs up [M7]. */
export function openDesk(panel: Panel, isOwnTab: boolean): CallDesk {
  const { store, callNews, session } = panel;
  const listeners = new Set<() => void>();
  const ring = createRing();
  const seat = keepSeat({
    begin,
    leave,
    changed: redraw,
  });
  let call: OngoingCall | null = null;
  let hasLooked = false;
  /** Whether this page has ever had the seat of the present attempt. */
  let hasJoined = false;
  let isUnsafe = false;

  function redraw(): void {
    listeners.forEach((listener) => listener());
  }

  function begin(): void {
    const connected = liveCall(store.getState());
    const { interaction } = store.getState();
    if (connected?.state !== 'connected' || !interaction) return;
    claimCall(interaction.id);
    hasJoined = isUnsafe = false;
    call = startCall({
      side: 'visitor',
      medium: connected.medium,
      language: panel.locale,
      link: linkOf(panel, interaction.id, () => (hasJoined = true)),
    });
  }

  function leave(isOver: boolean): void {
    call?.leave(isOver);
    call = null;
  }

  function follow(state: State, previous: State | null): void {
    const connected = liveCall(state);
    const { interaction } = state;
    const isConnected = connected?.state === 'connected' && interaction;
    seat.take({
      type: 'call',
      call: isConnected ? `${interaction.id}:${connected.attempt}` : null,
      isOurs: !!interaction && (isOwnTab || isCallClaimed(interaction.id)),
      isFresh: !hasLooked,
    });
    hasLooked = true;
    const isBack = previous?.connection === 'reconnecting' && state.connection === 'live';
    if (isBack) call?.hear({ kind: 'socket-back' });
    ring.sound(state.isMuted ? null : isInvited(state) ? 'invited' : isCalling(state) ? 'calling' : null);
  }

  function hear({ type, fact }: CallFact): void {
    if (fact.interactionId !== store.getState().interaction?.id) return;
    if (type === 'call:unsafe') {
      isUnsafe = true;
      redraw();
      return;
    }
    const news = toNews({ type, fact } as EngineFact);
    if (news.kind === 'seats') seat.take({ type: 'seats', isTaken: news.visitor });
    // Where devices could not be had, the call may go on in a tab that has them [M8].
    const isElsewhere =
      news.kind === 'seats' && news.visitor && !hasJoined && call?.getView().phase === 'failed';
    if (news.kind === 'taken-over' || isElsewhere) seat.lose();
    else call?.hear(news);
  }

  follow(store.getState(), null);
  store.subscribe(follow);
  callNews.listen(hear);
  return {
    getSeat: seat.getSeat,
    getCall: () => call,
    isUnsafe: () => isUnsafe,
    dismiss() {
      isUnsafe = false;
      redraw();
    },
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    bring: () => seat.take({ type: 'brought' }),
    hangUp: () => seat.hangUp(session.hangUp),
  };
}

function linkOf({ wire }: Panel, interactionId: InteractionId, onJoin: () => void): CallLink {
  return {
    async join(pairing) {
      onJoin();
      const answer = await wire.command('call:join', { interactionId, session: pairing });
      return answer.ok ? answer.data : answer.error.code;
    },
    signal: (of, signal) => wire.hint('call:signal', { interactionId, session: of, signal }),
    reportUnsafe: () => void wire.command('call:report-unsafe', { interactionId }),
    reportQuality: (quality) => wire.hint('call:report-quality', { interactionId, quality }),
  };
}

type EngineFact = Exclude<CallFact, { type: 'call:unsafe' }>;

/** Facts of the wire as the engine takes them. */
export function toNews({ type, fact }: EngineFact): CallNews {
  switch (type) {
    case 'call:seats':
      return { kind: 'seats', visitor: fact.visitor, agent: fact.agent };
    case 'call:taken-over':
      return { kind: 'taken-over' };
    case 'call:connect':
      return { kind: 'connect', session: fact.session };
    case 'call:signalled':
      return { kind: 'signalled', session: fact.session, signal: fact.signal };
  }
}
