import type { CallAttempts } from './media';
import type { MediaSettingsStore } from './media-settings';

/** A room as the deployment's reservation module keeps it. */
export interface Reservation {
  readonly id: string;
  readonly name: string;
  readonly startedAt: number;
  readonly durationMs: number;
}

export interface JitsiReservations {
  /** Whether the secret is the stored one; true where none is stored. */
  isAllowed(secret: string | null): Promise<boolean>;
  /** The reservation of a room in which a call goes on; null for every other room: nobody may open it [M2]. */
  reserve(address: string): Promise<Reservation | null>;
}

/** The module closes the room by force after this; a call has no end of its own. */
const LONGEST_CALL_MS = 24 * 3_600_000;

/** Compares without telling by its time how much was right. */
export type SameSecret = (given: string, stored: string) => boolean;

/**
 * What Prosody's mod_reservations asks before it opens a room. Tokens are looked at when somebody connects and never
 * again, so one that has not expired could open the room of a call that is over anew: this is what says no.
 */
export function createJitsiReservations(
  settings: Pick<MediaSettingsStore, 'get'>,
  attempts: CallAttempts,
  sameSecret: SameSecret,
): JitsiReservations {
  return {
    isAllowed: async (secret) => {
      const { reservationSecret } = (await settings.get()).jitsi;
      return reservationSecret === null || (secret !== null && sameSecret(secret, reservationSecret));
    },
    reserve: async (address) => {
      const name = roomOf(address);
      if (name === null) return null;
      const attempt = await attempts.findByRoom(name);
      if (attempt?.provider !== 'jitsi') return null;
      const id = `${attempt.interactionId}-${attempt.attempt}`;
      return { id, name, startedAt: attempt.startedAt, durationMs: LONGEST_CALL_MS };
    },
  };
}

const ROOM = /^atende-[0-9a-f]{32,64}$/;

/** The room of an address such as `Room@conference.host`; null where it can be none of ours. */
function roomOf(address: string): string | null {
  const [room = ''] = address.toLowerCase().split('@');
  return ROOM.test(room) ? room : null;
}
