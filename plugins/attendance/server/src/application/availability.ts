import type { Availability } from '../../../protocol/entities';
import { LIMITS } from '../../../protocol/limits';
import type { AgentStore, Clock } from './ports';

export interface AvailabilityWatch {
  /** Whether somebody attends now [R13]. */
  now(): Promise<Availability>;
  /** Looks again, and tells when the answer is another than the last one told. */
  refresh(): Promise<void>;
}

/** Watches whether any agent is Online; one who lost the connection moments ago counts [R13, R14]. */
export function createAvailabilityWatch(
  agents: AgentStore,
  clock: Clock,
  tell: (availability: Availability) => void,
): AvailabilityWatch {
  let told: Availability | null = null;
  const now = async (): Promise<Availability> => {
    const isAnybody = await agents.isAnybodyAttending(clock.now() - LIMITS.unopenedGraceMs);
    return isAnybody ? 'online' : 'offline';
  };
  return {
    now,
    refresh: async () => {
      const availability = await now();
      if (availability === told) return;
      told = availability;
      tell(availability);
    },
  };
}
