/** The service's own heartbeat in the database, from which an outage is read [P4]. */
export interface SweepClock {
  /** Resolves to whether any deadline is stored; without one there is nothing to beat for. */
  hasDeadlines(): Promise<boolean>;
  /**
   * Notes that the service is there at `now`, while there are deadlines; else it writes nothing. A deadline during which the
   * service gave no sign of life for longer than a sweep ever takes is moved by that time, once, whoever beats first: nobody
   * could have come back meanwhile. Answers by how much, of the one that was moved furthest; 0 where none was.
   */
  beat(now: number): Promise<number>;
}
