import type { CallLink, OngoingCall, StartCall } from '../../../plugins/attendance/media/ongoing-call';
import type { AgentInteraction, CallQuality } from '../../../plugins/attendance/protocol/entities';
import type { InteractionId } from '../../../plugins/attendance/protocol/ids';
import type { CallFact } from '../model/actions';
import { connectedCall } from '../model/selectors/select-call';
import type { State } from '../model/state';
import type { Store } from '../model/store';
import { claimCall, isCallClaimed } from '../../../plugins/attendance/media/claim-call';
import { keepSeat } from '../../../plugins/attendance/media/keep-seat';
import type { Seat } from '../../../plugins/attendance/media/seat';
import { toCallNews } from './call-news';

export interface CallDeskView {
  readonly seat: Seat;
  /** The call in this tab; null while it is elsewhere, or its engine is still being fetched. */
  readonly call: OngoingCall | null;
  readonly interactionId: InteractionId | null;
  /** The engine could not be fetched; `bring` tries again. */
  readonly hasNoEngine: boolean;
  /** What the visitor's side measured last [M6]. */
  readonly visitorQuality: CallQuality | null;
  /** The interaction whose last call was ended because the deployment let the visitor moderate it [Z134]. */
  readonly unsafeId: InteractionId | null;
}

/** The agent's one call, outside React: pages come and go, the call stays. */
export interface CallDesk {
  getView(): CallDeskView;
  subscribe(listener: () => void): () => void;
  hear(fact: CallFact): void;
  /** Takes the call into this tab. */
  bring(): void;
  /** Devices are given back at once; `tell` says it to the server, and whether it was heard. */
  hangUp(tell: () => Promise<boolean>): Promise<void>;
  stop(): void;
}

export interface CallDeskOptions {
  readonly language: string;
  readonly link: (id: InteractionId) => CallLink;
  readonly loadEngine: () => Promise<StartCall>;
}

const NOTHING: CallDeskView = {
  seat: 'none',
  call: null,
  interactionId: null,
  hasNoEngine: false,
  visitorQuality: null,
  unsafeId: null,
};

export function openCallDesk(store: Store, options: CallDeskOptions): CallDesk {
  const listeners = new Set<() => void>();
  let view = NOTHING;
  let early: CallFact[] = [];
  let hasLooked = false;
  let before: State | null = null;
  let following: InteractionId | null = null;
  const seat = keepSeat({
    begin: () => void begin(),
    leave,
    changed: (held) => show({ seat: held.seat, interactionId: held.call === null ? null : following }),
  });

  function show(news: Partial<CallDeskView>): void {
    view = { ...view, ...news };
    for (const listener of [...listeners]) listener();
  }

  /** Does not reject: it shows the one thing that can fail. */
  async function begin(): Promise<void> {
    const own = seat.getSeat().call;
    const interaction = connectedCall(store.getState());
    if (interaction === null) return;
    claimCall(interaction.id);
    show({ unsafeId: null });
    const start = await options.loadEngine().catch(() => null);
    if (seat.getSeat().call !== own || seat.getSeat().seat !== 'here' || view.call !== null) return;
    if (start === null) return show({ hasNoEngine: true });
    const call = start({
      side: 'agent',
      medium: interaction.call.medium,
      link: options.link(interaction.id),
      language: options.language,
    });
    show({ call, hasNoEngine: false });
    for (const fact of early.splice(0)) tellEngine(fact);
  }

  function leave(isOver: boolean): void {
    early = [];
    const { call } = view;
    view = { ...view, call: null, hasNoEngine: false, visitorQuality: null };
    call?.leave(isOver);
  }

  function follow(): void {
    const state = store.getState();
    const previous = before;
    before = state;
    // Until the first snapshot nothing is known; afterwards what is held stands, also while the connection is down.
    if (state.self === null && !hasLooked) return;
    if (state.interactions !== previous?.interactions || !hasLooked) followCall(connectedCall(state));
    hasLooked = true;
    if (previous?.connection === 'reconnecting' && state.connection === 'live')
      view.call?.hear({ kind: 'socket-back' });
  }

  function followCall(interaction: ReturnType<typeof connectedCall>): void {
    following = interaction?.id ?? null;
    seat.take({
      type: 'call',
      call: interaction === null ? null : keyOf(interaction),
      isOurs: interaction !== null && isCallClaimed(interaction.id),
      isFresh: !hasLooked,
    });
  }

  function hear(fact: CallFact): void {
    if (fact.payload.interactionId !== view.interactionId) return;
    if (fact.fact === 'call:quality') {
      if (fact.payload.side === 'visitor') show({ visitorQuality: fact.payload.quality });
    } else if (fact.fact === 'call:unsafe') {
      show({ unsafeId: fact.payload.interactionId });
    } else if (fact.fact === 'call:taken-over') {
      seat.lose();
    } else {
      if (fact.fact === 'call:seats') seat.take({ type: 'seats', isTaken: fact.payload.agent });
      tellEngine(fact);
    }
  }

  function tellEngine(fact: CallFact): void {
    const news = toCallNews(fact);
    if (news === null || seat.getSeat().seat !== 'here') return;
    if (view.call === null) early.push(fact);
    else view.call.hear(news);
  }

  const unsubscribe = store.subscribe(follow);
  follow();
  return {
    getView: () => view,
    subscribe: (listener) => {
      listeners.add(listener);
      return () => void listeners.delete(listener);
    },
    hear,
    bring: () => {
      if (view.hasNoEngine) {
        show({ hasNoEngine: false });
        void begin();
      } else seat.take({ type: 'brought' });
    },
    hangUp: seat.hangUp,
    stop: () => {
      unsubscribe();
      seat.stop();
    },
  };
}

function keyOf({ call, id }: AgentInteraction & { readonly call: { readonly attempt: number } }): string {
  return `${id}/${call.attempt}`;
}
