/**
 * Whether the call is in this tab [P7]. `deciding`: a page that has just come finds a call going on; another tab may
 * have it, or the page before it had it [M7].
 */
export type Seat = 'none' | 'deciding' | 'here' | 'elsewhere';

export interface SeatState {
  readonly seat: Seat;
  /** Interaction and attempt; null without a connected call. */
  readonly call: string | null;
}

export type SeatEvent =
  /** `isOurs`: asked for, answered or last had in this tab. `isFresh`: it went on before this page came. */
  | {
      readonly type: 'call';
      readonly call: string | null;
      readonly isOurs: boolean;
      readonly isFresh: boolean;
    }
  | { readonly type: 'seats'; readonly isTaken: boolean }
  /** Whoever had it would have told by now. */
  | { readonly type: 'time-up' }
  | { readonly type: 'taken-over' }
  | { readonly type: 'brought' }
  | { readonly type: 'hung-up' };

export const NO_SEAT: SeatState = { seat: 'none', call: null };

/** Only a tab that has reason to joins by itself: else two tabs would take the call from each other. */
export function decideSeat(state: SeatState, event: SeatEvent): SeatState {
  if (event.type === 'call') {
    const { call, isFresh, isOurs } = event;
    if (call === state.call) return state;
    if (call === null) return NO_SEAT;
    return { call, seat: isOurs ? 'here' : isFresh ? 'deciding' : 'elsewhere' };
  }
  if (state.call === null) return state;
  switch (event.type) {
    case 'seats':
      return state.seat === 'deciding' ? seated(state, event.isTaken ? 'elsewhere' : 'here') : state;
    case 'time-up':
      return state.seat === 'deciding' ? seated(state, 'here') : state;
    case 'taken-over':
      return seated(state, 'elsewhere');
    case 'brought':
      return seated(state, 'here');
    case 'hung-up':
      return seated(state, 'none');
  }
}

function seated(state: SeatState, seat: Seat): SeatState {
  return state.seat === seat ? state : { ...state, seat };
}
