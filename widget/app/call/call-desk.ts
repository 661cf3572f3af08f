import type { InteractionId } from '../../../plugins/attendance/protocol/ids';
import type { CallLink, CallNews, OngoingCall } from '../../../plugins/attendance/media/ongoing-call';
import { startCall } from '../../../plugins/attendance/media/start-call';
import { isCalling, isInvited, liveCall } from '../model/call';
import type { State } from '../model/state';
import type { Panel } from '../panel';
import { claimCall, dropClaim, isCallClaimed } from '../../../plugins/attendance/media/claim-call';
import type { CallFact } from '../realtime/call-news';
import { createRing } from './ring';
import { decideSeat, NO_SEAT, type SeatEvent, type SeatState } from './seat';

/** How long a page that finds a call going on waits for a word of who has it. */
const DECIDE_WITHIN_MS = 3_000;

/** The panel's calls, one at a time: where the call is, and the call itself while it is here. */
export interface CallDesk {
  getSeat(): SeatState;
  getCall(): OngoingCall | null;
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
  let held = NO_SEAT;
  let call: OngoingCall | null = null;
  let hasLooked = false;
  /** Whether this page has ever had the seat of the present attempt. */
  let hasJoined = false;

  function take(event: SeatEvent): void {
    const before = held;
    held = decideSeat(before, event);
    if (held === before) return;
    if (held.seat !== 'here' || held.call !== before.call) leave();
    if (held.seat === 'here' && !call) begin();
    if (held.seat === 'deciding' && before.seat !== 'deciding')
      setTimeout(() => take({ type: 'time-up' }), DECIDE_WITHIN_MS);
    for (const listener of [...listeners]) listener();
  }

  function begin(): void {
    const connected = liveCall(store.getState());
    const { interaction } = store.getState();
    if (connected?.state !== 'connected' || !interaction) return;
    claimCall(interaction.id);
    hasJoined = false;
    call = startCall({
      side: 'visitor',
      medium: connected.medium,
      language: panel.locale,
      link: linkOf(panel, interaction.id, () => (hasJoined = true)),
    });
  }

  function leave(): void {
    call?.leave();
    call = null;
  }

  function follow(state: State, previous: State | null): void {
    const connected = liveCall(state);
    const { interaction } = state;
    const isConnected = connected?.state === 'connected' && interaction;
    take({
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
    const news = toNews({ type, fact } as CallFact);
    if (news.kind === 'seats') take({ type: 'seats', isTaken: news.visitor });
    // Where devices could not be had, the call may go on in a tab that has them [M8].
    const isElsewhere =
      news.kind === 'seats' && news.visitor && !hasJoined && call?.getView().phase === 'failed';
    if (news.kind === 'taken-over' || isElsewhere) {
      dropClaim();
      take({ type: 'taken-over' });
    } else call?.hear(news);
  }

  follow(store.getState(), null);
  store.subscribe(follow);
  callNews.listen(hear);
  return {
    getSeat: () => held,
    getCall: () => call,
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    bring: () => take({ type: 'brought' }),
    async hangUp() {
      // Camera and microphone are given back at once, whatever the service has to say.
      take({ type: 'hung-up' });
      if (await session.hangUp()) dropClaim();
      // Not heard of: the call goes on without this page, and may be come back to.
      else take({ type: 'taken-over' });
    },
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
    reportQuality: (quality) => wire.hint('call:report-quality', { interactionId, quality }),
  };
}

/** Facts of the wire as the engine takes them. */
export function toNews({ type, fact }: CallFact): CallNews {
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
