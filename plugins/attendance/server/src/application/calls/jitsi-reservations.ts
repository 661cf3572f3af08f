import type { CallAttempts } from './media';
import type { MediaSettingsStore } from './media-settings';
import type { Clock } from '../clock';
import type { ReservationWatch } from './reservation-watch';

/** A room as the deployment's reservation module keeps it. */
export interface Reservation {
  readonly id: string;
  readonly name: string;
  /** Start of the reservation, from which its duration counts: a call that has gone on for hours may be opened anew. */
  readonly startedAt: number;
  readonly durationMs: number;
}

export interface JitsiReservations {
  /** Resolves to whether the secret is the stored one; true where none is stored. `address`: the room that is asked about. */
  isAllowed(secret: string | null, address?: string): Promise<boolean>;
  /** The reservation of a room in which a call goes on; null for every other room: nobody may open it [M2]. */
  reserve(address: string): Promise<Reservation | null>;
}

/**
 * The module closes the room by force after this: so much longer than the call somebody may stay in it who ought not to be there. A call
 * that goes on is opened anew by its two clients, within seconds and by themselves.
 */
const RESERVED_MS = 2 * 3_600_000;

/** Compares without telling by its time how much was right. */
export type SameSecret = (given: string, stored: string) => boolean;

/**
 * Answers Prosody's mod_reservations before it opens a room. Prosody checks tokens when somebody connects and never again, so one that has not
 * expired could open the room of a call that is over anew: this refuses it.
 */
export function createJitsiReservations(
  settings: Pick<MediaSettingsStore, 'get'>,
  attempts: CallAttempts,
  sameSecret: SameSecret,
  clock: Clock,
  watch: Pick<ReservationWatch, 'note'>,
): JitsiReservations {
  return {
    isAllowed: async (secret, address = '') => {
      const { reservationSecret } = (await settings.get()).jitsi;
      const isAllowed =
        reservationSecret === null || (secret !== null && sameSecret(secret, reservationSecret));
      watch.note(roomOf(address) ?? '', isAllowed);
      return isAllowed;
    },
    reserve: async (address) => {
      const name = roomOf(address);
      if (name === null) return null;
      const attempt = await attempts.findByRoom(name);
      if (attempt?.provider !== 'jitsi') return null;
      const id = `${attempt.interactionId}-${attempt.attempt}`;
      return { id, name, startedAt: clock.now(), durationMs: RESERVED_MS };
    },
  };
}

const ROOM = /^atende-[0-9a-f]{32,64}$/;

/** The room of an address such as `Room@conference.host`; null where it can be none of ours. */
function roomOf(address: string): string | null {
  const [room = ''] = address.toLowerCase().split('@');
  return ROOM.test(room) ? room : null;
}
