import type { ErrorCode } from '../../protocol/shared/errors';
import type { CallNews, OngoingCall, OngoingCallOptions } from '../call/ongoing-call';
import type { OwnMedia } from './own-media';
import type { ViewBoard } from '../call/view-board';

/** Longest time in ms that a provider's frame stays in the document after it was left, for its goodbye to the room. */
export const GOODBYE_WITHIN_MS = 5_000;

/** Commands on a person's own sound and picture. */
export type MediaControls = Pick<
  OngoingCall,
  'setMicrophone' | 'setCamera' | 'switchCamera' | 'setScreenShared' | 'chooseDevice'
>;

export interface CarrierOptions extends OngoingCallOptions {
  readonly board: ViewBoard;
  readonly media: OwnMedia;
  /** Called when the seat could not be taken again; `isRunning`: sound and picture go on meanwhile. */
  refuse(code: ErrorCode, isRunning: boolean): void;
}

/** Transport of one joined call [M3]; it writes its observations on the board. */
export interface Carrier {
  hear(news: CallNews): void;
  /** Leaves the call; `isOver`: the attempt is over for everybody, and nobody may stay behind in its room [M2]. */
  leave(isOver: boolean): void;
}
