import type { JoinTicket, MediaProvider } from '../../../../protocol/calls/calls';
import type { Side } from '../../../../protocol/schemas/scalars';
import type { CallAttempt } from '../interactions/rows';
import type { Outcome } from '../outcome';

export interface Participant {
  readonly side: Side;
  /** As the other side sees them. */
  readonly name: string;
}

/** What carries calls [M3]; behind it stand `direct` and `jitsi`. */
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

/** Calls as the media server knows them: by their room. */
export interface CallAttempts {
  /** The attempt that goes on in this room; null once it was hung up, and for a room that never was. */
  findByRoom(room: string): Promise<CallAttempt | null>;
}
