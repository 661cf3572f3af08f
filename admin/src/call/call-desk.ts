import type { CallLink, OngoingCall, StartCall } from '../../../plugins/attendance/media/ongoing-call';
import type { AgentInteraction, CallQuality } from '../../../plugins/attendance/protocol/entities';
import type { InteractionId } from '../../../plugins/attendance/protocol/ids';
import type { CallFact } from '../model/actions';
import { connectedCall } from '../model/select-call';
import type { State } from '../model/state';
import type { Store } from '../model/store';
import { claimCall, dropClaim, isCallClaimed } from '../../../plugins/attendance/media/claim-call';
import { toCallNews } from './call-news';
import { decideSeat, NO_SEAT, type Seat, type SeatEvent } from './seat';

/** How long a page that finds a call going on waits for a word of who has it. */
const DECIDE_WITHIN_MS = 3_000;

export interface CallDeskView {
  readonly seat: Seat;
  /** The call in this tab; null while it is elsewhere, or its engine is still being fetched. */
  readonly call: OngoingCall | null;
  readonly interactionId: InteractionId | null;
  /** The engine could not be fetched; `bring` tries again. */
  readonly hasNoEngine: boolean;
  /** What the visitor's side measured last [M6]. */
  readonly visitorQuality: CallQuality | null;
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
};

export function openCallDesk(store: Store, options: CallDeskOptions): CallDesk {
  const listeners = new Set<() => void>();
  let held = NO_SEAT;
  let view = NOTHING;
  let early: CallFact[] = [];
  let hasLooked = false;
  let before: State | null = null;
  let timer: ReturnType<typeof setTimeout> | undefined;

  function show(news: Partial<CallDeskView>): void {
    view = { ...view, ...news };
    for (const listener of [...listeners]) listener();
  }

  function take(event: SeatEvent, id: InteractionId | null = view.interactionId): void {
    const previous = held;
    held = decideSeat(previous, event);
    if (held === previous) return;
    if (held.seat !== 'here' || held.call !== previous.call) leave();
    if (held.seat === 'deciding') timer = setTimeout(() => take({ type: 'time-up' }), DECIDE_WITHIN_MS);
    else clearTimeout(timer);
    show({ seat: held.seat, interactionId: held.call === null ? null : id, hasNoEngine: false });
    // `begin` does not reject: it answers the one thing that can fail.
    if (held.seat === 'here' && view.call === null) void begin();
  }

  async function begin(): Promise<void> {
    const own = held.call;
    const interaction = connectedCall(store.getState());
    if (interaction === null) return;
    claimCall(interaction.id);
    const start = await options.loadEngine().catch(() => null);
    if (held.call !== own || held.seat !== 'here' || view.call !== null) return;
    if (start === null) return show({ hasNoEngine: true });
    const call = start({
      side: 'agent',
      medium: interaction.call.medium,
      link: options.link(interaction.id),
      language: options.language,
    });
    show({ call });
    for (const fact of early.splice(0)) tellEngine(fact);
  }

  function leave(): void {
    early = [];
    const { call } = view;
    view = { ...view, call: null, visitorQuality: null };
    call?.leave();
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
    take(
      {
        type: 'call',
        call: interaction === null ? null : keyOf(interaction),
        isOurs: interaction !== null && isCallClaimed(interaction.id),
        isFresh: !hasLooked,
      },
      interaction?.id ?? null,
    );
  }

  function hear(fact: CallFact): void {
    if (fact.payload.interactionId !== view.interactionId) return;
    if (fact.fact === 'call:quality') {
      if (fact.payload.side === 'visitor') show({ visitorQuality: fact.payload.quality });
    } else if (fact.fact === 'call:taken-over') {
      dropClaim();
      take({ type: 'taken-over' });
    } else {
      if (fact.fact === 'call:seats') take({ type: 'seats', isTaken: fact.payload.agent });
      tellEngine(fact);
    }
  }

  function tellEngine(fact: CallFact): void {
    const news = toCallNews(fact);
    if (news === null || held.seat !== 'here') return;
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
      } else take({ type: 'brought' });
    },
    hangUp: async (tell) => {
      take({ type: 'hung-up' });
      if (await tell()) dropClaim();
      // Not heard of: the call goes on without this page, and can be come back to.
      else take({ type: 'taken-over' });
    },
    stop: () => {
      clearTimeout(timer);
      unsubscribe();
      leave();
    },
  };
}

function keyOf({ call, id }: AgentInteraction & { readonly call: { readonly attempt: number } }): string {
  return `${id}/${call.attempt}`;
}
