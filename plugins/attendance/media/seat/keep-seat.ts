import { dropClaim } from './claim-call';
import { decideSeat, NO_SEAT, type SeatEvent, type SeatState } from './seat';

/** How long a page that finds a call going on waits for a word of who has it. */
const DECIDE_WITHIN_MS = 3_000;

/** The call whose seat is kept. */
export interface SeatedCall {
  /** Takes it into this tab. */
  begin(): void;
  /**
   * Gives back what it has of devices and connections; also called where there is nothing. `isOver`: the attempt is over for
   * everybody, and not only in this tab.
   */
  leave(isOver: boolean): void;
  /** After every change, when it has begun or been left already. */
  changed(seat: SeatState): void;
}

export interface SeatKeeper {
  getSeat(): SeatState;
  take(event: SeatEvent): void;
  /** Another tab of this person has it. */
  lose(): void;
  /** Devices are given back at once; `tell` says it to the server, and answers whether it was heard. */
  hangUp(tell: () => Promise<boolean>): Promise<void>;
  /** Leaves the call, also one that is only about to begin; nothing is said to the server. */
  stop(): void;
}

/** Lets a call begin and leave as its seat says: the same for both sides. */
export function keepSeat(call: SeatedCall): SeatKeeper {
  let held = NO_SEAT;
  let timer: ReturnType<typeof setTimeout> | undefined;

  /** Hung up here, or by whoever else; a page that is closed, or whose call another tab takes, ends nothing [M7]. */
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
      // Not heard of: the call goes on without this page, and may be come back to.
      else take({ type: 'taken-over' });
    },
    stop: () => take({ type: 'call', call: null, isOurs: false, isFresh: false }, false),
  };
}
