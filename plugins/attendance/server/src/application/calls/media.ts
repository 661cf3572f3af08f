import type { JoinTicket, MediaProvider } from '../../../../protocol/calls/calls';
import type { Side } from '../../../../protocol/schemas/scalars';
import type { CallAttempt } from '../interactions/rows';
import type { Outcome } from '../outcome';

export interface Participant {
  readonly side: Side;
  /** Name as the other side sees it. */
  readonly name: string;
}

/** Media of calls [M3], by the providers `direct` and `jitsi`. */
export interface Media {
  /** The provider that a call beginning now gets: `jitsi` as soon as a deployment is configured. */
  provider(): Promise<MediaProvider>;
  /** The name of a new room: at least 128 random bits, lower case. */
  createRoom(): string;
  /** The client's script of a configured Jitsi deployment; null without one. */
  script(): Promise<string | null>;
  /** Lets one participant into the attempt, for a short while. Refused with `unavailable` where its provider is configured no more. */
  ticket(attempt: CallAttempt, participant: Participant): Promise<Outcome<JoinTicket>>;
}

/** Call attempts by their room, which is all that the media server knows. */
export interface CallAttempts {
  /** The attempt that goes on in this room; null once it was hung up, and for a room that never was. */
  findByRoom(room: string): Promise<CallAttempt | null>;
}
