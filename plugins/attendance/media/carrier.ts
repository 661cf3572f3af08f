import type { ErrorCode } from '../protocol/errors';
import type { CallNews, OngoingCall, OngoingCallOptions } from './ongoing-call';
import type { OwnMedia } from './own-media';
import type { ViewBoard } from './view-board';

/** For a provider's frame to say goodbye to its room: for so long after it was left, it stays in the document. */
export const GOODBYE_MS = 500;

/** What a person does to their own sound and picture. */
export type MediaControls = Pick<
  OngoingCall,
  'setMicrophone' | 'setCamera' | 'switchCamera' | 'setScreenShared' | 'chooseDevice'
>;

export interface CarrierOptions extends OngoingCallOptions {
  readonly board: ViewBoard;
  readonly media: OwnMedia;
  /** The seat could not be taken again; `isRunning`: sound and picture go on meanwhile. */
  refuse(code: ErrorCode, isRunning: boolean): void;
}

/** What carries one joined call [M3]; it writes on the board what it sees. */
export interface Carrier {
  hear(news: CallNews): void;
  /** `isOver`: the attempt is over for everybody, and nobody may stay behind in its room [M2]. */
  leave(isOver: boolean): void;
}
