import type { Availability } from '../../../protocol/entities';
import { LIMITS } from '../../../protocol/limits';
import type { AgentStore, Clock } from './ports';

export interface AvailabilityWatch {
  /** Whether somebody attends now [R13]; an answer that is news is told to everybody. */
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
  // A snapshot says no more than what was told: else whoever got one between two looks would miss the way back.
  const now = async (): Promise<Availability> => {
    const isAnybody = await agents.isAnybodyAttending(clock.now() - LIMITS.unopenedGraceMs);
    const availability = isAnybody ? 'online' : 'offline';
    if (availability !== told) {
      told = availability;
      tell(availability);
    }
    return availability;
  };
  return {
    now,
    refresh: async () => {
      await now();
    },
  };
}
