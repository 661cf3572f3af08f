/** Whether the deployment asked about a room, and with which secret. */
export type ReservationAsked = 'no' | 'yes' | 'wrong-secret';

/**
 * For the self-test, which makes a deployment ask: what is asked about a room of the test is noted, and answered like that of any room in
 * which no call goes on.
 */
export interface ReservationWatch {
  /** From now on, until `stop`. */
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
