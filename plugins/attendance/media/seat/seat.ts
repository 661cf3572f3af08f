/**
 * Place of the call among the tabs of its person [P6, P7]. `deciding`: a page that has just come and finds a call going
 * on, which may be in another tab, or may have been in the page before it [M7].
 */
export type Seat = 'none' | 'deciding' | 'here' | 'elsewhere';

export interface SeatState {
  readonly seat: Seat;
  /** Key of interaction and attempt; null without a connected call. */
  readonly call: string | null;
  /** Whether the server reports that some tab of this person has the call. */
  readonly isTaken: boolean;
}

export type SeatEvent =
  /**
   * The connected call changed. `isOurs`: requested, taken or last held in this tab. `isFresh`: it went on before this
   * page came.
   */
  | {
      readonly type: 'call';
      readonly call: string | null;
      readonly isOurs: boolean;
      readonly isFresh: boolean;
    }
  | { readonly type: 'seats'; readonly isTaken: boolean }
  /** The grace period is over and no other tab has claimed the call. */
  | { readonly type: 'time-up' }
  | { readonly type: 'taken-over' }
  | { readonly type: 'brought' }
  /** The call was hung up here; the server is being notified. */
  | { readonly type: 'hung-up' };

export const NO_SEAT: SeatState = { seat: 'none', call: null, isTaken: false };

/**
 * Decides the seat after an event. Only a tab with a reason joins by itself: else two tabs would take the call from
 * each other.
 */
export function decideSeat(state: SeatState, event: SeatEvent): SeatState {
  switch (event.type) {
    case 'call': {
      const { call, isOurs, isFresh } = event;
      if (call === state.call) return state;
      if (call === null) return NO_SEAT;
      const seat = isOurs ? 'here' : isFresh ? 'deciding' : 'elsewhere';
      return { seat, call, isTaken: false };
    }
    case 'seats': {
      const { isTaken } = event;
      const isFree = state.seat === 'deciding' && !isTaken;
      return { ...state, isTaken, seat: isFree ? 'here' : state.seat };
    }
    case 'time-up':
      return state.seat === 'deciding' ? { ...state, seat: state.isTaken ? 'elsewhere' : 'here' } : state;
    case 'taken-over':
      return state.call ? { ...state, seat: 'elsewhere', isTaken: true } : state;
    case 'hung-up':
      return { ...state, seat: 'none' };
    case 'brought':
      return state.call ? { ...state, seat: 'here' } : state;
  }
}
