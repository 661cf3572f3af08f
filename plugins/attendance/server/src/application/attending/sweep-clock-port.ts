/** The service's own heartbeat in the database, from which an outage is read [P4]. */
export interface SweepClock {
  /** Resolves to whether any deadline is stored; without one, and with nobody Online, there is nothing to beat for. */
  hasDeadlines(): Promise<boolean>;
  /** Begins with the service: logs how long it was away while agents were Online, and who is Online from now on. Comes before its first beat. */
  begin(now: number): Promise<void>;
  /**
   * Notes that the service is there at `now`, while there are deadlines, and once a minute while somebody is Online, whose time that is; else it
   * writes nothing. A deadline during which the
   * service gave no sign of life for longer than a sweep ever takes is moved by that time, once, whoever beats first: nobody
   * could have come back meanwhile. Answers by how much, of the one that was moved furthest; 0 where none was.
   */
  beat(now: number): Promise<number>;
  /** Notes the service's end, where somebody is Online: their time ends with it, if it does not start again. */
  end(now: number): Promise<void>;
}
