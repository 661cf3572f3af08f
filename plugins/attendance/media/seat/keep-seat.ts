import { dropClaim } from './claim-call';
import { decideSeat, NO_SEAT, type SeatEvent, type SeatState } from './seat';

/** Time for which a page that finds a call going on waits for a claim of another tab, in ms. */
const DECIDE_WITHIN_MS = 3_000;

/** The call whose seat is kept. */
export interface SeatedCall {
  /** Begins the call in this tab. */
  begin(): void;
  /**
   * Releases devices and connections; also called where there are none. `isOver`: the attempt is over for everybody,
   * and not only in this tab.
   */
  leave(isOver: boolean): void;
  /** Called after every change, when the call has begun or been left already. */
  changed(seat: SeatState): void;
}

export interface SeatKeeper {
  getSeat(): SeatState;
  take(event: SeatEvent): void;
  /** Gives up the seat: another tab of this person has it. */
  lose(): void;
  /**
   * Releases the devices at once; `tell` sends the hang-up to the server, and resolves with whether it was
   * acknowledged.
   */
  hangUp(tell: () => Promise<boolean>): Promise<void>;
  /** Leaves the call, also one that is only about to begin, without notifying the server. */
  stop(): void;
}

/** Begins and leaves a call as its seat demands: the same for both sides. */
export function keepSeat(call: SeatedCall): SeatKeeper {
  let held = NO_SEAT;
  let timer: ReturnType<typeof setTimeout> | undefined;

  /**
   * Applies an event. A call is over when hung up here or elsewhere; a page that is closed, or whose call another tab
   * takes, ends nothing [M7].
   */
  function take(event: SeatEvent, isOver = event.type === 'hung-up' || event.type === 'call'): void {
    const before = held;
    held = decideSeat(before, event);
    if (held === before) return;
    const isAnother = held.call !== before.call || held.seat !== before.seat;
    if (isAnother) {
      clearTimeout(timer);
      call.leave(isOver);
      if (held.seat === 'here') call.begin();
      if (held.seat === 'deciding') timer = setTimeout(() => take({ type: 'time-up' }), DECIDE_WITHIN_MS);
    }
    call.changed(held);
  }

  function lose(): void {
    dropClaim();
    take({ type: 'taken-over' });
  }

  return {
    getSeat: () => held,
    take: (event) => take(event),
    lose,
    async hangUp(tell) {
      take({ type: 'hung-up' });
      if (await tell()) dropClaim();
      // The server did not acknowledge it: the call goes on without this page, which may come back to it.
      else take({ type: 'taken-over' });
    },
    stop: () => take({ type: 'call', call: null, isOurs: false, isFresh: false }, false),
  };
}
