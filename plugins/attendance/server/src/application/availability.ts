import type { Availability } from '../../../protocol/entities';
import type { AgentId } from '../../../protocol/ids';
import type { AgentStore } from './ports';

export interface AvailabilityWatch {
  /** Whether somebody attends now [R13]. */
  now(): Promise<Availability>;
  /** Looks again, and tells when the answer is another than the last one told. */
  refresh(): Promise<void>;
}

/** Watches whether any agent is Online; `isPresent` counts one who lost the connection moments ago [R13, R14]. */
export function createAvailabilityWatch(
  agents: AgentStore,
  isPresent: (id: AgentId) => boolean,
  tell: (availability: Availability) => void,
): AvailabilityWatch {
  let told: Availability | null = null;
  const now = async (): Promise<Availability> => {
    const online = await agents.online();
    return online.some(isPresent) ? 'online' : 'offline';
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
