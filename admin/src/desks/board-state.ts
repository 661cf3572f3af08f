import type { Board } from '../../../plugins/attendance/protocol/supervision/board';
import type { ErrorCode } from '../../../plugins/attendance/protocol/shared/errors';
import { keepEqual } from './keep-equal';

/** The live board as this tab has it [D3]. */
export interface BoardState {
  /** The newest board; null until the first one has come. */
  readonly board: Board | null;
  /**
   * Whether facts come: `asking` until the answer, `lost` while there is no connection, which heals by itself, and `refused`, for the
   * reason in `refusal`, until it is tried again.
   */
  readonly standing: 'asking' | 'live' | 'lost' | 'refused';
  readonly refusal: ErrorCode | null;
}

export type BoardAction =
  | { readonly type: 'asked' }
  | { readonly type: 'arrived'; readonly board: Board }
  | { readonly type: 'lost' }
  | { readonly type: 'refused'; readonly code: ErrorCode };

export const EMPTY_BOARD: BoardState = { board: null, standing: 'asking', refusal: null };

export function reduceBoard(state: BoardState, action: BoardAction): BoardState {
  switch (action.type) {
    case 'asked':
      return { ...state, standing: 'asking', refusal: null };
    case 'arrived':
      return { board: newer(state.board, action.board), standing: 'live', refusal: null };
    case 'lost':
      return { ...state, standing: 'lost', refusal: null };
    case 'refused':
      return { ...state, standing: 'refused', refusal: action.code };
  }
}

/** Returns the younger of both, for a fact may overtake an answer; of the older one every part that has not changed. */
function newer(held: Board | null, arrived: Board): Board {
  if (held === null) return arrived;
  return arrived.asOf < held.asOf ? held : keepEqual(held, arrived);
}
