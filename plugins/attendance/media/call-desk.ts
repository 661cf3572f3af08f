import type { CallMedium, CallQuality } from '../protocol/calls/calls';
import type { InteractionId } from '../protocol/schemas/ids';
import type { Side } from '../protocol/schemas/scalars';
import { toCallNews, type CallFact } from './call/call-news';
import { claimCall, isCallClaimed } from './seat/claim-call';
import { keepSeat } from './seat/keep-seat';
import type { CallLink, OngoingCall, StartCall } from './call/ongoing-call';
import type { Seat } from './seat/seat';

/** A call that was answered and is not over, in whichever tab. */
export interface ConnectedCall {
  readonly interactionId: InteractionId;
  readonly attempt: number;
  readonly medium: CallMedium;
}

export interface CallDeskView {
  readonly seat: Seat;
  /** The call in this tab; null while it is elsewhere, or its engine is still being fetched. */
  readonly call: OngoingCall | null;
  readonly interactionId: InteractionId | null;
  /** Key of the attempt, another one for each; null without a call. */
  readonly key: string | null;
  /** Whether the engine could not be loaded; `bring` tries again. */
  readonly hasNoEngine: boolean;
  /** Last measure of the visitor's side; sent to the agent alone [M6]. */
  readonly visitorQuality: CallQuality | null;
  /** Interaction whose last call was ended because the deployment let the visitor moderate it [Z134]. */
  readonly unsafeId: InteractionId | null;
}

/** The calls of a page, one at a time: where the call is, and the call itself while it is here. When the page goes, nothing hangs up [M7]. */
export interface CallDesk {
  getView(): CallDeskView;
  /** Returns the function that ends it. */
  subscribe(listener: () => void): () => void;
  /**
   * Updates the desk after each change: the call that goes on, if any, and whether the connection is live. A call of the first
   * update has gone on since before this page.
   */
  follow(call: ConnectedCall | null, isLive: boolean): void;
  hear(fact: CallFact): void;
  /** Takes the call into this tab. */
  bring(): void;
  /**
   * Releases the devices at once; `tell` sends the hang-up to the server, and resolves with whether it was
   * acknowledged.
   */
  hangUp(tell: () => Promise<boolean>): Promise<void>;
  /** Dismisses the warning that the last call was not safe. */
  dismissUnsafe(): void;
  /** Leaves the call without notifying the server. */
  stop(): void;
}

export interface CallDeskOptions {
  /** Side of the person whose page it is. */
  readonly side: Side;
  /** Language as BCP 47, for a provider that renders its own texts. */
  readonly language: string;
  readonly link: (id: InteractionId) => CallLink;
  readonly loadEngine: () => Promise<StartCall>;
  /** Whether the tab was opened for the call: then it joins every call [M8]. */
  readonly isOwnTab?: boolean;
}

const NOTHING: CallDeskView = {
  seat: 'none',
  call: null,
  interactionId: null,
  key: null,
  hasNoEngine: false,
  visitorQuality: null,
  unsafeId: null,
};

export function openCallDesk({
  side,
  language,
  link,
  loadEngine,
  isOwnTab = false,
}: CallDeskOptions): CallDesk {
  const listeners = new Set<() => void>();
  let view = NOTHING;
  let following: ConnectedCall | null = null;
  /** Facts that came before the engine was loaded. */
  let early: CallFact[] = [];
  let wasLive: boolean | null = null;
  /** Whether this page has requested the seat of the present attempt. */
  let hasJoined = false;
  const seat = keepSeat({
    begin: () => void begin(),
    leave,
    changed: (held) =>
      show({
        seat: held.seat,
        key: held.call,
        interactionId: held.call === null ? null : (following?.interactionId ?? null),
      }),
  });

  function show(news: Partial<CallDeskView>): void {
    view = { ...view, ...news };
    for (const listener of [...listeners]) listener();
  }

  /** Begins the call; never rejects, and shows the one failure that is possible. */
  async function begin(): Promise<void> {
    if (following === null) return;
    const { attempt, interactionId, medium } = following;
    const isCurrent = (): boolean =>
      following?.interactionId === interactionId &&
      following.attempt === attempt &&
      seat.getSeat().seat === 'here' &&
      view.call === null;
    claimCall(interactionId);
    hasJoined = false;
    show({ unsafeId: null });
    const start = await loadEngine().catch(() => null);
    if (!isCurrent()) return;
    if (start === null) return show({ hasNoEngine: true });
    const ownLink = link(interactionId);
    const join: CallLink['join'] = (session) => {
      hasJoined = true;
      return ownLink.join(session);
    };
    show({ call: start({ side, medium, language, link: { ...ownLink, join } }), hasNoEngine: false });
    for (const fact of early.splice(0)) tellEngine(fact);
  }

  function leave(isOver: boolean): void {
    early = [];
    const { call } = view;
    view = { ...view, call: null, hasNoEngine: false, visitorQuality: null };
    call?.leave(isOver);
  }

  function follow(call: ConnectedCall | null, isLive: boolean): void {
    following = call;
    seat.take({
      type: 'call',
      call: call && `${call.interactionId}:${call.attempt}`,
      isOurs: call !== null && (isOwnTab || isCallClaimed(call.interactionId)),
      isFresh: wasLive === null,
    });
    if (isLive && wasLive === false) view.call?.hear({ kind: 'socket-back' });
    wasLive = isLive;
  }

  function hear(news: CallFact): void {
    const { type, fact } = news;
    // This fact may come after the call is over already.
    if (type === 'call:unsafe') return show({ unsafeId: fact.interactionId });
    if (fact.interactionId !== following?.interactionId) return;
    if (type === 'call:quality') {
      if (fact.side === 'visitor') show({ visitorQuality: fact.quality });
    } else if (type === 'call:taken-over') seat.lose();
    else {
      const isTaken = type === 'call:seats' && fact[side];
      if (type === 'call:seats') seat.take({ type: 'seats', isTaken });
      // Without devices here, the call may go on in a tab that has them [M8].
      if (isTaken && !hasJoined && view.call?.getView().phase === 'failed') seat.lose();
      else tellEngine(news);
    }
  }

  function tellEngine(fact: CallFact): void {
    const news = toCallNews(fact);
    // A newer server may send facts unknown to this page.
    if (!news || seat.getSeat().seat !== 'here') return;
    if (view.call === null) early.push(fact);
    else view.call.hear(news);
  }

  return {
    getView: () => view,
    subscribe(listener) {
      listeners.add(listener);
      return () => void listeners.delete(listener);
    },
    follow,
    hear,
    bring() {
      if (view.hasNoEngine) {
        show({ hasNoEngine: false });
        void begin();
      } else seat.take({ type: 'brought' });
    },
    hangUp: seat.hangUp,
    dismissUnsafe: () => show({ unsafeId: null }),
    stop: seat.stop,
  };
}
