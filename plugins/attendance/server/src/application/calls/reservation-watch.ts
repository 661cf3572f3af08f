/** Whether the deployment asked about a room, and whether with the right secret. */
export type ReservationAsked = 'no' | 'yes' | 'wrong-secret';

/**
 * Watch for the self-test, which makes a deployment ask for a reservation: questions about the test's room are recorded, and answered like those
 * about any room without a call.
 */
export interface ReservationWatch {
  /** Watches the room until `stop`. */
  watch(room: string): { asked(): ReservationAsked; stop(): void };
  note(room: string, isAllowed: boolean): void;
}

export function createReservationWatch(): ReservationWatch {
  const watched = new Map<string, ReservationAsked>();
  return {
    watch: (room) => {
      watched.set(room, 'no');
      return { asked: () => watched.get(room) ?? 'no', stop: () => void watched.delete(room) };
    },
    note: (room, isAllowed) => {
      // One good question is enough: somebody else may have asked with another secret.
      if (watched.has(room) && watched.get(room) !== 'yes')
        watched.set(room, isAllowed ? 'yes' : 'wrong-secret');
    },
  };
}
